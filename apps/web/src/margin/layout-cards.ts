/**
 * Where the cards in the margin lie. Each wants its top level with its words; they may not overlap and keep the order of the text, so the
 * displacement is shared: least squares, by pooling adjacent violators. The selected card lies exactly level and the others give way.
 * Pure; rules MG1–MG5.
 */

export interface Card {
  readonly id: string
  /** Where its top would be level with the first line of its claim. Cards come in the order of the text. */
  readonly wanted: number
  readonly height: number
}

export interface Layout {
  /** Tops, in step with the cards. */
  readonly tops: readonly number[]
  /** MG5. So many of the first cards find no room above the selected one. */
  readonly folded: number
  /** Where the last card ends: the text beside them needs to be as high. */
  readonly end: number
}

/** Between two cards. */
export const cardGap = 8

interface Pool {
  sum: number
  count: number
}

/** The non-decreasing sequence nearest to the values in the sense of least squares. */
export function isotonic(values: readonly number[]): number[] {
  const pools: Pool[] = []
  for (const value of values) {
    let pool: Pool = { sum: value, count: 1 }
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.count <= pool.sum / pool.count) break
      pools.pop()
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
    }
    pools.push(pool)
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}

/** `ceiling` is the highest place there is; `fold` what the line takes that says how many cards are folded away above. */
export function layoutCards(
  cards: readonly Card[],
  selected: string | null,
  { ceiling = 0, fold = 0 }: { ceiling?: number; fold?: number } = {},
): Layout {
  /** What lies above each card when they all touch. */
  const above: number[] = []
  let sum = 0
  for (const { height } of cards) {
    above.push(sum)
    sum += height + cardGap
  }
  const z = cards.map(({ wanted }, index) => wanted - (above[index] ?? 0))
  const fixed = cards.findIndex(({ id }) => id === selected)
  const settled = fixed === -1 ? isotonic(z).map((value) => Math.max(ceiling, value)) : aroundFixed(z, fixed, ceiling)
  const tops = settled.map((value, index) => value + (above[index] ?? 0))
  const last = cards.length - 1
  const end = last === -1 ? 0 : (tops[last] ?? 0) + (cards[last]?.height ?? 0)
  // Only above a selected card can there be too little room; the line that counts the folded ones needs room as well.
  if (fixed <= 0 || (tops[0] ?? 0) >= ceiling) return { tops, folded: 0, end }
  const first = tops.findIndex((top) => top >= ceiling + fold)
  return { tops, folded: first === -1 || first > fixed ? fixed : first, end }
}

/** MG3. Both sides of the fixed one are settled by themselves and then held to it. */
function aroundFixed(z: readonly number[], fixed: number, ceiling: number): number[] {
  const held = z[fixed] ?? 0
  const before = isotonic(z.slice(0, fixed)).map((value) => Math.min(held, Math.max(ceiling, value)))
  const after = isotonic(z.slice(fixed + 1)).map((value) => Math.max(held, value))
  return [...before, held, ...after]
}
