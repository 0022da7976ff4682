/** Ticks that were refused: said here; the bar lists them until somebody has looked at the sentences. Rules KP5, KP8. */
import { useEffect, useRef } from 'react'
import type { Decisions } from '#web/claims/decisions.ts'
import { isTick } from '#web/claims/sent.ts'
import { useStore } from '#web/live/sync-store.ts'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/coverage.ts'

export function useRefusedTicks(decisions: Decisions): void {
  const { t, whyNot } = useWords()
  const refused = useStore(decisions.refused)
  const told = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const fresh = refused.filter(({ key, decision }) => isTick(decision) && !told.current.has(key))
    told.current = new Set(refused.map(({ key }) => key))
    for (const { refused: why } of fresh) if (why !== null) toast({ text: t('coverage.refused', { why: whyNot(why) }) })
  }, [refused, t, whyNot])
}
