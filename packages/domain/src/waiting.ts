/** What waits for one person, and in which order: what is due first, then what can do most harm, then what waits longest. Rules WT1, WT2. */
import { type Actor, mayDecide, maySignOff } from './actor.ts'
import type { Stage } from './desk.ts'
import type { Risk } from './risk.ts'

/** Also the order in which a list shows them: people who wait for a word come before work that waits for a hand. */
export const waitingFor = ['query', 'answer', 'remark', 'claim', 'sign-off', 'article'] as const
export type WaitingFor = (typeof waitingFor)[number]

/** WT1. An article given to somebody waits for them while it is being checked; at review it waits for those who sign off. */
export const articleWaits = (actor: Actor, stage: Stage): boolean =>
  stage === 'intake' || stage === 'checking' ? mayDecide(actor) : stage === 'review' && maySignOff(actor)

export interface Waiting {
  readonly what: WaitingFor
  /** ISO 8601, or null when nothing is due. */
  readonly dueAt: string | null
  readonly risk: Risk
  /** Since when; null where that is not known. */
  readonly at: string | null
}

const momentOf = (at: string | null): number => (at === null ? Infinity : Date.parse(at))

/** WT2. By what it is, then due first, then high risk, then what has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  const kind = waitingFor.indexOf(a.what) - waitingFor.indexOf(b.what)
  if (kind !== 0) return kind
  // Infinity − Infinity is NaN: neither is due, or of neither it is known since when.
  const due = momentOf(a.dueAt) - momentOf(b.dueAt)
  if (due) return due
  if (a.risk !== b.risk) return a.risk === 'high' ? -1 : 1
  return momentOf(a.at) - momentOf(b.at) || 0
}
