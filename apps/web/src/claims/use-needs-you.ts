/**
 * What was refused after the person had gone on, or gone away: why stands at the claim, what they typed is back where they typed it, and
 * the bar lists it until it has been looked at. Rule KP5.
 */
import { useEffect, useRef } from 'react'
import { useStore, type Watched } from '#web/live/sync-store.ts'
import { useWords } from '#web/words/words.tsx'
import type { Decisions } from './decisions.ts'
import type { Drafts } from './drafts.ts'
import { putBack } from './put-back.ts'

interface Around {
  readonly decisions: Decisions
  readonly drafts: Drafts
  readonly notes: Watched<ReadonlyMap<string, string>>
  readonly selected: string | null
}

/** How many have not been looked at. */
export function useNeedsYou({ decisions, drafts, notes, selected }: Around): number {
  const { whyNot } = useWords()
  const refused = useStore(decisions.refused)
  const told = useRef<ReadonlySet<string>>(new Set())
  const seen = useRef<string | null>(null)
  useEffect(() => {
    const fresh = refused.filter(({ key }) => !told.current.has(key))
    told.current = new Set(refused.map(({ key }) => key))
    for (const { claim, decision, refused: why, late } of fresh) {
      // What is on no claim is told elsewhere: ticks by what shows the sentences, skips by being suggested again.
      if (why === null || claim === '') continue
      notes.set(new Map(notes.get()).set(claim, whyNot(why)))
      putBack(drafts, claim, decision)
      // Told at once at the claim that is open: that is looked at.
      if (!late && claim === selected) decisions.looked(claim)
    }
  }, [refused, decisions, drafts, notes, selected, whyNot])
  useEffect(() => {
    if (selected !== null && selected !== seen.current) decisions.looked(selected)
    seen.current = selected
  }, [selected, decisions])
  return refused.length
}
