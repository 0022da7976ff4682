/** Puts proposed words in the text: the rule is asked of what is on screen, the server asks it again, and what was left is told with its reason. */
import { useCallback, useState } from 'react'
import { ok, type Result } from '#domain/result.ts'
import { applyFix, isFixOpen } from '#domain/wording-fix.ts'
import { api } from '#web/api/api.ts'
import { seenOf } from '#web/claims/desk-claim.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type DeskClaim, type KnownClaim } from '#web/claims/desk-claim.ts'
import { useSending } from '#web/talk/sending.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'

/** Claims whose verdict proposes other words than stand there, in the order of the text. */
export const openFixes = (claims: readonly DeskClaim[]): KnownClaim[] =>
  claims.filter(
    (claim): claim is KnownClaim =>
      claim.state === 'known' &&
      claim.standing !== 'withdrawn' &&
      claim.standing !== 'detached' &&
      isFixOpen(claim.stored.verdict),
  )

export interface FixesApply {
  /** Why something was not put in, in sentences. */
  readonly whyNot: readonly string[]
  readonly mayApply: (claim: KnownClaim) => Result<unknown>
  /** True when at least one was. */
  readonly apply: (claims: readonly KnownClaim[]) => Promise<boolean>
}

export function useApplyFixes(): FixesApply {
  const { t, whyNot: inWords } = useWords()
  const { newsroom, article, actor, claims } = useDesk()
  const { whyNot, send } = useSending()
  const [left, setLeft] = useState<readonly string[]>([])
  const mayApply = useCallback(({ stored }: KnownClaim) => applyFix(claimOf(stored), actor, seenOf(stored)), [actor])
  const numberOf = (id: string): string => {
    const number = claims.find((claim) => claim.id === id)?.number ?? null
    return number === null ? t('claim.numberless') : t('claim.number', { number })
  }
  const apply = async (wanted: readonly KnownClaim[]): Promise<boolean> => {
    const [first] = wanted
    if (first === undefined) return false
    setLeft([])
    const sent = wanted.map(({ id, stored }) => {
      const { words: wordsSeen, verdict: verdictSeen } = seenOf(stored)
      return { claim: id, wordsSeen, verdictSeen }
    })
    return send(wanted.length === 1 ? mayApply(first) : ok(null), async () => {
      const reply = await api.applyFixes(newsroom.slug, article.id, sent)
      if (!reply.ok) return reply
      const { applied, left: others } = reply.value
      setLeft(others.map((one) => t('fix.left', { number: numberOf(one.claim), why: inWords(one) })))
      announce(
        applied.length === 1
          ? t('fix.applied', { number: numberOf(applied[0] ?? '') })
          : t('fix.allApplied', { count: applied.length }),
      )
      return reply
    })
  }
  return { whyNot: whyNot === null ? left : [whyNot], mayApply, apply }
}
