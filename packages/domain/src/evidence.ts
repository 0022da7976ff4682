/** Evidence: the link between a claim and a source, and what a source is. Rules EV1–EV4. */
import { type Actor, mayDecide, mayEdit } from './actor.ts'
import type { Claim } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'

export const stances = ['supports', 'refutes', 'context', 'checked-and-silent'] as const
export type Stance = (typeof stances)[number]

export const sourceKinds = ['official', 'interview', 'press', 'document', 'dataset', 'book', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** EV1, EV2. Evidence says where in the source to look, so that a second person finds the same words. */
export function attachEvidence(claim: Claim, actor: Actor, link: { locator: string }): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  return link.locator.trim() === '' ? refuse('locator-needed') : ok(null)
}

/** EV4. Reporters bring sources too; linking them to claims is a checker's judgement. */
export const addSource = (actor: Actor): Result<null> => (mayEdit(actor) ? ok(null) : refuse('may-not-add-sources'))

/** EV5. Taking a link away is a judgement as well; the history keeps it. */
export const removeEvidence = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-decide'))
