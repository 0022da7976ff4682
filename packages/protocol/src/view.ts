/**
 * What the API shows: one definition for the server's replies, the API's description and the web app's types.
 * Times are ISO 8601 in UTC, dates YYYY-MM-DD, offsets UTF-16 code units of the article's plain text.
 */
import { z } from 'zod'
import { roles } from '#domain/actor.ts'
import { standings } from '#domain/claim.ts'
import { stages } from '#domain/desk.ts'
import { sourceKinds, stances } from '#domain/evidence.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'

const time = z.iso.datetime()

export const personView = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  /** 0–7: which of the eight hues of people. */
  hue: z.int().min(0).max(7),
  roles: z.array(z.enum(roles)),
})
export type PersonView = z.infer<typeof personView>

export const newsroomView = z.object({
  slug: z.string(),
  name: z.string(),
  /** IANA time zone. */
  zone: z.string(),
  me: personView,
  people: z.array(personView),
})
export type NewsroomView = z.infer<typeof newsroomView>

export const tallyView = z.object({
  all: z.int(),
  done: z.int(),
  left: z.int(),
  allegations: z.int(),
  casualties: z.int(),
  reworded: z.int(),
  unassigned: z.int(),
  signed: z.int(),
})

export const articleRow = z.object({
  id: z.uuid(),
  title: z.string(),
  stage: z.enum(stages),
  dueAt: time.nullable(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  updatedAt: time,
  tally: tallyView,
})
export type ArticleRow = z.infer<typeof articleRow>

export const articleView = articleRow.extend({
  deck: z.string().nullable(),
  publicationDate: z.string().nullable(),
  importedBy: z.string(),
  importedAt: time,
  /** Head of the article's stream. */
  seq: z.int(),
  /** For the socket's address: /sync/:newsroom/:article?schema=N&epoch=E */
  schema: z.int(),
  epoch: z.int(),
})
export type ArticleView = z.infer<typeof articleView>

export const sourceView = z.object({
  id: z.uuid(),
  kind: z.enum(sourceKinds),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  addedBy: z.string(),
  addedAt: time,
})
export type SourceView = z.infer<typeof sourceView>

export const evidenceView = z.object({
  id: z.uuid(),
  stance: z.enum(stances),
  locator: z.string(),
  excerpt: z.string(),
  by: z.string(),
  at: time,
  source: sourceView,
})
export type EvidenceView = z.infer<typeof evidenceView>

export const verdictView = z.object({
  seq: z.int(),
  rating: z.enum(ratings),
  /** Null when none was given, or when it was erased. */
  why: z.string().nullable(),
  words: z.string(),
  by: z.string(),
  at: time,
  heldBy: z.string().nullable(),
  heldAt: time.nullable(),
})
export type VerdictView = z.infer<typeof verdictView>

export const claimView = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(claimKinds),
  words: z.string(),
  /** As marked, or as last judged; differs from `words` when reworded. */
  recorded: z.string(),
  place: z.enum(['placed', 'reworded', 'detached']),
  standing: z.enum(standings),
  ranges: z.array(z.object({ from: z.int(), to: z.int() })),
  /** Places that carry this claim's mark a second time, left by two edits at once. */
  doubled: z.int(),
  markedBy: z.string(),
  markedAt: time,
  assignee: z.string().nullable(),
  verdict: verdictView.nullable(),
  /** Earlier verdicts in conflict with `verdict`: given unseen of each other. */
  rivals: z.array(verdictView),
  signOff: z
    .object({ seq: z.int(), by: z.string(), at: time, words: z.string(), verdict: z.int(), counts: z.boolean() })
    .nullable(),
  evidence: z.array(evidenceView),
})
export type ClaimView = z.infer<typeof claimView>

export const historyEntry = z.object({
  seq: z.int(),
  at: time,
  by: z.string(),
  type: z.string(),
  claim: z.object({ id: z.uuid(), number: z.int() }).nullable(),
  /** The event as stored, without free text. */
  event: z.record(z.string(), z.unknown()),
  /** The free text that belongs to it: a reason, an excerpt; null when there is none or it was erased. */
  text: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const refusalView = z.object({ refusal: z.string(), text: z.string() })

/** What `/live/:newsroom` sends. `changed`: claims or rows of an article are newer than what is on screen. */
export type LiveMessage =
  | { type: 'ready' }
  | { type: 'event'; stream: string; seq: number; at: string; by: string; event: { type: string; claimId?: string } }
  | { type: 'changed'; article: string; seq: number; claims: string[] }
  | { type: 'reload'; stream: string }
