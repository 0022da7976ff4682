/** Evidence: the link between a claim and a source. Rules EV1, EV2, EV5, EV6, SR3, SR5. */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'
import { countOrigins, type SourceState } from './source.ts'

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

/** SR3. Whether the claim's verdict loses ground when a source is taken back that it has this link to. */
export const losesGround = (claim: Pick<Claim, 'verdict' | 'withdrawn'>, stance: Stance): boolean =>
  claim.verdict !== null && !claim.withdrawn && stance !== 'checked-and-silent'

interface Link {
  readonly stance: Stance
  readonly source: { readonly id: string; readonly originId: string | null; readonly state: SourceState }
}

/** SR5. How many sources, and how many independent origins, speak for or against the claim; what was withdrawn speaks no more. */
export const groundOf = (evidence: readonly Link[]): ReturnType<typeof countOrigins> =>
  countOrigins(
    evidence
      .filter(({ stance, source }) => (stance === 'supports' || stance === 'refutes') && source.state !== 'withdrawn')
      .map(({ source }) => source),
  )
