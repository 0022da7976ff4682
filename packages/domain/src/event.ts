/**
 * What can happen, as it is stored for good. An event's shape changes only together with EVENT_VERSION (WP1).
 * Free text that may have to be forgotten is not here: `private` holds the id of an erasable row and a salted hash of it.
 */
import { z } from 'zod'
import { roles } from './actor.ts'
import { asserterKinds } from './asserter.ts'
import { draftOutcomes } from './draft.ts'
import { elementFindings, elements } from './element.ts'
import { stances } from './evidence.ts'
import { gateRules } from './gate.ts'
import { claimKinds } from './kind.ts'
import { ratings } from './rating.ts'
import { reopenings } from './reopening.ts'
import { risks } from './risk.ts'
import { sourceTerms } from './source.ts'
import { tickReasons } from './tick.ts'
import { truthRatings } from './truth.ts'
import { versionCauses } from './version.ts'

/** Fields that came later have defaults, so entries of earlier versions read as they are. */
export const EVENT_VERSION = 8

const id = z.uuid()
const seq = z.int().nonnegative()
/** Points to an erasable row: its id and the SHA-256 (hex) of salt and text. */
export const privateRef = z.object({ id, sha256: z.string().length(64) })
export type PrivateRef = z.infer<typeof privateRef>

/** A file as it was uploaded; its bytes lie among the blobs under their SHA-256 (hex). `size` in bytes. */
export const fileRef = z.object({
  sha256: z.string().length(64),
  name: z.string(),
  type: z.string(),
  size: z.int().nonnegative(),
})
export type FileRef = z.infer<typeof fileRef>

/** What people may change about an article after it came in; title and deck are part of its text. */
const articleDetails = z.object({
  byline: z.string(),
  publicationDate: z.string().nullable(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  dueAt: z.string().nullable(),
  /** The part of the newsroom that runs it: politics, city, sport. */
  desk: z.string(),
})
export type ArticleDetails = z.infer<typeof articleDetails>

const access = { open: z.enum(['newsroom', 'named']), people: z.array(z.string()) }

const on = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })
const onClaim = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => on(type, { claimId: id, ...shape })

