/** Evidence: the link between a claim and a source. Rules EV1, EV2, EV5, EV6. */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'
import type { SourceState } from './source.ts'

export const stances = ['supports', 'refutes', 'context', 'checked-and-silent'] as const
export type Stance = (typeof stances)[number]

/** EV1, EV2. Evidence says where in the source to look, so that a second person finds the same words. */
export function attachEvidence(claim: Claim, actor: Actor, link: { locator: string }): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  return link.locator.trim() === '' ? refuse('locator-needed') : ok(null)
}

/** EV5. Taking a link away is a judgement as well; the history keeps it. */
export const removeEvidence = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-decide'))

/** EV6. Nothing new rests on a source that was withdrawn. */
export const restOn = (source: { readonly state: SourceState }): Result<null> =>
  source.state === 'withdrawn' ? refuse('source-withdrawn') : ok(null)
