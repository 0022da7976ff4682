/** What the API shows of a claim that has lost its words: how they stood, and where they most likely stand now. */
import { z } from 'zod'

/** Words with up to 32 characters around them; the words quoted so stand in exactly one place. */
const quotation = z.object({ before: z.string(), words: z.string(), after: z.string() })

export const lostWordsView = z.object({
  /** The last words, with what stood around them when they were marked. */
  lost: quotation,
  /** A guess for a person to take or leave; null when nothing of them is left, or when they stand. */
  guess: quotation.nullable(),
})
export type LostWordsView = z.infer<typeof lostWordsView>
