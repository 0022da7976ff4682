/**
 * What the API shows: one definition for the server's replies, the API's description and the web app's types.
 * Times are ISO 8601 in UTC, dates YYYY-MM-DD, offsets UTF-16 code units of the article's plain text.
 */
import { z } from 'zod'
import { roles } from '#domain/actor.ts'
import { asserterKinds } from '#domain/asserter.ts'
import { standings } from '#domain/claim.ts'
import { stages } from '#domain/desk.ts'
import { elementFindings, elements } from '#domain/element.ts'
import { stances } from '#domain/evidence.ts'
import { fileRef } from '#domain/event.ts'
import { reopenings } from '#domain/reopening.ts'
import { risks } from '#domain/risk.ts'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { truthRatings } from '#domain/truth.ts'

const time = z.iso.datetime()

export const personView = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  /** 0–7: which of the eight hues of people. */
  hue: z.int().min(0).max(7),
  roles: z.array(z.enum(roles)),
  kind: z.enum(['person', 'program']),
  /** Whether they have left; their name stays beside what they did. */
  left: z.boolean(),
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
  risky: z.int(),
  queries: z.int(),
})

export const articleRow = z.object({
  id: z.uuid(),
  title: z.string(),
  stage: z.enum(stages),
  dueAt: time.nullable(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** The part of the newsroom that runs it; empty when nobody has said. */
  desk: z.string(),
  /** Ids of the people it is given to. */
  assignees: z.array(z.string()),
  updatedAt: time,
  tally: tallyView,
})
export type ArticleRow = z.infer<typeof articleRow>

export const articleView = articleRow.extend({
  deck: z.string().nullable(),
  publicationDate: z.string().nullable(),
  byline: z.string(),
  /** The file it was brought in from, downloadable at articles/:article/original; null when it was pasted. */
  original: fileRef.nullable(),
  open: z.enum(['newsroom', 'named']),
  /** Ids of the people it is open to when `open` is named. */
  people: z.array(z.string()),
  /** Whether its desk opens with suggested claims. */
  suggests: z.boolean(),
  importedBy: z.string(),
  importedAt: time,
  /** Head of the article's stream. */
  seq: z.int(),
  /** For the socket's address: /sync/:newsroom/:article?schema=N&epoch=E */
  schema: z.int(),
  epoch: z.int(),
})
export type ArticleView = z.infer<typeof articleView>
/** What is said of an article, without what every key in its text changes. */
export type SteadyArticle = Omit<ArticleView, 'updatedAt' | 'tally' | 'seq'>

export const sourceView = z.object({
  id: z.uuid(),
  kind: z.enum(sourceKinds),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  author: z.string(),
  /** YYYY-MM-DD or empty. */
  publishedOn: z.string(),
  language: z.string(),
  terms: z.enum(sourceTerms),
  attribution: z.string(),
  anonymity: z.string(),
  approvedBy: z.string().nullable(),
  originId: z.uuid().nullable(),
  state: z.enum(sourceStates),
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
  /** How the words should read instead, if the verdict says so; equal to `words` once they do. */
  proposed: z.string().nullable(),
  by: z.string(),
  at: time,
  heldBy: z.string().nullable(),
  heldAt: time.nullable(),
})
export type VerdictView = z.infer<typeof verdictView>

/** Whether what a quote says is so; on other words than the claim's it is stale. */
export const truthView = z.object({
  seq: z.int(),
  rating: z.enum(truthRatings),
  /** Null when none was given, or when it was erased. */
  why: z.string().nullable(),
  words: z.string(),
  by: z.string(),
  at: time,
})
export type TruthView = z.infer<typeof truthView>

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
  risk: z.enum(risks),
  dueAt: time.nullable(),
  /** Why the verdict stopped counting though the words stand: a source it rests on was taken back, or its date means another day. */
  reopened: z.object({ seq: z.int(), sourceId: z.uuid().nullable(), because: z.enum(reopenings) }).nullable(),
  /** The claim it was found to be one with; it is withdrawn then. */
  mergedInto: z.uuid().nullable(),
  /** What a date claim's words mean by the publication date: first and last day; null while the article has none. */
  dates: z.array(z.object({ phrase: z.string(), from: z.iso.date().nullable(), to: z.iso.date().nullable() })),
  /** What was found of parts of its words, looked up one by one; of other words than `words` it is stale. */
  elements: z.array(
    z.object({
      element: z.enum(elements),
      finding: z.enum(elementFindings),
      words: z.string(),
      by: z.string(),
      at: time,
    }),
  ),
  /** Remarks, and how many of them call on somebody and are not resolved. */
  talk: z.object({ remarks: z.int(), waiting: z.int() }),
  /** Queries not decided yet. */
  queries: z.array(
    z.object({ id: z.uuid(), state: z.enum(['asked', 'answered']), askedBy: z.string(), to: z.string(), at: time }),
  ),
  verdict: verdictView.nullable(),
  /** Earlier verdicts in conflict with `verdict`: given unseen of each other. */
  rivals: z.array(verdictView),
  /** Of a quote, beside the verdict, which says whether it was said; kept when the kind changes. */
  truth: truthView.nullable(),
  /** Who says what the claim says; of a quote, the speaker. Null when nobody has said. */
  asserter: z
    .object({
      kind: z.enum(asserterKinds),
      /** Empty for those who have none; null once erased. */
      name: z.string().nullable(),
      terms: z.enum(sourceTerms).nullable(),
    })
    .nullable(),
  signOff: z
    .object({
      seq: z.int(),
      by: z.string(),
      at: time,
      words: z.string(),
      verdict: z.int(),
      truth: z.int().nullable(),
      counts: z.boolean(),
    })
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
  /** The claim's words at that time. */
  words: z.string().nullable(),
  /** The claim it was merged into, or that was split off. */
  other: z.object({ id: z.uuid(), number: z.int() }).nullable(),
  /** The free text that belongs to it: a reason, an excerpt; null when there is none or it was erased. */
  text: z.string().nullable(),
  /** The words that a verdict proposed; null when it proposed none or they were erased. */
  proposed: z.string().nullable(),
  /** Who erased what was written, and when. */
  erased: z.object({ by: z.string(), at: time }).nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const refusalView = z.object({ refusal: z.string(), text: z.string() })

/**
 * What `/live/:newsroom` sends. `changed`: claims or rows of an article are newer than what is on screen; with `onlyWords` nothing but the
 * words of these claims, and the title.
 */
export type LiveMessage =
  | { type: 'ready' }
  | { type: 'event'; stream: string; seq: number; at: string; by: string; event: { type: string; claimId?: string } }
  | { type: 'changed'; article: string; seq: number; claims: string[]; onlyWords?: boolean }
  | { type: 'reload'; stream: string }
