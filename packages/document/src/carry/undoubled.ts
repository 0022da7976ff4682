/**
 * Two claims that had no character in common have none afterwards. Where both would stand on the same new words, the one that changed
 * more gives way to what is left beside the other, and a person is asked about it.
 */
import { type Anchor, type Carried, type Place, placeIn, reworded } from './carried.ts'

/** Giving way once may touch a third claim; after that a claim gives its place up altogether. */
const rounds = 3

export function undoubled(
  textA: string,
  textB: string,
  anchors: readonly Anchor[],
  carried: readonly Carried[],
): Carried[] {
  const result = [...carried]
  for (let round = 1; round <= rounds; round += 1) {
    const conflicts = doubled(anchors, result)
    if (conflicts.length === 0) break
    for (const [one, other] of conflicts) {
      const yields = certainty(result[one]) < certainty(result[other]) ? one : other
      const [anchor, answer] = [anchors[yields], result[yields]]
      const [own, kept] = [placeOf(answer), placeOf(result[yields === one ? other : one])]
      if (anchor === undefined || answer === undefined || own === null || kept === null || !overlap(own, kept)) continue
      const beside = round === rounds ? null : longestBeside(textB, own, kept)
      const words = textA.slice(anchor.start, anchor.end)
      const guess =
        beside === null ? null : { ...beside, changed: reworded(words, textB.slice(beside.start, beside.end)) }
      result[yields] = { id: answer.id, kind: 'unsure', guess }
    }
  }
  return result
}

/** Pairs of claims that stand on the same words now and did not before. */
function doubled(anchors: readonly Anchor[], carried: readonly Carried[]): [number, number][] {
  const order = [...carried.keys()]
    .filter((at) => placeOf(carried[at]) !== null)
    .sort((one, other) => startOf(carried[one]) - startOf(carried[other]))
  const found: [number, number][] = []
  let open: number[] = []
  for (const at of order) {
    const place = placeOf(carried[at])
    if (place === null) continue
    open = open.filter((one) => (placeOf(carried[one])?.end ?? 0) > place.start)
    for (const one of open) if (apart(anchors[one], anchors[at])) found.push([one, at])
    open.push(at)
  }
  return found
}

const placeOf = (answer: Carried | undefined): Place | null => (answer === undefined ? null : placeIn(answer))
const startOf = (answer: Carried | undefined): number => placeOf(answer)?.start ?? 0

const certainty = (answer: Carried | undefined): number => {
  if (answer === undefined || answer.kind === 'gone' || answer.kind === 'unsure') return 0
  return answer.changed ? 1 : 2
}

const apart = (one: Anchor | undefined, other: Anchor | undefined): boolean =>
  one === undefined || other === undefined || one.end <= other.start || other.end <= one.start

const overlap = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end

/** What is left of a place before or after the other, the longer of the two, without white space at its edges. */
function longestBeside(text: string, own: Place, kept: Place): { start: number; end: number } | null {
  const [before, after] = [
    trimmed(text, own.start, Math.min(own.end, kept.start)),
    trimmed(text, Math.max(own.start, kept.end), own.end),
  ]
  const longer = after.end - after.start > before.end - before.start ? after : before
  return longer.start < longer.end ? longer : null
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const piece = text.slice(start, Math.max(start, end))
  const from = start + piece.length - piece.trimStart().length
  return { start: from, end: Math.max(from, start + piece.trimEnd().length) }
}
