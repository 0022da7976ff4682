/**
 * Words paired inside sentences that are paired. Equal words first; where nothing is equal, what stands in for another: a number
 * for a number, a name for a name, a word for another form of itself. Pairs keep their order.
 */
import { align, type Pair } from './alignment.ts'
import { type Group, tokensIn } from './groups.ts'
import type { Side, Sides } from './sides.ts'
import { mark, number, word } from './tokens.ts'

// What a pair of tokens is worth. Equal words outweigh everything; a stand-in decides only between places where nothing is equal.
const equalWord = 1
const equalMark = 0.3
const numberForNumber = 0.35
const formForForm = 0.35
const nameForName = 0.15
/** Worth of staying neighbours. */
const together = 0.25

/** Pairs in order; words of b for which `taken` is not −1 have theirs already. */
export function pairWords(sides: Sides, group: Group, taken?: Int32Array): Pair[] {
  const { a, b, weights } = sides
  const [fromA, toA] = tokensIn(a, group.a)
  const [fromB, toB] = tokensIn(b, group.b)
  const pairs = align({
    a: a.tokens.ids.subarray(fromA, toA),
    b: taken === undefined ? b.tokens.ids.subarray(fromB, toB) : free(b.tokens.ids, taken, fromB, toB),
    together,
    worth: (at, from, to, worth) => {
      const [i, id] = [fromA + at, a.tokens.ids[fromA + at] ?? -1]
      const equal = a.tokens.kinds[i] === mark ? equalMark : equalWord / 2 + (equalWord / 2) * (weights[id] ?? 0)
      for (let j = from; j < to; j += 1) {
        if (taken !== undefined && taken[fromB + j] !== -1) worth[j - from] = 0
        else worth[j - from] = id === b.tokens.ids[fromB + j] ? equal : standIn(a, i, b, fromB + j)
      }
    },
  })
  return pairs.map(([i, j]) => [fromA + i, fromB + j])
}

/** Ids from `from` to `to`, those of taken words left out. */
function free(ids: Int32Array, taken: Int32Array, from: number, to: number): Int32Array {
  return ids.slice(from, to).map((id, at) => (taken[from + at] === -1 ? id : -1))
}

function standIn(a: Side, i: number, b: Side, j: number): number {
  const kind = a.tokens.kinds[i]
  if (kind !== b.tokens.kinds[j]) return 0
  if (kind === number) return numberForNumber
  if (kind !== word) return 0
  const [one, other] = [wordAt(a, i), wordAt(b, j)]
  if (sameStem(one, other)) return formForForm
  return isName(one) && isName(other) ? nameForName : 0
}

const wordAt = ({ tokens }: Side, at: number): string => tokens.text.slice(tokens.starts[at], tokens.ends[at])

const capital = /^\p{Lu}/u
const isName = (said: string): boolean => capital.test(said)

/** Shares the first two thirds of the longer one, at least four letters. */
function sameStem(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  const needed = Math.max(4, Math.ceil((longer * 2) / 3))
  if (Math.min(one.length, other.length) < needed) return false
  return one.slice(0, needed).toLowerCase() === other.slice(0, needed).toLowerCase()
}
