/**
 * Two rows put side by side: which item of the one is which item of the other, in order, none used twice, so that the sum of what
 * the pairs are worth is as large as it can be. Neighbours that stay neighbours are worth a little more; that tells repeats apart.
 * Time and memory grow with the product of the lengths, so that rows too long for it are cut at landmarks first.
 */

export type Pair = readonly [a: number, b: number]

export interface Rows {
  readonly a: Int32Array
  readonly b: Int32Array
  /** What pairing item `at` of a with each item of b from `from` to `to` is worth, written to `worth` from index 0; 0 is never. */
  worth(at: number, from: number, to: number, worth: Float64Array): void
  /** Extra worth of a pair whose neighbours before are a pair. */
  readonly together: number
}

/**
 * What is equal at either end is paired without more ado, but for this many items next to what differs: of “12 hurt, 12 dead” and
 * “12 dead” the first number is not the same.
 */
const margin = 16

/** 4,000 × 4,000: 16 MB and about 100 ms. Articles stay far below; only what is longer is cut at landmarks. */
const largest = 16_000_000

/** Pairs in order. */
export function align(rows: Rows): Pair[] {
  const pairs: Pair[] = []
  alignStretch(rows, 0, rows.a.length, 0, rows.b.length, pairs, true)
  return pairs
}

function alignStretch(rows: Rows, a0: number, a1: number, b0: number, b1: number, pairs: Pair[], cut: boolean): void {
  let equal = 0
  while (a0 + equal < a1 && b0 + equal < b1 && rows.a[a0 + equal] === rows.b[b0 + equal]) equal += 1
  if (a0 + equal < a1 || b0 + equal < b1) equal = Math.max(0, equal - margin)
  for (; equal > 0; equal -= 1) pairs.push([a0++, b0++])
  while (a0 + equal < a1 && b0 + equal < b1 && rows.a[a1 - 1 - equal] === rows.b[b1 - 1 - equal]) equal += 1
  equal = Math.max(0, equal - margin)
  const tail: Pair[] = []
  for (; equal > 0; equal -= 1) tail.push([--a1, --b1])
  if ((a1 - a0) * (b1 - b0) <= largest) alignByWorth(rows, a0, a1, b0, b1, pairs, tail.length > 0)
  else if (cut) {
    let [a, b] = [a0, b0]
    for (const [atA, atB] of [...landmarks(rows, a0, a1, b0, b1), [a1, b1] as const]) {
      alignStretch(rows, a, atA, b, atB, pairs, false)
      if (atA < a1) pairs.push([atA, atB])
      ;[a, b] = [atA + 1, atB + 1]
    }
  }
  for (const pair of tail.toReversed()) pairs.push(pair)
}

const skipA = 1
const skipB = 2
const take = 3
const afterPair = 4

function alignByWorth(
  rows: Rows,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  pairs: Pair[],
  beforePair: boolean,
): void {
  const [height, width] = [a1 - a0, b1 - b0]
  if (height === 0 || width === 0) return
  const steps = new Uint8Array(height * width)
  const worth = new Float64Array(width)
  // `best` up to here; `paired`: the best that ends with these two as a pair.
  let [best, bestBefore] = [new Float64Array(width + 1), new Float64Array(width + 1)]
  let [paired, pairedBefore] = [new Float64Array(width + 1).fill(-1), new Float64Array(width + 1).fill(-1)]
  const last = pairs.at(-1)
  // To be beside a pair just outside the stretch is to stay neighbours too.
  if (last !== undefined && last[0] === a0 - 1 && last[1] === b0 - 1) paired[0] = 0
  for (let i = 0; i < height; i += 1) {
    ;[best, bestBefore] = [bestBefore, best]
    ;[paired, pairedBefore] = [pairedBefore, paired]
    rows.worth(a0 + i, b0, b1, worth)
    best[0] = 0
    paired[0] = -1
    for (let j = 0; j < width; j += 1) {
      let step = skipA
      let value = bestBefore[j + 1] ?? 0
      const left = best[j] ?? 0
      if (left > value) [step, value] = [skipB, left]
      const gain = worth[j] ?? 0
      let pair = -1
      if (gain > 0) {
        const alone = bestBefore[j] ?? 0
        const along = (pairedBefore[j] ?? -1) + rows.together
        const joined = (pairedBefore[j] ?? -1) >= 0 && along > alone
        pair = (joined ? along : alone) + gain
        if (pair > value) [step, value] = [take, pair]
        if (joined) step |= afterPair
      }
      paired[j + 1] = pair
      best[j + 1] = value
      steps[i * width + j] = step
    }
  }
  const found: Pair[] = []
  let [i, j] = [height - 1, width - 1]
  const atEnd = paired[width] ?? -1
  let forced = beforePair && atEnd >= 0 && atEnd + rows.together > (best[width] ?? 0)
  while (i >= 0 && j >= 0) {
    const step = steps[i * width + j] ?? 0
    if (forced || (step & 3) === take) {
      found.push([a0 + i, b0 + j])
      forced = (step & afterPair) !== 0
      i -= 1
      j -= 1
    } else if ((step & 3) === skipA) i -= 1
    else j -= 1
  }
  for (const pair of found.toReversed()) pairs.push(pair)
}

/** Items that occur once on either side and keep their order: the longest such row of pairs. */
function landmarks(rows: Rows, a0: number, a1: number, b0: number, b1: number): Pair[] {
  const placesInA = onceIn(rows.a, a0, a1)
  const placesInB = onceIn(rows.b, b0, b1)
  const candidates: Pair[] = []
  for (const [id, at] of placesInA) {
    const other = placesInB.get(id)
    if (at !== -1 && other !== undefined && other !== -1) candidates.push([at, other])
  }
  return longestRising(candidates)
}

/** Id → its place, or −1 when it has several. */
function onceIn(ids: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const id = ids[at] ?? -1
    places.set(id, places.has(id) ? -1 : at)
  }
  return places
}

/** Of pairs in order of a, the longest choice that is in order of b too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, [, b]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = index
  }
  const chosen: Pair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) chosen.push(pair)
  }
  return chosen.toReversed()
}
