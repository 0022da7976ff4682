/**
 * Following somebody: their open claim becomes the one that is open here, and where their caret goes the text is scrolled to. It ends with
 * the first key, click or scroll of one's own, and when they leave. Whoever follows shows no claim as theirs: two who follow each other
 * stay where they are. Rules PR2, PR3.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { bringIntoView } from '#web/editor/pointing.ts'
import { claimIn, type Face, faceOf } from '#web/live/sync-presence.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/together.ts'
import { showPeople } from './people.ts'

export interface Following {
  readonly person: Face | null
  readonly follow: (person: Face) => void
  readonly stop: () => void
}

interface Around {
  readonly sync: ArticleSync | null
  readonly root: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
  readonly selected: string | null
  readonly select: (claim: string) => void
}

/** A caret that moves with every key is looked for this often at most. */
const lookMs = 200

export function useFollow({ sync, root, scroller, selected, select }: Around): Following {
  const { t } = useWords()
  const [person, setPerson] = useState<Face | null>(null)
  const latest = useRef(select)
  latest.current = select
  const stop = useCallback(() => setPerson(null), [])
  const follow = useCallback(
    (next: Face) => {
      setPerson(next)
      // The line that says so is drawn empty before: its words are spoken as they come.
      announce(t('together.following', { name: next.name }))
    },
    [t],
  )

  useEffect(() => (sync === null ? undefined : showPeople(sync.open)), [sync])

  // What is open here, told to the others.
  const shown = person === null ? selected : null
  useEffect(() => {
    if (sync === null) return
    const timer = setTimeout(() => sync.awareness.setLocalStateField('claim', shown), 120)
    return () => clearTimeout(timer)
  }, [sync, shown])

  useEffect(() => {
    if (sync === null || person === null) return
    const { awareness } = sync
    let claim: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const toCaret = () => {
      timer = undefined
      const caret = root.current?.querySelector<HTMLElement>(`.caret[data-person="${CSS.escape(person.id)}"]`)
      if (caret && scroller.current) bringIntoView(scroller.current, caret)
    }
    const look = () => {
      const states = [...awareness.getStates().values()].filter((state) => faceOf(state)?.id === person.id)
      if (states.length === 0) return setPerson(null)
      const theirs = states.map(claimIn).find((one) => one !== null) ?? null
      if (theirs !== null && theirs !== claim) {
        claim = theirs
        latest.current(theirs)
      }
      timer ??= setTimeout(toCaret, lookMs)
    }
    const end = (event: Event) => {
      // Choosing whom to follow is no wish to go elsewhere.
      const isOnFace = event.target instanceof Element && event.target.closest('[data-face]') !== null
      if (!(isOnFace && event.type === 'pointerdown')) setPerson(null)
    }
    look()
    awareness.on('change', look)
    const own = ['keydown', 'wheel', 'pointerdown', 'touchmove'] as const
    for (const kind of own) window.addEventListener(kind, end, { capture: true, passive: true })
    return () => {
      awareness.off('change', look)
      clearTimeout(timer)
      for (const kind of own) window.removeEventListener(kind, end, { capture: true })
    }
  }, [sync, person, root, scroller])

  return { person, follow, stop }
}
