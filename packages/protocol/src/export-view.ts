/**
 * What leaves the house about an article: the JSON export, and by the same rows the CSV. People are named, not numbered. Of sources only
 * what may be printed is in it: on background the attribution line alone, off the record nothing but how many there are. Rule EX1.
 */
import { z } from 'zod'
import { asserterKinds } from '#domain/asserter.ts'
import { standings } from '#domain/claim.ts'
import { stages } from '#domain/desk.ts'
import { stances } from '#domain/evidence.ts'
import { gateRules } from '#domain/gate.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { risks } from '#domain/risk.ts'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import { truthRatings } from '#domain/truth.ts'
import { coverageView } from './tick-view.ts'

const time = z.iso.datetime()
const range = z.object({ from: z.int(), to: z.int() })

export const exportedSource = z.discriminatedUnion('terms', [
  z.object({
    terms: z.literal('on-record'),
    kind: z.enum(sourceKinds),
    title: z.string(),
    publisher: z.string(),
    author: z.string(),
    url: z.string(),
    publishedOn: z.string(),
    state: z.enum(sourceStates),
  }),
  z.object({ terms: z.literal('background'), attribution: z.string(), state: z.enum(sourceStates) }),
])
export type ExportedSource = z.infer<typeof exportedSource>

const exportedVerdict = z.object({
  rating: z.enum(ratings),
  words: z.string(),
  /** How the words should read instead, if the verdict says so; equal to `words` once they do. */
  proposed: z.string().nullable(),
  why: z.string().nullable(),
  by: z.string(),
  at: time,
  /** Who said last that it still holds for newer words, and when. */
  heldBy: z.string().nullable(),
  heldAt: time.nullable(),
})

export const exportedClaim = z.object({
  number: z.int(),
  kind: z.enum(claimKinds),
  risk: z.enum(risks),
  words: z.string(),
  /** UTF-16 code units of the text. */
  ranges: z.array(range),
  standing: z.enum(standings),
  markedBy: z.string(),
  markedAt: time,
  assignee: z.string().nullable(),
  verdict: exportedVerdict.nullable(),
  /** Verdicts in conflict with it. */
  rivals: z.array(exportedVerdict),
  /** Of a quote, whether what it says is so; its verdict says whether it was said. Null unless it was found of these words. */
  truth: z.object({ rating: z.enum(truthRatings), why: z.string().nullable(), by: z.string(), at: time }).nullable(),
  /** Who says what the claim says; named only when they speak on the record. */
  asserter: z
    .object({ kind: z.enum(asserterKinds), name: z.string(), terms: z.enum(sourceTerms).nullable() })
    .nullable(),
  signOff: z.object({ by: z.string(), at: time, counts: z.boolean() }).nullable(),
  evidence: z.array(
    z.object({ stance: z.enum(stances), locator: z.string(), excerpt: z.string(), source: exportedSource }),
  ),
  /** Links to sources that are off the record. */
  offRecord: z.int(),
  openQueries: z.int(),
})
export type ExportedClaim = z.infer<typeof exportedClaim>

export const articleExport = z.object({
  exportedAt: time,
  article: z.object({
    id: z.uuid(),
    title: z.string(),
    deck: z.string().nullable(),
    byline: z.string(),
    publicationDate: z.string().nullable(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    desk: z.string(),
    stage: z.enum(stages),
    dueAt: time.nullable(),
  }),
  text: z.object({
    plain: z.string(),
    sha256: z.string(),
    /** The newest version that reads so; null when the text was edited since. */
    version: z.int().nullable(),
  }),
  coverage: coverageView,
  claims: z.array(exportedClaim),
  /** Without the notes, which stay in the house. */
  steps: z.array(
    z.object({
      step: z.enum(['requested', 'sent-back', 'approved', 'published']),
      version: z.int().nullable(),
      by: z.string(),
      at: time,
    }),
  ),
  exceptions: z.array(
    z.object({ claim: z.int(), rule: z.enum(gateRules), by: z.string(), at: time, counts: z.boolean() }),
  ),
})
export type ArticleExport = z.infer<typeof articleExport>
