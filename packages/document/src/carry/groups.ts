/**
 * Sentences of one draft and the sentences of the next that say the same: mostly one and one, several where a sentence was cut
 * in two or two were joined. No sentence is in two groups.
 */
import { countsOf, weightOf } from './likeness.ts'
import type { Side, Sides } from './sides.ts'

/** Sentences `from` up to, not including, `to`. */
export interface Stretch {
  from: number
  to: number
}

export interface Group {
  readonly a: Stretch
  readonly b: Stretch
  /** Whether the sentences kept their place among the others, or stand elsewhere now. */
  readonly way: 'in order' | 'moved'
  /** Tokens of b, when the sentence of a is only a part of the one in b. */
  readonly part?: Stretch
  /** A pair that somebody should look at. */
  readonly doubtful: boolean
}

/** A neighbour is part of a group when at least half of it is what the group's other side says and has no word for yet. */
const mostly = 0.5

/** A short neighbour is part of it only when (nearly) all of it is. */
const fully = 0.9

/** Less than this in common (in words) is chance. */
const leastShared = 1.5

/** Takes sentences that have no pair into the group beside them whose other half they are. */
export function joinNeighbours(sides: Sides, groups: Group[]): void {
  const { a, b } = sides
  const [takenA, takenB] = [takenOf(a, groups, 'a'), takenOf(b, groups, 'b')]
  for (const group of groups) {
    let grown = true
    while (grown) {
      grown =
        grow(sides, group, 'a', takenA, -1) ||
        grow(sides, group, 'a', takenA, 1) ||
        grow(sides, group, 'b', takenB, -1) ||
        grow(sides, group, 'b', takenB, 1)
    }
  }
}

export function takenOf(side: Side, groups: readonly Group[], key: 'a' | 'b'): Uint8Array {
  const taken = new Uint8Array(side.sentences.length)
  for (const group of groups) taken.fill(1, group[key].from, group[key].to)
  return taken
}

function grow(sides: Sides, group: Group, key: 'a' | 'b', taken: Uint8Array, direction: -1 | 1): boolean {
  const stretch = group[key]
  const at = direction === 1 ? stretch.to : stretch.from - 1
  const side = sides[key]
  const neighbour = side.sentences[at]
  if (neighbour === undefined || taken[at] === 1) return false
  const [here, there] = key === 'a' ? [sides.a, sides.b] : [sides.b, sides.a]
  const opposite = key === 'a' ? group.b : group.a
  // What the other side says beyond the words it shares with this side of the group.
  const open = countsOf(there.tokens, ...tokensIn(there, opposite))
  if (open.size === 0) return false
  for (const [id, times] of countsOf(here.tokens, ...tokensIn(here, stretch))) {
    const left = (open.get(id) ?? 0) - times
    if (left > 0) open.set(id, left)
    else open.delete(id)
  }
  let shared = 0
  for (const [id, times] of countsOf(here.tokens, neighbour.from, neighbour.to)) {
    shared += (sides.weights[id] ?? 0) * Math.min(times, open.get(id) ?? 0)
  }
  const whole = weightOf(here.tokens, sides.weights, neighbour.from, neighbour.to)
  const enough = shared >= fully * whole || (shared >= mostly * whole && shared >= leastShared)
  if (!enough || shared === 0) return false
  taken[at] = 1
  if (direction === 1) stretch.to += 1
  else stretch.from -= 1
  return true
}

/** The tokens of b that a group reaches to. */
export const reachOf = (b: Side, group: Group): [from: number, to: number] =>
  group.part === undefined ? tokensIn(b, group.b) : [group.part.from, group.part.to]

/** The tokens of a stretch of sentences. */
export function tokensIn(side: Side, { from, to }: Stretch): [from: number, to: number] {
  return [side.sentences[from]?.from ?? 0, side.sentences[to - 1]?.to ?? 0]
}
