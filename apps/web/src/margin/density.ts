/**
 * How much each card says: as much as its state asks for, or one line where a cluster of touching cards would push one of them too far
 * from its words. The selected card always says everything. Pure; rule MG6.
 */
import { cardGap, type Card, layoutCards } from './layout-cards.ts'

export type Density = 'card' | 'line'

/** Farther from its words a card is no longer read as theirs. */
export const farthest = 160

/** A card whose claim has one line. */
export const lineHeight = 24

/** In step with the cards, whose heights are those they have as cards. */
export function densities(cards: readonly Card[], selected: string | null, ceiling = 0): Density[] {
  const found: Density[] = cards.map(() => 'card')
  // Cards that shrink give room to the next cluster; each round makes at least one more card a line, or ends.
  for (let isNew = true; isNew;) {
    isNew = false
    const sized = cards.map((card, at) => (found[at] === 'line' ? { ...card, height: lineHeight } : card))
    const { tops } = layoutCards(sized, selected, { ceiling })
    for (const [from, to] of clusters(sized, tops)) {
      const isFar = sized.slice(from, to).some(({ wanted }, at) => Math.abs((tops[from + at] ?? 0) - wanted) > farthest)
      if (!isFar) continue
      for (let at = from; at < to; at += 1) {
        if (found[at] === 'line' || sized[at]?.id === selected || (sized[at]?.height ?? 0) <= lineHeight) continue
        found[at] = 'line'
        isNew = true
      }
    }
  }
  return found
}

/** Stretches of cards that touch: from the first to behind the last. */
function clusters(cards: readonly Card[], tops: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = []
  for (const at of cards.keys()) {
    const last = found.at(-1)
    const bottom = (tops[at - 1] ?? 0) + (cards[at - 1]?.height ?? 0)
    if (last !== undefined && (tops[at] ?? 0) - bottom < cardGap + 0.5) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}
