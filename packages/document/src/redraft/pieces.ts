/**
 * Two wordings word by word: what stays, what goes, what comes, in characters. Nothing is taken for the same that is not, and white
 * space counts; words are cut as the carry cuts them, so scripts without spaces have words too.
 */
import { diffArrays } from 'diff'
import { tokensOf, Vocabulary } from '../carry/tokens.ts'

export interface Hunk {
  readonly kind: 'same' | 'gone' | 'new'
  readonly length: number
}

/** Paragraphs that have hardly a word in common are one change: what they do share would be chance. */
const mostEdits = 2_000

export function hunksOf(before: string, after: string): Hunk[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', length: before.length }]
  const parts = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: mostEdits })
  if (parts === undefined) {
    return [
      { kind: 'gone', length: before.length },
      { kind: 'new', length: after.length },
    ]
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    length: value.reduce((length, piece) => length + piece.length, 0),
  }))
}

/** Words, numbers, marks, and the white space between them. */
export function piecesOf(text: string): string[] {
  const { starts, ends, length } = tokensOf(text, new Vocabulary())
  const pieces: string[] = []
  let at = 0
  for (let token = 0; token < length; token += 1) {
    const [start, end] = [starts[token] ?? 0, ends[token] ?? 0]
    if (start > at) pieces.push(text.slice(at, start))
    pieces.push(text.slice(start, end))
    at = end
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}
