/** What is sent of a decision, what waits for what, and what an answer says. Pure; the queue is in `decisions.ts`. */
import type { TickReason } from '#domain/tick.ts'
import type { KeptDecision } from '#web/kept/decision-store.ts'
import type { AnyRefusal } from '#web/words/refusals.ts'
import type { Decision } from './desk-claim.ts'

/** Sentences with nothing to check, by their exact words; or none of that any more. */
export type TickDecision =
  | { type: 'tick'; sentences: readonly string[]; reason: TickReason; why: string }
  | { type: 'untick'; sentences: readonly string[] }

/** Suggested words that need no claim, by their exact words; or that may be suggested again. */
export interface SkipDecision {
  type: 'skip' | 'unskip'
  words: readonly string[]
}

export type Sent = Decision | TickDecision | SkipDecision

export const isTick = (sent: Sent): sent is TickDecision => 'sentences' in sent

export const isSkip = (sent: Sent): sent is SkipDecision => 'words' in sent

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

/** The words that it is about, where it is about no claim. */
const wordsOf = (sent: Sent): readonly string[] => (isTick(sent) ? sent.sentences : isSkip(sent) ? sent.words : [])

/** Of one claim, or about the same words: then one goes after the other. */
export function waitsFor(later: KeptDecision, earlier: KeptDecision): boolean {
  if (later.claim !== '' || earlier.claim !== '') return later.claim === earlier.claim
  const before = new Set(wordsOf(earlier.decision))
  return wordsOf(later.decision).some((words) => before.has(words))
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
