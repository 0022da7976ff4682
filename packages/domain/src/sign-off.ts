/**
 * Sign-offs: an editor's word that a verdict may be published.
 * A sign-off quotes the exact words it covers and lapses by itself when they change; nothing deletes it.
 * Rules SO1–SO7 and QT4 in docs/RULES.md; the tests carry the same numbers.
 */
import { type Actor, maySignOff } from './actor.ts'
import { type Claim, signOffCounts } from './claim.ts'
import type { Rating } from './rating.ts'
import { ok, refuse, type Result } from './result.ts'
import { truthNow } from './truth.ts'
import { type Seen, undecidable } from './verdict.ts'

export interface SignOffFollows {
  readonly words: string
  readonly rating: Rating
  readonly verdict: number
  readonly truth: number | null
}

/** SO1–SO6, QT4. What follows when `actor` signs off `claim`, having read `seen` on screen. */
export function signOff(claim: Claim, actor: Actor, seen: Seen): Result<SignOffFollows> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.verdict === null) return refuse('no-verdict-yet')
  // Whoever said that the verdict still holds for these words has judged them too, and is not a second pair of eyes.
  if (claim.verdict.by === actor.id || claim.verdict.heldBy === actor.id) return refuse('own-verdict')
  if (claim.words !== seen.words) return refuse('words-changed') // an editor signs what they read, nothing newer
  if (claim.verdict.seq !== seen.verdict) return refuse('verdict-changed')
  if (claim.rivals.length > 0) return refuse('verdicts-differ')
  if (claim.verdict.words !== claim.words) return refuse('words-changed') // the verdict itself has lapsed
  if (claim.reopened) return refuse('reopened')
  const truth = claim.truth?.seq ?? null
  if (claim.kind === 'quote') {
    if (truthNow(claim) === null) return refuse('truth-open')
    if (claim.truth?.by === actor.id) return refuse('own-verdict')
    if (truth !== (seen.truth ?? null)) return refuse('verdict-changed')
  }
  if (signOffCounts(claim)) return refuse('already-signed-off')
  return ok({ words: claim.words, rating: claim.verdict.rating, verdict: claim.verdict.seq, truth })
}

/** SO7. Editors take back their own sign-off while it counts; history keeps both. */
export function takeBackSignOff(claim: Claim, actor: Actor): Result<{ signOff: number }> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (claim.withdrawn) return refuse('withdrawn')
  if (claim.signOff === null || !signOffCounts(claim)) return refuse('not-signed-off')
  return claim.signOff.by === actor.id ? ok({ signOff: claim.signOff.seq }) : refuse('not-your-sign-off')
}
