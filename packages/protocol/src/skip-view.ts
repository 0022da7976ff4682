/** What the API shows of suggested words that were skipped. */
import { z } from 'zod'

export const skipView = z.object({
  /** As they read; they may stand in the text no more. */
  words: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  seq: z.int(),
})
export type SkipView = z.infer<typeof skipView>