export const articleEvent = z.discriminatedUnion('type', [
  on('article-imported', {
    title: z.string(),
    deck: z.string().nullable(),
    ...articleDetails.shape,
    byline: z.string().default(''),
    desk: z.string().default(''),
    ...access,
    original: fileRef.nullable().default(null),
    // Whether its desk opens with suggested claims.
    suggests: z.boolean().default(true),
  }),
  on('article-changed', articleDetails.partial().shape),
  on('article-access-changed', access),
  on('article-assigned', { people: z.array(z.string()) }),
  on('version-made', {
    number: z.int().positive(),
    cause: z.enum(versionCauses),
    textSeq: seq,
    sha256: z.string().length(64),
  }),
  // The claims that were not simply carried; of those that were, nothing is to be told.
  on('draft-imported', {
    draftId: id,
    version: z.int().positive(),
    replaced: z.int().positive(),
    original: fileRef.nullable(),
    claims: z.array(z.object({ claimId: id, outcome: z.enum(draftOutcomes) })),
  }),
  on('review-requested', { version: z.int().positive(), note: privateRef.nullable() }),
  on('sent-back', { note: privateRef }),
  on('article-approved', {
    version: z.int().positive(),
    claims: z.array(
      z.object({ claimId: id, words: z.string(), verdict: seq.nullable(), truth: seq.nullable().default(null) }),
    ),
  }),
  on('article-published', { version: z.int().positive() }),
  on('text-erased', { textId: id, of: seq }),
  // `places`: in how many places the words stood as a sentence.
  on('sentences-ticked', {
    sentences: z.array(z.object({ words: z.string(), places: z.int().positive() })).min(1),
    reason: z.enum(tickReasons),
    why: privateRef.nullable(),
  }),
  on('sentences-unticked', { words: z.array(z.string()).min(1) }),
  on('suggestions-skipped', { words: z.array(z.string()).min(1) }),
  on('suggestions-restored', { words: z.array(z.string()).min(1) }),
  onClaim('claim-marked', {
    number: z.int().positive(),
    kind: z.enum(claimKinds),
    words: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  onClaim('claim-reworded', { before: z.string(), after: z.string() }),
  onClaim('claim-detached', { words: z.string() }),
  onClaim('claim-restored', { words: z.string() }),
  // Put on words by a person, after it had lost its own.
  onClaim('claim-relinked', { words: z.string(), before: z.string(), after: z.string() }),
  onClaim('claim-merged', { into: id }),
  // The new claim's own marking stands just before; `evidence` are the links it was given of the claim it came from.
  onClaim('claim-split', { newClaimId: id, evidence: z.array(z.object({ of: id, id })) }),
  onClaim('claim-withdrawn', { why: privateRef.nullable() }),
  onClaim('claim-kind-changed', { kind: z.enum(claimKinds) }),
  onClaim('claim-assigned', { to: z.string().nullable() }),
  onClaim('claim-risk-set', { risk: z.enum(risks) }),
  // Null takes back what was said.
  onClaim('claim-asserted', {
    asserter: z.enum(asserterKinds).nullable(),
    name: privateRef.nullable(),
    terms: z.enum(sourceTerms).nullable(),
  }),
  onClaim('claim-due-set', { dueAt: z.string().nullable() }),
  onClaim('claim-reopened', { sourceId: id.nullable().default(null), because: z.enum(reopenings) }),
  onClaim('exception-accepted', {
    rule: z.enum(gateRules),
    words: z.string(),
    verdict: seq.nullable(),
    why: privateRef,
  }),
  onClaim('talk-said', { entryId: id, text: privateRef, mentions: z.array(z.string()) }),
  onClaim('talk-resolved', { entryId: id }),
  onClaim('query-asked', { queryId: id, to: z.string(), text: privateRef }),
  onClaim('query-answered', { queryId: id, text: privateRef }),
  onClaim('query-decided', { queryId: id, text: privateRef.nullable() }),
  onClaim('verdict-given', {
    rating: z.enum(ratings),
    words: z.string(),
    seen: seq.nullable(),
    why: privateRef.nullable(),
    // Entries of before version 7 hold the words themselves.
    proposed: privateRef.or(z.string()).nullable().default(null),
  }),
  // The words it proposed stand in the text now; `verdict` is the one that counts for them.
  onClaim('wording-applied', { words: z.string(), verdict: seq }),
  // `back` is the seq at which the verdict was given that stands again.
  onClaim('verdict-taken-back', { verdict: seq, back: seq.nullable() }),
  onClaim('still-held', { words: z.string(), verdict: seq }),
  // Of a quote, beside its verdict. Null takes back what was found.
  onClaim('truth-found', { rating: z.enum(truthRatings).nullable(), words: z.string(), why: privateRef.nullable() }),
  // Null takes back what was found.
  onClaim('element-checked', {
    element: z.enum(elements),
    finding: z.enum(elementFindings).nullable(),
    words: z.string(),
  }),
  onClaim('evidence-attached', { evidenceId: id, sourceId: id, stance: z.enum(stances), details: privateRef }),
  onClaim('evidence-removed', { evidenceId: id }),
  onClaim('claim-signed-off', {
    words: z.string(),
    rating: z.enum(ratings),
    verdict: seq,
    truth: seq.nullable().default(null),
  }),
  onClaim('sign-off-taken-back', { signOff: seq }),
])
export type ArticleEvent = z.infer<typeof articleEvent>

export const newsroomEvent = z.discriminatedUnion('type', [
  on('newsroom-founded', { name: z.string(), slug: z.string(), zone: z.string() }),
  on('member-added', { person: z.string(), name: z.string(), roles: z.array(z.enum(roles)) }),
  on('member-roles-changed', { person: z.string(), roles: z.array(z.enum(roles)) }),
  on('member-removed', { person: z.string() }),
  // Of a link or token only the SHA-256 (hex) is kept: who reads the history can use neither.
  on('member-invited', {
    invitationId: id,
    roles: z.array(z.enum(roles)),
    email: privateRef,
    tokenSha256: z.string().length(64),
    expiresAt: z.string(),
  }),
  on('invitation-withdrawn', { invitationId: id }),
  on('invitation-accepted', { invitationId: id, person: z.string() }),
  on('program-added', {
    person: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    tokenSha256: z.string().length(64),
  }),
  on('source-added', { sourceId: id, details: privateRef }),
  on('source-changed', { sourceId: id, details: privateRef }),
  on('source-withdrawn', { sourceId: id, because: z.enum(['withdrawn', 'corrected']), why: privateRef }),
  on('source-reinstated', { sourceId: id }),
  on('sources-merged', { sourceId: id, into: id }),
  on('sources-parted', { sourceId: id }),
  on('origin-named', { originId: id, name: privateRef }),
  on('source-origin-set', { sourceId: id, originId: id.nullable() }),
  on('document-added', { sourceId: id, documentId: id, file: fileRef.omit({ name: true }), name: privateRef }),
  on('document-removed', { sourceId: id, documentId: id }),
  on('text-erased', { textId: id, of: seq }),
])
export type NewsroomEvent = z.infer<typeof newsroomEvent>

export type TickmarkEvent = ArticleEvent | NewsroomEvent

/** An event with its author, time and place in the stream, all given by the server. `at` is ISO 8601 in UTC. */
export interface Stamped<E extends TickmarkEvent = TickmarkEvent> {
  readonly stream: string
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly event: E
}
