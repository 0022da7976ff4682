/**
 * Sentences that stand elsewhere in the new draft. One that is there word for word is found wherever it went; one that was reworded
 * on the way only when it is much like one sentence and clearly less like every other. Neighbours that moved along follow.
 */
import { type Group, takenOf } from './groups.ts'
import { alike, clearlyAlike, likenessTo, type Side, type Sides } from './sides.ts'
import { mark } from './tokens.ts'

/** A reworded sentence of fewer words (by weight) is too common to be known by itself. Its neighbours may bring it. */
const knownByItself = 1.5
/** One that reads the same and has fewer words may be another: a heading, a name on a line. A person is asked. */
const enoughWords = 3
/** From here on a reworded sentence in another place is the same one, if it is alone in that. */
const surelyAlike = 0.6
/** From here on it is offered to a person. */
const perhapsAlike = 0.45
/** How much better than the second best it must be. */
const clearly = 0.15

interface Taken {
  readonly a: Uint8Array
  readonly b: Uint8Array
}

export function pairMoved(sides: Sides, groups: Group[]): void {
  const taken: Taken = { a: takenOf(sides.a, groups, 'a'), b: takenOf(sides.b, groups, 'b') }
  const found: Group[] = []
  const pair = (i: number, j: number, doubtful = false) => {
    taken.a[i] = 1
    taken.b[j] = 1
    found.push({ a: { from: i, to: i + 1 }, b: { from: j, to: j + 1 }, way: 'moved', doubtful })
    follow(sides, taken, i, j, 1, found)
    follow(sides, taken, i, j, -1, found)
  }
  for (const [i, j] of wordForWord(sides, taken)) {
    if (taken.a[i] === 0 && taken.b[j] === 0) pair(i, j, wordCount(sides.a, i) < enoughWords)
  }
  for (const [i, j, likeness] of mostAlike(sides, taken)) {
    if (taken.a[i] === 0 && taken.b[j] === 0) pair(i, j, likeness < surelyAlike)
  }
  groups.push(...found)
}

/** Unpaired sentences that read the same and are alone in that, the longest first. */
function wordForWord({ a, b }: Sides, taken: Taken): (readonly [number, number])[] {
  const places = new Map<number, { a: number[]; b: number[] }>()
  const note = (key: 'a' | 'b', id: number, at: number) => {
    const known = places.get(id)
    if (known !== undefined) known[key].push(at)
    else if (key === 'a') places.set(id, { a: [at], b: [] })
  }
  for (const [at, { id }] of a.sentences.entries()) if (taken.a[at] === 0) note('a', id, at)
  for (const [at, { id }] of b.sentences.entries()) if (taken.b[at] === 0) note('b', id, at)
  return [...places.values()]
    .flatMap(({ a: inA, b: inB }) => {
      const [i, j] = [inA[0], inB[0]]
      return i !== undefined && j !== undefined && inA.length === 1 && inB.length === 1 ? [[i, j] as const] : []
    })
    .filter(([i]) => wordCount(a, i) > 0)
    .sort(([one], [other]) => (a.sums[other] ?? 0) - (a.sums[one] ?? 0))
}

function wordCount({ tokens, sentences }: Side, i: number): number {
  const { from, to } = sentences[i] ?? { from: 0, to: 0 }
  return tokens.kinds.subarray(from, to).reduce((count, kind) => count + (kind === mark ? 0 : 1), 0)
}

/** Sentences beside a moved one, as long as each is like the one beside its pair. */
function follow(sides: Sides, taken: Taken, i: number, j: number, direction: 1 | -1, found: Group[]): void {
  for (let step = direction; ; step += direction) {
    const [atA, atB] = [i + step, j + step]
    const [one, other] = [sides.a.sentences[atA], sides.b.sentences[atB]]
    if (one === undefined || other === undefined || taken.a[atA] === 1 || taken.b[atB] === 1) return
    const likeness = one.id === other.id ? 1 : likenessTo(sides, atA)(atB)
    if (likeness < alike) return
    taken.a[atA] = 1
    taken.b[atB] = 1
    found.push({
      a: { from: atA, to: atA + 1 },
      b: { from: atB, to: atB + 1 },
      way: 'moved',
      doubtful: likeness < clearlyAlike,
    })
  }
}

/** For each unpaired sentence the unpaired one it is most like, when that is clear; the clearest first. */
function mostAlike(sides: Sides, taken: Taken): (readonly [i: number, j: number, likeness: number])[] {
  const found: (readonly [number, number, number])[] = []
  for (let i = 0; i < sides.a.sentences.length; i += 1) {
    if (taken.a[i] === 1 || (sides.a.sums[i] ?? 0) < knownByItself) continue
    const likeness = likenessTo(sides, i)
    let [best, second, at] = [0, 0, -1]
    for (let j = 0; j < sides.b.sentences.length; j += 1) {
      if (taken.b[j] === 1) continue
      const value = likeness(j)
      if (value > best) [best, second, at] = [value, best, j]
      else if (value > second) second = value
    }
    if (best >= perhapsAlike && best - second >= clearly) found.push([i, at, best])
  }
  return found.sort(([, , one], [, , other]) => other - one)
}
