/**
 * Where the others are in the text, as dots on the strip: at their caret, or at the claim they have open. A dot is one element as long as the
 * person is here and only its place changes, a few times a second at most. Their names are said once, not where they go. Rule NC35.
 */
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import { useEffect, useRef } from 'react'
import { claimIn, faceOf } from '#web/live/sync-presence.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { useStore } from '#web/live/sync-store.ts'
import type { CoverageNow } from './coverage-now.ts'
import css from './strip.module.css'

interface StripPeopleProps {
  readonly sync: ArticleSync
  readonly me: string
  readonly view: EditorView
  readonly now: CoverageNow
}

const lookMs = 250

export function StripPeople({ sync, me, view, now }: StripPeopleProps) {
  const others = useStore(sync.faces).filter(({ id }) => id !== me)
  const dots = useRef<HTMLSpanElement>(null)
  const latest = useRef(now)
  latest.current = now

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      const places = placesOf(sync, view, latest.current)
      for (const dot of dots.current?.querySelectorAll<HTMLElement>('[data-person]') ?? []) {
        const part = places.get(dot.dataset['person'] ?? '')
        dot.hidden = part === undefined
        if (part !== undefined) dot.style.insetBlockStart = `${part * 100}%`
      }
    }
    const lookSoon = () => {
      timer ??= setTimeout(look, lookMs)
    }
    lookSoon()
    sync.awareness.on('change', lookSoon)
    return () => {
      clearTimeout(timer)
      sync.awareness.off('change', lookSoon)
    }
  }, [sync, view, others.length, now])

  return (
    <span ref={dots} aria-hidden>
      {others.map(({ id, name, hue }) => (
        <span
          key={id}
          className={css['person']}
          data-person={id}
          title={name}
          style={{ background: `var(--hue-${hue})` }}
          hidden
        />
      ))}
    </span>
  )
}

/** How far down in the text each person is, from 0 to 1. Asks the editor for the carets it has drawn, and the screen for nothing. */
function placesOf({ awareness }: ArticleSync, view: EditorView, { read, claims }: CoverageNow): Map<string, number> {
  const size = Math.max(1, view.state.doc.content.size)
  const carets = new Map<string, number>()
  const drawn = yCursorPluginKey.getState(view.state) as DecorationSet | undefined
  for (const { from, to, spec } of drawn?.find() ?? []) {
    if (from === to) carets.set(String(spec['key']), from)
  }
  const places = new Map<string, number>()
  for (const [client, state] of awareness.getStates()) {
    const face = faceOf(state)
    if (face === null) continue
    const claim = claimIn(state)
    const run = claim === null || !claims.has(claim) ? undefined : read.runs.find(({ id }) => id === claim)
    const at = carets.get(String(client)) ?? run?.from
    if (at !== undefined) places.set(face.id, Math.min(1, at / size))
  }
  return places
}
