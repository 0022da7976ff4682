/**
 * The second finding on a quote: whether what it says is so. Its verdict says whether it was said; a quote can be word for word and yet
 * wrong. Like a verdict it is bound to the exact words read, and nobody replaces one that they have not seen. Rules QT1–QT4.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { needsWhy, type Rating } from './rating.ts'
import { ok, refuse, type Result } from './result.ts'
import { undecidable } from './verdict.ts'

/** Of the scale, what can be found of somebody else's words: they can neither be changed nor cut for being untrue. */
export const truthRatings = [
  'confirmed',
  'needs-context',
  'cannot-confirm',
  'wrong',
  'not-checkable',
] as const satisfies readonly Rating[]
export type TruthRating = (typeof truthRatings)[number]

/** QT2. An opinion or a forecast says itself why it cannot be checked. */
export const truthNeedsWhy = (rating: TruthRating): boolean => rating !== 'not-checkable' && needsWhy(rating)

/** What was found of the words as they stand now; null when nothing was, or only of other words. */
export const truthNow = ({ kind, truth, words }: Pick<Claim, 'kind' | 'truth' | 'words'>): Claim['truth'] =>
  kind === 'quote' && truth?.words === words ? truth : null

export interface TruthFound {
  readonly rating: TruthRating | null
  readonly words: string
}

/** QT2. What follows when `actor` says whether the quote is true, having read `seen`: its words, and the seq of what was found before. */
export function findTruth(
  claim: Claim,
  actor: Actor,
  seen: { readonly words: string; readonly truth: number | null },
  finding: { readonly rating: TruthRating | null; readonly why: string },
): Result<TruthFound> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.kind !== 'quote') return refuse('not-a-quote')
  if (claim.words !== seen.words) return refuse('words-changed')
  // What one has found oneself one has seen.
  if (claim.truth !== null && claim.truth.by !== actor.id && claim.truth.seq !== seen.truth)
    return refuse('verdict-changed')
  const { rating, why } = finding
  if (rating === null) return claim.truth === null ? refuse('nothing-changed') : ok({ rating, words: claim.words })
  return truthNeedsWhy(rating) && why.trim() === '' ? refuse('why-needed') : ok({ rating, words: claim.words })
}
