/** What is sent of a decision, what waits for what, and what an answer says. Pure; the queue is in `decisions.ts`. */
import type { TickReason } from '#domain/tick.ts'
import type { KeptDecision } from '#web/kept/decision-store.ts'
import type { AnyRefusal } from '#web/words/refusals.ts'
import type { Decision } from './desk-claim.ts'

/** Sentences with nothing to check, by their exact words; or none of that any more. */
export type TickDecision =
  | { type: 'tick'; sentences: readonly string[]; reason: TickReason; why: string }
  | { type: 'untick'; sentences: readonly string[] }

export type Sent = Decision | TickDecision

export const isTick = (sent: Sent): sent is TickDecision => sent.type === 'tick' || sent.type === 'untick'

/** Not an answer yet: the same decision may well be taken in a moment, or when the person has signed in again. */
const noAnswer: ReadonlySet<AnyRefusal> = new Set<AnyRefusal>([
  'offline',
  'not-stored',
  'throttled',
  'too-many-attempts',
  'not-signed-in',
])
export const isNoAnswer = (refusal: AnyRefusal): boolean => noAnswer.has(refusal)

const judgements: ReadonlySet<Sent['type']> = new Set<Sent['type']>(['verdict', 'take-back', 'still-holds', 'sign-off'])
export const isJudgement = ({ decision }: KeptDecision): boolean => judgements.has(decision.type)

/** Of one claim, or about the same sentences: then one goes after the other. */
export function waitsFor(later: KeptDecision, earlier: KeptDecision): boolean {
  if (!isTick(later.decision) || !isTick(earlier.decision)) return later.claim === earlier.claim
  const before = new Set(earlier.decision.sentences)
  return later.decision.sentences.some((words) => before.has(words))
}

/**
 * The seq of the claim's verdict, now that this decision was taken: what is decided next was decided on that. Null for none; undefined
 * where the answer does not say.
 */
export function verdictAfter({ type }: Sent, answer: unknown): number | null | undefined {
  if (type !== 'verdict' && type !== 'still-holds' && type !== 'take-back') return undefined
  const { seq, verdict } = (answer ?? {}) as { seq?: number; verdict?: number | null }
  return type === 'take-back' ? verdict : seq
}
