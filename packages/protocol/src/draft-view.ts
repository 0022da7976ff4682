/** What the API shows of a new draft before it is brought in: what becomes of each claim, and which paragraphs read otherwise. */
import { z } from 'zod'
import { standings } from '#domain/claim.ts'
import { carriedAnswers } from '#domain/draft.ts'
import { fileRef } from '#domain/event.ts'
import { claimKinds } from '#domain/kind.ts'

/** Words with up to 32 characters around them, so that a person sees where they stand. */
const quotation = z.object({ before: z.string(), words: z.string(), after: z.string() })

export const carriedClaimView = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(claimKinds),
  standing: z.enum(standings),
  answer: z.enum(carriedAnswers),
  /** Whether its words are others than before: its verdict stops counting then. */
  changed: z.boolean(),
  old: quotation,
  /** Of an unsure one our best guess; null when gone, or when there is no guess. */
  new: quotation.nullable(),
})
export type CarriedClaimView = z.infer<typeof carriedClaimView>

export const draftView = z.object({
  id: z.uuid(),
  by: z.string(),
  at: z.iso.datetime(),
  original: fileRef.nullable(),
  /** Of the text it was compared with; what is typed since stays. */
  baseSeq: z.int(),
  /** In the order of the old text. */
  claims: z.array(carriedClaimView),
  /** Paragraphs that read otherwise, in the order of the text; empty `before`: came anew, empty `after`: gone. */
  changes: z.array(z.object({ before: z.string(), after: z.string() })),
})
export type DraftView = z.infer<typeof draftView>

/** What a person says of a claim the engine was unsure of: our guess is its place, or its words are gone. */
export const draftAnswer = z.object({ claimId: z.uuid(), is: z.enum(['there', 'gone']) })
export type DraftAnswer = z.infer<typeof draftAnswer>
