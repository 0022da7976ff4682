/**
 * Sentences that became part of another one: moved behind a comma, joined to a neighbour that has its own pair. Their words are looked
 * for among the words of one sentence that nobody else has, and most of them must be there.
 */
import type { Correspondence } from './correspondence.ts'
import type { Group } from './groups.ts'
import { pairWords } from './word-pairs.ts'

/** A shorter sentence (in words, by weight) would be found in any long one. */
const longEnough = 3
/** The share of a sentence's words that must be in the other. */
const mostOfIt = 0.6
/** How much more (in words) than any other sentence it must hold. */
const clearly = 1

export function pairParts(both: Correspondence): void {
  const { a, index, partners, owners, groupOf, weights } = both
  for (const [i, { from, to }] of a.sentences.entries()) {
    const needed = mostOfIt * (a.sums[i] ?? 0)
    if (groupOf[i] !== undefined || (a.sums[i] ?? 0) < longEnough) continue
    let [best, second, j] = [0, 0, -1]
    for (const [at, shared] of index.shared(a.tokens, from, to).entries()) {
      if (shared > best) [best, second, j] = [shared, best, at]
      else if (shared > second) second = shared
    }
    if (best < needed || best - second < clearly) continue
    const group: Group = { a: { from: i, to: i + 1 }, b: { from: j, to: j + 1 }, way: 'moved', doubtful: false }
    const pairs = pairWords(both, group, owners)
    let found = 0
    for (const [at] of pairs) found += weights[a.tokens.ids[at] ?? -1] ?? 0
    const [first, last] = [pairs[0], pairs.at(-1)]
    if (first === undefined || last === undefined || found < needed) continue
    groupOf[i] = { ...group, part: { from: first[1], to: last[1] + 1 } }
    for (const [at, other] of pairs) {
      partners[at] = other
      owners[other] = at
    }
  }
}
