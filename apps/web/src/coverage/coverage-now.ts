/** Every sentence on this screen with what it counts as: the text, the claims, the ticks, and ticks on their way. Rules NC2–NC4. */
import type { Standing } from '#domain/claim.ts'
import type { Rating } from '#domain/rating.ts'
import { type SentenceStanding, standingsOf, type TickReason } from '#domain/tick.ts'
import type { TickView } from '#protocol/tick-view.ts'
import type { SentenceHere, TextRead } from './sentence-index.ts'

export interface CoveredSentence extends SentenceHere {
  readonly standing: SentenceStanding
  readonly tick: TickView | null
}

export interface CoverageNow {
  readonly sentences: readonly CoveredSentence[]
  readonly read: TextRead
  readonly counts: Readonly<Record<SentenceStanding, number>>
  /** Untouched sentences with something in them to check. */
  readonly checkable: number
  /** The claims that count, by id. */
  readonly claims: ReadonlyMap<string, { readonly standing: Standing; readonly rating: Rating | null }>
}

/** A tick on its way to the server; null for one that is taken back. */
export type PendingTick = { readonly reason: TickReason; readonly why: string } | null

export function coverageNow(
  read: TextRead,
  claims: CoverageNow['claims'],
  given: readonly TickView[],
  pending: ReadonlyMap<string, PendingTick>,
): CoverageNow {
  const ticks = new Map(given.map((tick) => [tick.words, tick]))
  for (const [words, tick] of pending) {
    if (tick === null) ticks.delete(words)
    else ticks.set(words, { words, ...tick, places: Infinity, by: '', at: '', seq: 0 })
  }
  const standings = standingsOf(
    read.sentences.map(({ words, claims: ids }) => ({ words, claimed: ids.some((id) => claims.has(id)) })),
    ticks,
  )
  const counts = { claimed: 0, ticked: 0, untouched: 0 }
  let checkable = 0
  const sentences = read.sentences.map((sentence, index): CoveredSentence => {
    const standing = standings[index] ?? 'untouched'
    counts[standing] += 1
    if (standing === 'untouched' && sentence.cues.length > 0) checkable += 1
    return { ...sentence, standing, tick: standing === 'ticked' ? (ticks.get(sentence.words) ?? null) : null }
  })
  return { sentences, read, counts, checkable, claims }
}

/** The next untouched sentence after an index, going round; -1 when none is left. */
export function nextUntouched(sentences: readonly Pick<CoveredSentence, 'standing'>[], after: number): number {
  const ahead = sentences.findIndex(({ standing }, index) => index > after && standing === 'untouched')
  return ahead !== -1 ? ahead : sentences.findIndex(({ standing }) => standing === 'untouched')
}
