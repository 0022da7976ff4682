/**
 * Which words of one draft are which words of the next. Sentences are paired first, those that kept their order and then those that
 * moved; words are paired inside sentences that are. No word is paired twice, and a sentence that has nothing like it has no pair.
 */
import { type Group, joinNeighbours } from './groups.ts'
import { pairMoved } from './moved.ts'
import { pairParts } from './parts.ts'
import { pairContained, pairInOrder } from './sentence-pairs.ts'
import { type Sides, takeApart } from './sides.ts'
import { pairWords } from './word-pairs.ts'

export interface Correspondence extends Sides {
  /** For each token of a its token of b, −1 for none; and the other way round. */
  readonly partners: Int32Array
  readonly owners: Int32Array
  /** For each sentence of a the group it belongs to. */
  readonly groupOf: (Group | undefined)[]
}

export function correspondenceOf(textA: string, textB: string): Correspondence {
  const sides = takeApart(textA, textB)
  const groups = pairInOrder(sides)
  joinNeighbours(sides, groups)
  pairContained(sides, groups)
  joinNeighbours(sides, groups)
  pairMoved(sides, groups)
  joinNeighbours(sides, groups)
  const both: Correspondence = {
    ...sides,
    partners: new Int32Array(sides.a.tokens.length).fill(-1),
    owners: new Int32Array(sides.b.tokens.length).fill(-1),
    groupOf: sides.a.sentences.map(() => undefined),
  }
  for (const group of groups) {
    both.groupOf.fill(group, group.a.from, group.a.to)
    for (const [i, j] of pairWords(sides, group)) {
      both.partners[i] = j
      both.owners[j] = i
    }
  }
  pairParts(both)
  return both
}
