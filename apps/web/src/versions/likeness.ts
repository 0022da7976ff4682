/** Which lines of one text became which of another: in order, and only where they have enough in common. In any script. */

/** Two lines are one line reworded from here on; below it a reader sees two lines that have nothing to do with each other. */
const leastAlike = 0.4
/** More pairs than this are not compared: then only lines at about the same place in both texts are. */
const mostPairs = 10_000
/** Texts longer than this on both sides have no pairs: lines went and lines came. */
const mostCells = 1_000_000

type Pairs = ReadonlyMap<string, number>

function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sizeOf = (pairs: Pairs): number => [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** 0–1: how many of their pairs of letters two lines share. Words of every script have them, spaces or none. */
function likeness(a: Pairs, b: Pairs): number {
  const all = sizeOf(a) + sizeOf(b)
  if (all === 0) return 0
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / all
}

/** Places in `gone` and `came` that belong together, both ascending, so chosen that together they are most alike. */
export function alikePairs(gone: readonly string[], came: readonly string[]): [number, number][] {
  if (gone.length === 0 || came.length === 0 || gone.length * came.length > mostCells) return []
  const old = gone.map(pairsOf)
  const now = came.map(pairsOf)
  const reach = mostPairs / Math.max(gone.length, came.length) / 2
  const isNear = (i: number, j: number): boolean => Math.abs((i / gone.length) * came.length - j) <= reach
  const alike = old.map((a, i) => now.map((b, j) => (isNear(i, j) ? likeness(a, b) : 0)))
  // best[i][j]: the most that the lines from i and j on can have in common.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(came.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const gain = (i: number, j: number): number => {
    const value = alike[i]?.[j] ?? 0
    return value < leastAlike ? -1 : value
  }
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = came.length - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j) + at(i + 1, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < gone.length && j < came.length;) {
    if (gain(i, j) > 0 && at(i, j) === gain(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}
