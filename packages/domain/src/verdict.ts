/**
 * Verdicts: given on the exact words read, affirmed again when the words change. Rules VD1–VD6.
 * A verdict given without having seen the newest one is kept beside it: a conflict that people settle, never a silent overwrite.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import type { Rating } from './rating.ts'
import { needsWhy } from './rating.ts'
import { ok, refuse, type Refused, type Result } from './result.ts'

/** What the person had on screen: the claim's words, and the seq of its verdict or null. */
export interface Seen {
  readonly words: string
  readonly verdict: number | null
}

export interface VerdictFollows {
  readonly rating: Rating
  readonly words: string
  /** The verdict its giver had seen; when that is not the newest, the two are in conflict. */
  readonly seen: number | null
}

/** CL5. Nothing is decided on words that are gone or withdrawn; null when the claim may be decided on. */
export function undecidable(claim: Claim): Refused | null {
  if (claim.withdrawn) return refuse('withdrawn')
  if (!claim.attached) return refuse('detached')
  return null
}

/** VD1–VD4. What follows when `actor` judges `claim`, having read `seen` on screen. */
export function giveVerdict(
  claim: Claim,
  actor: Actor,
  seen: Seen,
  finding: { rating: Rating; why: string },
): Result<VerdictFollows> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.words !== seen.words) return refuse('words-changed')
  if (needsWhy(finding.rating) && finding.why.trim() === '') return refuse('why-needed')
  return ok({ rating: finding.rating, words: claim.words, seen: seen.verdict })
}

/** VD5. The verdict stands for the newer words too, or without the source taken back; the sign-off has to be given again. */
export function affirmVerdict(claim: Claim, actor: Actor, seen: Seen): Result<{ words: string; verdict: number }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.verdict === null) return refuse('no-verdict-yet')
  if (claim.words !== seen.words) return refuse('words-changed')
  if (claim.verdict.seq !== seen.verdict) return refuse('verdict-changed')
  if (claim.verdict.words === claim.words && !claim.reopened) return refuse('nothing-changed')
  return ok({ words: claim.words, verdict: claim.verdict.seq })
}
