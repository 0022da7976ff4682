/**
 * What becomes of each claim when a draft comes in. A claim counts as carried only when its words are exactly the same, so that a figure,
 * name or date put in the place of another is always told. Rules DR4–DR6; where the words are is the carry's answer (CA1–CA15).
 */
import type { CarriedAnswer } from '#domain/draft.ts'
import { carry } from '../carry/carry.ts'
import { placeIn } from '../carry/carried.ts'
import { wordsAt } from '../text-index.ts'
import type { TextRange } from '../text.ts'

/** A claim in the old text; in several pieces when it reaches over the end of a paragraph. */
export interface ClaimBefore {
  readonly id: string
  readonly ranges: readonly TextRange[]
}

export interface ClaimAfter {
  readonly id: string
  readonly answer: CarriedAnswer
  /** Whether its words are others than before. */
  readonly changed: boolean
  readonly before: readonly TextRange[]
  /** In the new text; of an unsure one our best guess. None when it is gone, or when there is no guess. */
  readonly after: readonly TextRange[]
}

/** One answer for each claim, in the order given. */
export function carriedClaims(before: string, after: string, claims: readonly ClaimBefore[]): ClaimAfter[] {
  const stretches = claims.flatMap(({ id, ranges }) =>
    wholes(before, ranges).map(({ from, to }) => ({ id, start: from, end: to })),
  )
  const answers = new Map<string, ReturnType<typeof carry>>(claims.map(({ id }) => [id, []]))
  for (const answer of carry(before, after, stretches)) answers.get(answer.id)?.push(answer)
  return claims.map(({ id, ranges }) => together(before, after, ranges, answers.get(id) ?? [], id))
}

function together(
  before: string,
  after: string,
  ranges: readonly TextRange[],
  answers: ReturnType<typeof carry>,
  id: string,
): ClaimAfter {
  const places = answers.map(placeIn).filter((place) => place !== null)
  const found = apart(places.flatMap(({ start, end }) => lines(after, { from: start, to: end })))
  const changed = wordsAt(before, ranges) !== wordsAt(after, found)
  const is = (kind: (typeof answers)[number]['kind']) => answers.some((answer) => answer.kind === kind)
  const answer = is('unsure')
    ? 'unsure'
    : found.length === 0
      ? 'gone'
      : is('moved')
        ? 'moved'
        : changed
          ? 'reworded'
          : 'carried'
  return { id, answer, changed, before: ranges, after: found }
}

/** Pieces with nothing but a line's end between them are one stretch. */
function wholes(text: string, ranges: readonly TextRange[]): TextRange[] {
  const wholes: TextRange[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = wholes.at(-1)
    if (last !== undefined && text.slice(last.to, range.from).trim() === '') {
      wholes[wholes.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    } else wholes.push(range)
  }
  return wholes
}

/** As marks stand on it: no mark stands on a line's end. */
function lines(text: string, { from, to }: TextRange): TextRange[] {
  const pieces: TextRange[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    if (line !== '') pieces.push({ from: at, to: at + line.length })
    at += line.length + 1
  }
  return pieces
}

/** In the order of the text; what two pieces share is one piece. */
function apart(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last !== undefined && range.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
