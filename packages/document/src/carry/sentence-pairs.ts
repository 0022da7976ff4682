/** Sentences that kept their order, paired one to one: first the like ones, then those of which one became part of the other. */
import { align, type Pair } from './alignment.ts'
import type { Group } from './groups.ts'
import { alike, clearlyAlike, likenessTo, type Sides } from './sides.ts'

/** Worth of two sentences that were neighbours and stay so, in words: enough to tell repeats apart, too little to pair strangers. */
const together = 0.5

export function pairInOrder(sides: Sides): Group[] {
  const { a, b } = sides
  const idsA = Int32Array.from(a.sentences, ({ id }) => id)
  const idsB = Int32Array.from(b.sentences, ({ id }) => id)
  const twins = twinsOf(idsA, idsB)
  const pairs = align({
    a: idsA,
    b: idsB,
    together,
    worth: (i, from, to, worth) => {
      const likeness = likenessTo(sides, i)
      const sum = a.sums[i] ?? 0
      const hasTwin = twins.has(idsA[i] ?? -1)
      for (let j = from; j < to; j += 1) {
        if (idsA[i] === idsB[j]) worth[j - from] = sum
        else {
          // A sentence that stands word for word on the other side, once, is that one and nothing similar.
          const like = hasTwin || twins.has(idsB[j] ?? -1) ? 0 : likeness(j)
          worth[j - from] = like < alike ? 0 : (((sum + (b.sums[j] ?? 0)) / 2) * (like - alike)) / (1 - alike)
        }
      }
    },
  })
  return pairs.map(([i, j], at) => {
    const sure = idsA[i] === idsB[j] || isHeld(sides, pairs, at) || likenessTo(sides, i)(j) >= clearlyAlike
    return one(i, j, !sure)
  })
}

/** Whether the sentences before and after are pairs too, or the ends of both drafts: then this one has nowhere else to be. */
function isHeld({ a, b }: Sides, pairs: readonly Pair[], at: number): boolean {
  const [i, j] = pairs[at] ?? [-1, -1]
  const [before, after] = [pairs[at - 1] ?? [-1, -1], pairs[at + 1] ?? [a.sentences.length, b.sentences.length]]
  return before[0] === i - 1 && before[1] === j - 1 && after[0] === i + 1 && after[1] === j + 1
}

const one = (i: number, j: number, doubtful: boolean): Group => ({
  a: { from: i, to: i + 1 },
  b: { from: j, to: j + 1 },
  way: 'in order',
  doubtful,
})

/** Ids that stand exactly once on either side. */
function twinsOf(idsA: Int32Array, idsB: Int32Array): Set<number> {
  const [onceA, onceB] = [once(idsA), once(idsB)]
  return new Set([...onceA].filter((id) => onceB.has(id)))
}

function once(ids: Int32Array): Set<number> {
  const [seen, again] = [new Set<number>(), new Set<number>()]
  for (const id of ids) (seen.has(id) ? again : seen).add(id)
  return new Set([...seen].filter((id) => !again.has(id)))
}

/** The share of the smaller sentence's words that the larger one must hold, and the fewest words it must have, by weight. */
const mostOfIt = 0.8
const leastWords = 1

/** Between the same neighbours more sentences than this on both sides are a rewritten text, not lines that became a sentence. */
const largestGap = 10_000

/**
 * Sentences left over between the same neighbours, of which one holds nearly all of the other: lines that became one sentence, or
 * a sentence that became a list.
 */
export function pairContained({ a, b, index }: Sides, groups: Group[]): void {
  const found: Group[] = []
  let [fromA, fromB] = [0, 0]
  const end = { a: { from: a.sentences.length, to: 0 }, b: { from: b.sentences.length, to: 0 } }
  for (const next of [...groups.toSorted((one, other) => one.a.from - other.a.from), end]) {
    const [height, width] = [next.a.from - fromA, next.b.from - fromB]
    if (height > 0 && width > 0 && height * width <= largestGap) {
      const [startA, startB] = [fromA, fromB]
      const pairs = align({
        // Nothing left over here is equal.
        a: Int32Array.from({ length: height }, (_, at) => at),
        b: Int32Array.from({ length: width }, (_, at) => -1 - at),
        together: 0,
        worth: (at, from, to, worth) => {
          const sentence = a.sentences[startA + at] ?? { from: 0, to: 0 }
          const shared = index.shared(a.tokens, sentence.from, sentence.to)
          for (let j = from; j < to; j += 1) {
            const smaller = Math.min(a.sums[startA + at] ?? 0, b.sums[startB + j] ?? 0)
            const common = shared[startB + j] ?? 0
            worth[j - from] = smaller >= leastWords && common >= mostOfIt * smaller ? common : 0
          }
        },
      })
      for (const [i, j] of pairs) found.push(one(startA + i, startB + j, false))
    }
    ;[fromA, fromB] = [next.a.to, next.b.to]
  }
  groups.push(...found)
}
