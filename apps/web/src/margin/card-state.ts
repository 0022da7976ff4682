/** What the margin knows of a claim: its name there, what its card's height depends on, and a height to begin with. */
import { isLeft } from '#domain/claim.ts'
import type { DeskClaim } from '#web/claims/desk-claim.ts'
import type { Words } from '#web/words/words.tsx'
import type { MarginClaim } from './margin-layout.ts'

/** Remembers what it said of a claim for as long as that is the same object: of a thousand, one has changed. */
export function marginClaims(t: Words['t']): (claim: DeskClaim) => MarginClaim {
  const known = new WeakMap<DeskClaim, MarginClaim>()
  return (claim) => {
    const before = known.get(claim)
    if (before !== undefined) return before
    const now = { id: claim.id, name: nameOf(claim, t), state: stateOf(claim), about: aboutHeight(claim) }
    known.set(claim, now)
    return now
  }
}

export const nameOf = ({ number }: Pick<DeskClaim, 'number'>, t: Words['t']): string =>
  number === null ? t('claim.numberless') : t('claim.number', { number })

/** Under the same word a card has the same lines. */
export const stateOf = ({ standing, risk, queries, state, ...claim }: DeskClaim): string => {
  const view = state === 'known' && 'view' in claim ? claim.view : null
  const parts = [
    standing,
    risk === 'high' && isLeft(standing) ? 'risk' : '',
    queries.length > 0 ? 'asked' : '',
    view?.reopened ? 'reopened' : '',
    view?.verdict?.why ? 'why' : '',
    standing === 'reworded' ? `${view?.words.length ?? 0}` : '',
  ]
  return parts.join(' ')
}

/** A height to reckon with until the card has been drawn. */
function aboutHeight({ standing, risk, queries }: DeskClaim): number {
  if (standing === 'signed') return 26
  if (standing === 'reworded') return 108
  const notes = (isLeft(standing) && risk === 'high' ? 1 : 0) + (queries.length > 0 ? 1 : 0)
  return 50 + Math.min(1, notes) * 18
}
