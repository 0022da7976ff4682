/** What the API shows of the library: sources in a list, the whole record of one, origins, and records that may be one source. */
import { z } from 'zod'
import { standings } from '#domain/claim.ts'
import { stances } from '#domain/evidence.ts'
import { sourceView } from './view.ts'

const time = z.iso.datetime()

export const sourceRow = sourceView.extend({
  /** How many claims have it among their sources, in articles open to whoever asks. */
  uses: z.int(),
  documents: z.int(),
  /** How many other sources have the same link or the same document. */
  duplicates: z.int(),
})
export type SourceRow = z.infer<typeof sourceRow>

export const originView = z.object({
  id: z.uuid(),
  /** Empty when it was erased. */
  name: z.string(),
  sources: z.int(),
})
export type OriginView = z.infer<typeof originView>

export const documentView = z.object({
  id: z.uuid(),
  /** As the file was called; empty when it was erased. */
  name: z.string(),
  /** Read from the bytes, not from the name. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  by: z.string(),
  at: time,
})
export type DocumentView = z.infer<typeof documentView>

/** A claim that has the source among its sources, in an article open to whoever asks. */
export const restingClaim = z.object({
  article: z.object({
    id: z.uuid(),
    title: z.string(),
    language: z.string(),
  }),
  id: z.uuid(),
  number: z.int(),
  words: z.string(),
  standing: z.enum(standings),
  evidence: z.object({ id: z.uuid(), stance: z.enum(stances), locator: z.string() }),
  /** Whether its verdict would lose its ground if the source were taken back. */
  reopens: z.boolean(),
})
export type RestingClaim = z.infer<typeof restingClaim>

const named = z.object({ id: z.uuid(), title: z.string(), publisher: z.string() })

export const sourceRecord = sourceView.extend({
  /** Why it was withdrawn or corrected the last time; null while it stands, or when it was erased. */
  why: z.string().nullable(),
  changedAt: time.nullable(),
  origin: originView.nullable(),
  /** The source that this one was merged into. */
  mergedInto: named.nullable(),
  /** Those that were merged into this one. */
  merged: z.array(named),
  documents: z.array(documentView),
  rests: z.array(restingClaim),
})
export type SourceRecord = z.infer<typeof sourceRecord>

export const duplicateGroup = z.object({
  /** What they have in common: the page a link leads to, or the bytes of a document. */
  by: z.enum(['link', 'document']),
  sources: z.array(sourceRow),
})
export type DuplicateGroup = z.infer<typeof duplicateGroup>
