/**
 * Verdicts: given on the exact words read, affirmed again when the words change. Rules VD1–VD8.
 * A verdict given without having seen the newest one is kept beside it: a conflict that people settle, never a silent overwrite.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import type { Rating } from './rating.ts'
import { proposal } from './proposal.ts'
import { needsWhy } from './rating.ts'
import { ok, refuse, type Refused, type Result } from './result.ts'

/** What the person had on screen: the claim's words, and the seq of its verdict or null. */
export interface Seen {
  readonly words: string
  readonly verdict: number | null
  /** The seq of what was found of a quote's truth. */
  readonly truth?: number | null
}

export interface VerdictFollows {
  readonly rating: Rating
  readonly words: string
  /** How the words should read instead; null for no other words. */
  readonly proposed: string | null
  /** The verdict its giver had seen; when that is not the newest, the two are in conflict. */
  readonly seen: number | null
}

/** CL5. Nothing is decided on words that are gone or withdrawn; null when the claim may be decided on. */
export function undecidable(claim: Claim): Refused | null {
  if (claim.withdrawn) return refuse('withdrawn')
  if (!claim.attached) return refuse('detached')
  return null
}

/** What was found, and how the words should read instead where that is part of it. */
export interface Finding {
  readonly rating: Rating
  readonly why: string
  readonly proposed?: string | null
}

/** VD1–VD4, WF1, WF2. What follows when `actor` judges `claim`, having read `seen` on screen. */
export function giveVerdict(claim: Claim, actor: Actor, seen: Seen, finding: Finding): Result<VerdictFollows> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.words !== seen.words) return refuse('words-changed')
  const proposed = proposal(claim.words, finding.rating === 'confirmed-with-change' ? (finding.proposed ?? null) : null)
  if (!proposed.ok) return proposed
  // WF2. The proposed words say themselves what is to change.
  const isSaid = finding.why.trim() !== '' || proposed.value !== null
  if (needsWhy(finding.rating) && !isSaid) return refuse('why-needed')
  return ok({ rating: finding.rating, words: claim.words, proposed: proposed.value, seen: seen.verdict })
}

/**
 * VD8. The verdict on screen is taken back. Of two that differ the other one stands; else the claim is open again, or, for whoever
 * undoes their own, as it was before. History keeps it all.
 */
export function takeBackVerdict(claim: Claim, actor: Actor, seen: Pick<Seen, 'verdict'>): Result<{ verdict: number }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.verdict === null) return refuse('no-verdict-yet')
  return claim.verdict.seq === seen.verdict ? ok({ verdict: claim.verdict.seq }) : refuse('verdict-changed')
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
