/** Which sentences the list shows, and in what order. Rule NC34. */
import { type Cue, cues } from '#domain/checkable.ts'
import { type SentenceStanding, sentenceStandings } from '#domain/tick.ts'
import type { CoveredSentence } from './coverage-now.ts'

export type Show = SentenceStanding
/** In the order in which the list offers them. */
export const shows: readonly Show[] = sentenceStandings.toReversed()

export const cueChoices = ['all', 'any', ...cues] as const
export type CueChoice = (typeof cueChoices)[number]

export interface Listed {
  /** Stays the same while the sentence does: its words, and the how-manieth with these words it is. */
  readonly key: string
  readonly sentence: CoveredSentence
}

export interface Narrowed {
  readonly show: Show
  readonly find: string
  readonly cue: CueChoice
}

/** Untouched sentences with something to check come first; otherwise the order is that of the text. */
export function listed(sentences: readonly CoveredSentence[], { show, find, cue }: Narrowed): Listed[] {
  const seen = new Map<string, number>()
  const wanted = plain(find.trim())
  const rows = sentences.flatMap((sentence): Listed[] => {
    const { words, standing, cues: its } = sentence
    const nth = (seen.get(words) ?? 0) + 1
    seen.set(words, nth)
    const fits = standing === show && hasCue(its, cue) && plain(words).includes(wanted)
    return fits ? [{ key: `${nth} ${words}`, sentence }] : []
  })
  if (show !== 'untouched') return rows
  const isFirst = ({ sentence }: Listed) => sentence.cues.length > 0
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))]
}

const hasCue = (its: readonly Cue[], cue: CueChoice): boolean =>
  cue === 'all' || (cue === 'any' ? its.length > 0 : its.includes(cue))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
