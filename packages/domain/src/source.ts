/**
 * Sources of the newsroom's library: what is known of one, who may say so, and how many independent origins they come to.
 * Rules EV4, SR1–SR6.
 */
import { type Actor, mayDecide, mayEdit, maySignOff } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

export const sourceKinds = ['official', 'interview', 'press', 'document', 'dataset', 'book', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** on-record: may be named and quoted · background: quoted under an attribution line · off-record: informs, never printed. */
export const sourceTerms = ['on-record', 'background', 'off-record'] as const
export type SourceTerms = (typeof sourceTerms)[number]

export const sourceStates = ['stands', 'withdrawn', 'corrected'] as const
export type SourceState = (typeof sourceStates)[number]

/** What an erasable text holds of a source, as JSON. Dates are YYYY-MM-DD or empty. */
export interface SourceDetails {
  readonly kind: SourceKind
  readonly title: string
  readonly publisher: string
  readonly url: string
  /** Who wrote or said it. */
  readonly author: string
  readonly publishedOn: string
  /** BCP 47 or empty. */
  readonly language: string
  readonly terms: SourceTerms
  /** On background: how the article may describe them, “an officer of the coast guard”. */
  readonly attribution: string
  /** Why they are not named. */
  readonly anonymity: string
  /** Id of the editor who agreed that they are not named; null while nobody has. */
  readonly approvedBy: string | null
}

export const bareSource = {
  publisher: '',
  url: '',
  author: '',
  publishedOn: '',
  language: '',
  terms: 'on-record',
  attribution: '',
  anonymity: '',
  approvedBy: null,
} as const satisfies Omit<SourceDetails, 'kind' | 'title'>

/**
 * EV4, SR1. Reporters describe sources too; linking them to claims is a checker's judgement. Who is not named is not named for a
 * reason; who is on background has an attribution line.
 */
export function describeSource(actor: Actor, details: SourceDetails): Result<null> {
  if (!mayEdit(actor)) return refuse('may-not-add-sources')
  if (details.terms === 'on-record') return ok(null)
  if (details.anonymity.trim() === '') return refuse('anonymity-needed')
  return details.terms === 'background' && details.attribution.trim() === '' ? refuse('attribution-needed') : ok(null)
}

/** SR2. An editor approves that a source is not named; other terms or another reason ask for it again. */
export function approveAnonymity(actor: Actor, details: SourceDetails): Result<{ approvedBy: string }> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (details.terms === 'on-record' || details.approvedBy !== null) return refuse('nothing-changed')
  return ok({ approvedBy: actor.id })
}

export const keepsApproval = (before: SourceDetails, after: SourceDetails): boolean =>
  after.terms === before.terms && after.anonymity === before.anonymity && after.terms !== 'on-record'

/** SR3. Withdrawing a source, or marking it corrected, re-opens what rests on it. A checker's or editor's judgement, with a reason. */
export function withdrawSource(actor: Actor, state: SourceState, why: string): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (state === 'withdrawn') return refuse('nothing-changed')
  return why.trim() === '' ? refuse('why-needed') : ok(null)
}

/** SR4. Two records of one source become one; the other leads to it until they are parted again. */
export function mergeSources(
  actor: Actor,
  source: { readonly id: string; readonly mergedInto: string | null },
  into: { readonly id: string; readonly mergedInto: string | null },
): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const mergeable = source.id !== into.id && source.mergedInto === null && into.mergedInto === null
  return mergeable ? ok(null) : refuse('not-mergeable')
}

/** SR5. Sources that repeat one another are one origin; a source in no group is an origin of its own. */
export function countOrigins(sources: readonly { readonly id: string; readonly originId: string | null }[]): {
  sources: number
  origins: number
} {
  return {
    sources: new Set(sources.map(({ id }) => id)).size,
    origins: new Set(sources.map(({ id, originId }) => originId ?? id)).size,
  }
}
