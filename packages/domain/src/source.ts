/**
 * Sources of the newsroom's library: what is known of one, who may say so, and how many independent origins they come to.
 * Rules EV4, SR1–SR7.
 */
import { type Actor, mayDecide, mayEdit, maySignOff } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

/** A document of a source, in bytes. */
export const mostDocumentBytes = 50 * 1024 * 1024

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

/** SR2. On looser terms than before, more may leave: an editor says so. The first terms are whoever's who describes the source. */
export function changeTerms(actor: Actor, before: SourceTerms, after: SourceTerms): Result<null> {
  const loosened = sourceTerms.indexOf(after) < sourceTerms.indexOf(before)
  return loosened && !maySignOff(actor) ? refuse('terms-by-editor') : ok(null)
}

export const keepsApproval = (before: SourceDetails, after: SourceDetails): boolean =>
  after.terms === before.terms && after.anonymity === before.anonymity && after.terms !== 'on-record'

/** SR3. Withdrawing a source, or marking it corrected, re-opens what rests on it. A checker's or editor's judgement, with a reason. */
export function withdrawSource(actor: Actor, state: SourceState, why: string): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (state === 'withdrawn') return refuse('nothing-changed')
  return why.trim() === '' ? refuse('why-needed') : ok(null)
}

/** SR3. A source that was withdrawn or corrected stands again; what was re-opened stays so until somebody has looked. */
export function reinstateSource(actor: Actor, state: SourceState): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  return state === 'stands' ? refuse('nothing-changed') : ok(null)
}

/** As merging knows a source: where it leads, and whether another leads to it. */
export interface MergeableSource {
  readonly id: string
  readonly mergedInto: string | null
  readonly holdsOthers: boolean
  readonly terms: SourceTerms
  readonly state: SourceState
}

/** SR4. Two records of one source become one; the other leads to it, in one step and never in two, until they are parted again. */
export function mergeSources(
  actor: Actor,
  source: MergeableSource,
  into: Omit<MergeableSource, 'holdsOthers'>,
): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const mergeable =
    source.id !== into.id && source.mergedInto === null && into.mergedInto === null && !source.holdsOthers
  if (!mergeable) return refuse('not-mergeable')
  // EX1. Off record would come to stand under a name that may leave.
  if (source.terms !== into.terms) return refuse('terms-differ')
  // EV6. What rests on a source that stands would come to rest on one that does not.
  return into.state === 'withdrawn' && source.state !== 'withdrawn' ? refuse('source-withdrawn') : ok(null)
}

/** SR4. Undoes a merge: what rested on the source rests on it again. */
export function partSource(actor: Actor, source: Pick<MergeableSource, 'mergedInto'>): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  return source.mergedInto === null ? refuse('nothing-changed') : ok(null)
}

/** SR5. Which sources repeat one another is a judgement, as it decides how much a verdict rests on. */
export const groupSource = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-decide'))

/** SR7. Whoever describes sources adds their documents; taking one away is a checker's or editor's judgement. */
export const addDocument = (actor: Actor): Result<null> => (mayEdit(actor) ? ok(null) : refuse('may-not-add-sources'))
export const removeDocument = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-decide'))

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
