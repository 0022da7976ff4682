/** The word difference of two lines with the formatting of both: what stayed and what came as it is now, what went as it was. */
import { type WordChange, wordDifference } from '#document/word-difference.ts'
import type { Line, Piece } from './line.ts'

export interface Stretch {
  readonly kind: WordChange['kind']
  readonly pieces: readonly Piece[]
}

export function stretchesOf(before: Line, after: Line): Stretch[] {
  let old = 0
  let now = 0
  return wordDifference(before.text, after.text).map(({ kind, text }) => {
    const [line, from] = kind === 'gone' ? [before, old] : [after, now]
    if (kind !== 'new') old += text.length
    if (kind !== 'gone') now += text.length
    return { kind, pieces: cut(line.pieces, from, from + text.length) }
  })
}

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let at = 0
  return pieces.flatMap(({ text, marks }) => {
    const start = at
    at += text.length
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return kept === '' ? [] : [{ text: kept, marks }]
  })
}
