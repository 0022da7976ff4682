/** What the API shows of ticked sentences, and of how much of an article has been looked at. */
import { z } from 'zod'
import { tickReasons } from '#domain/tick.ts'

export const tickView = z.object({
  /** The sentence as it read; it may stand in the text no more, or in more places than then. */
  words: z.string(),
  places: z.int(),
  reason: z.enum(tickReasons),
  /** Null when nothing was written, or when it was erased. */
  why: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  seq: z.int(),
})
export type TickView = z.infer<typeof tickView>

export const coverageView = z.object({
  sentences: z.int(),
  claimed: z.int(),
  ticked: z.int(),
  untouched: z.int(),
  /** Untouched sentences with a figure, a quotation, a date, a name or a superlative in them. */
  checkable: z.int(),
})
export type CoverageView = z.infer<typeof coverageView>
