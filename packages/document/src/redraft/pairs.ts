/**
 * Which block of the old text becomes which of the new: those that read the same first, in order, and between them those that are alike.
 * A block that moved is two: one that goes and one that comes.
 */
import { align, type Pair } from '../carry/alignment.ts'
import { bagOf, type Block, likeness } from './block.ts'

/** Below this, two blocks in the same place are two blocks: as with sentences in the carry. */
const alike = 0.28
/** A text inside a block that stays is the text of that block, however it reads. */
const inPlace = 0.01
/** Blocks compared each with each; beyond, only with those about as far down. */
const mostComparisons = 250_000
const nearBy = 40

/** Pairs of indexes, in order. */
export function pairBlocks(own: readonly Block[], wanted: readonly Block[]): Pair[] {
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  for (const [atA, atB] of [...pairEqual(own, wanted), [own.length, wanted.length] as const]) {
    pairs.push(...pairAlike(own.slice(a, atA), wanted.slice(b, atB)).map(([i, j]): Pair => [a + i, b + j]))
    if (atA < own.length) pairs.push([atA, atB])
    ;[a, b] = [atA + 1, atB + 1]
  }
  return pairs
}

function pairEqual(own: readonly Block[], wanted: readonly Block[]): Pair[] {
  const ids = new Map<string, number>()
  const idsOf = (blocks: readonly Block[]) =>
    Int32Array.from(blocks, ({ key }) => {
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      return id
    })
  const [idsA, idsB] = [idsOf(own), idsOf(wanted)]
  return align({
    a: idsA,
    b: idsB,
    together: 0.1,
    worth: (at, from, to, worth) => {
      // An empty paragraph is like any other; a whole one is worth more than all that may be between two of them.
      const value = own[at]?.text.trim() === '' ? 0.05 : 1
      for (let j = from; j < to; j += 1) worth[j - from] = idsA[at] === idsB[j] ? value : 0
    },
  })
}

function pairAlike(own: readonly Block[], wanted: readonly Block[]): Pair[] {
  if (own.length === 0 || wanted.length === 0) return []
  const bags = wanted.map(({ text }) => bagOf(text))
  const few = own.length * wanted.length <= mostComparisons
  return align({
    // No two are equal here, so that nothing is paired without being looked at.
    a: Int32Array.from(own, (_, at) => at),
    b: Int32Array.from(wanted, (_, at) => own.length + at),
    together: 0.05,
    worth: (at, from, to, worth) => {
      const block = own[at]
      const bag = bagOf(block?.text ?? '')
      const middle = (at * wanted.length) / own.length
      for (let j = from; j < to; j += 1) {
        const other = wanted[j]
        const [other_, near] = [bags[j], few || Math.abs(j - middle) <= nearBy]
        const same = near && block !== undefined && other !== undefined && other_ !== undefined
        worth[j - from] = !same || block.name !== other.name ? 0 : worthOf(block.name, likeness(bag, other_))
      }
    },
  })
}

function worthOf(name: string, likeness: number): number {
  if (name === '') return Math.max(inPlace, likeness)
  return likeness >= alike ? likeness : 0
}
