/**
 * Skipping suggested words: the word of a checker that they need no claim. Bound to the exact words, wherever they stand, and taken
 * back at will; words that read otherwise are suggested again. Suggestions themselves are made anew on each desk and kept nowhere.
 * Rule SU4.
 */
import { type Actor, mayDecide } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

export interface Skipping {
  /** In the order asked for, each once. */
  readonly words: readonly string[]
  /** Of those asked for: what no longer stands in the text. */
  readonly missed: readonly string[]
}

/** SU4. Skips what stands in `text`, all of the article as it reads now; refuses when none of it does. */
export function skipWords(actor: Actor, asked: readonly string[], text: string): Result<Skipping> {
  if (!mayDecide(actor)) return refuse('may-not-mark')
  const once = [...new Set(asked)]
  const words = once.filter((one) => text.includes(one))
  if (words.length === 0) return refuse('words-changed')
  return ok({ words, missed: once.filter((one) => !text.includes(one)) })
}

/** SU4. */
export const bringBack = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-mark'))
