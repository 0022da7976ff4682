/**
 * Where a claim stands: which of its marked runs are its words, given what is on record. Rules AN1–AN6.
 * Doubt is never settled in silence: a claim without a mark is detached, not guessed onto similar words.
 */
import type { MarkedRun } from './text-index.ts'
import { wordsAt } from './text-index.ts'
import type { TextRange } from './text.ts'

export interface Placed {
  readonly ranges: readonly TextRange[]
  readonly words: string
  /** Marked runs with this id that are not taken for the claim: a copy that two people's edits left behind. */
  readonly doubled: readonly TextRange[]
}

/** Characters of surroundings kept with a claim on each side, in UTF-16 code units. */
export const contextLength = 32

/**
 * AN5. One run: that is the claim. Several: the run that still reads as recorded is the claim and the others are doubles;
 * when none does, the claim stands in pieces. Null when no mark is left.
 */
export function place(text: string, runs: readonly MarkedRun[] | undefined, recorded: string | null): Placed | null {
  if (runs === undefined || runs.length === 0) return null
  const whole = runs.length > 1 ? runs.find((run) => text.slice(run.from, run.to) === recorded) : undefined
  const taken = whole === undefined ? runs : [whole]
  const ranges = taken.map((run) => withWholePairs(text, run))
  const doubled = runs.filter((run) => !taken.includes(run)).map(({ from, to }) => ({ from, to }))
  return { ranges, words: wordsAt(text, ranges), doubled }
}

/** A mark's edge inside a surrogate pair takes the whole character in. */
const withWholePairs = (text: string, { from, to }: TextRange): TextRange => ({
  from: clearOfPairs(text, from) === from ? from : from - 1,
  to: clearOfPairs(text, to),
})

/** The characters just before and after a claim; never half of a surrogate pair. */
export function surroundings(text: string, ranges: readonly TextRange[]): { before: string; after: string } {
  const from = ranges[0]?.from ?? 0
  const to = ranges.at(-1)?.to ?? from
  return {
    before: text.slice(clearOfPairs(text, Math.max(0, from - contextLength)), from),
    after: text.slice(to, clearOfPairs(text, Math.min(text.length, to + contextLength))),
  }
}

/** The offset itself, or one later when it would split a surrogate pair. */
export function clearOfPairs(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return offset > 0 && offset < text.length && unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}
