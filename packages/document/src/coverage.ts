/**
 * How much of an article has been looked at: its sentences, and for each whether a claim stands on it, whether it was ticked, and what
 * in it can be checked. Made from the plain text; the editor makes the same from its blocks. Rules NC2–NC4, SN5.
 */
import { cuesIn } from '#domain/checkable.ts'
import { type SentenceInText, standingsOf, type Tick } from '#domain/tick.ts'
import { sentencesIn } from './sentence.ts'
import type { TextRange } from './text.ts'

export interface Coverage {
  readonly sentences: number
  readonly claimed: number
  readonly ticked: number
  readonly untouched: number
  /** Untouched sentences with something in them that can be checked. */
  readonly checkable: number
}

/** `claimed`: the places of all claims that stand. */
export function sentencesOf(text: string, language: string, claimed: readonly TextRange[]): SentenceInText[] {
  const ranges = claimed.toSorted((a, b) => a.from - b.from)
  let next = 0
  /** How far any range that began before reaches. */
  let reach = 0
  return sentencesIn(text, language).map(({ from, to }) => {
    for (; next < ranges.length && (ranges[next]?.from ?? 0) < to; next += 1) {
      reach = Math.max(reach, ranges[next]?.to ?? 0)
    }
    return { words: text.slice(from, to), claimed: reach > from }
  })
}

export function coverageOf(
  sentences: readonly SentenceInText[],
  language: string,
  ticks: ReadonlyMap<string, Pick<Tick, 'places'>>,
): Coverage {
  const standings = standingsOf(sentences, ticks)
  const count = (wanted: (typeof standings)[number]) => standings.filter((one) => one === wanted).length
  return {
    sentences: sentences.length,
    claimed: count('claimed'),
    ticked: count('ticked'),
    untouched: count('untouched'),
    checkable: sentences.filter(({ words }, at) => standings[at] === 'untouched' && cuesIn(words, language).length > 0)
      .length,
  }
}
