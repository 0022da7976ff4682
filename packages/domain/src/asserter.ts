/**
 * Who says what a claim says: the article itself, a person, an institution, or a voice without a name; of a quote it is the speaker.
 * Rules AS1–AS3.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'
import type { SourceTerms } from './source.ts'

export const asserterKinds = ['narrator', 'person', 'institution', 'unnamed'] as const
export type AsserterKind = (typeof asserterKinds)[number]

export interface Asserter {
  readonly kind: AsserterKind
  /** Empty for those who have none; null once it was erased. */
  readonly name: string | null
  /** On what terms they speak; null for the article itself. */
  readonly terms: SourceTerms | null
}

/** AS1. Only who is named has a name. */
export const isNamed = (kind: AsserterKind): boolean => kind === 'person' || kind === 'institution'

/** AS1, AS2. What follows when `actor` says who asserts the claim; null for nobody said. */
export function assertBy(
  claim: Claim & { readonly asserter: Asserter | null },
  actor: Actor,
  said: Asserter | null,
): Result<{ asserter: Asserter | null }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  const before = claim.asserter
  if (said === null) return before === null ? refuse('nothing-changed') : ok({ asserter: null })
  const name = isNamed(said.kind) ? (said.name ?? '').trim() : ''
  if (isNamed(said.kind) && name === '') return refuse('name-needed')
  const terms = said.kind === 'narrator' ? null : (said.terms ?? (said.kind === 'unnamed' ? 'background' : 'on-record'))
  const isSame = before?.kind === said.kind && before.name === name && before.terms === terms
  return isSame ? refuse('nothing-changed') : ok({ asserter: { kind: said.kind, name, terms } })
}
