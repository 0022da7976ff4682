/**
 * What a person has said of unsure claims so far, kept in this browser until the draft is brought in or put away: a reload, or going
 * on tomorrow, loses no answer. Only ids are kept. Rules DR30, DR31.
 */
import { useCallback, useState } from 'react'
import type { CarriedClaimView, DraftAnswer, DraftView } from '#protocol/draft-view.ts'

export type Answers = Readonly<Record<string, DraftAnswer['is']>>

const nameOf = (draft: string): string => `tickmark.draft.${draft}`

/** Whatever else is found there is no answer. */
export function readAnswers(stored: string | null): Answers {
  try {
    const found: unknown = JSON.parse(stored ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    const answers = Object.entries(found).flatMap(([id, is]) =>
      is === 'there' || is === 'gone' ? [[id, is] as const] : [],
    )
    return Object.fromEntries(answers)
  } catch {
    return {}
  }
}

/** DR30. Only what is asked now is answered: a claim that is unsure no more needs no word. */
export const answersTo = ({ claims }: Pick<DraftView, 'claims'>, answers: Answers): DraftAnswer[] =>
  claims.flatMap(({ id, answer, new: guess }) => {
    const is = answers[id]
    if (answer !== 'unsure' || is === undefined) return []
    return is === 'there' && guess === null ? [] : [{ claimId: id, is }]
  })

/** DR31. Claims that are listed as detached afterwards: gone, said to be gone, or not answered. */
export const detachedBy = ({ claims }: Pick<DraftView, 'claims'>, answers: Answers): CarriedClaimView[] => {
  const there = new Set(answersTo({ claims }, answers).flatMap(({ claimId, is }) => (is === 'there' ? [claimId] : [])))
  return claims.filter(({ id, answer }) => answer === 'gone' || (answer === 'unsure' && !there.has(id)))
}

const remembered = (draft: string): Answers => {
  try {
    return readAnswers(localStorage.getItem(nameOf(draft)))
  } catch {
    return {}
  }
}

export function forgetAnswers(draft: string): void {
  try {
    localStorage.removeItem(nameOf(draft))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** `set(claim, null)` takes an answer back. */
export function useAnswers(draft: string): [Answers, (claim: string, is: DraftAnswer['is'] | null) => void] {
  const [answers, setAnswers] = useState(() => remembered(draft))
  const set = useCallback(
    (claim: string, is: DraftAnswer['is'] | null) =>
      setAnswers((answers) => {
        const { [claim]: _, ...others } = answers
        const next = is === null ? others : { ...others, [claim]: is }
        try {
          localStorage.setItem(nameOf(draft), JSON.stringify(next))
        } catch {
          // Kept in this tab only.
        }
        return next
      }),
    [draft],
  )
  return [answers, set]
}
