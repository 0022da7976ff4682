/**
 * Plain text to blocks. Blank lines part paragraphs and a single line end inside one stays a hard break; a text without any
 * blank line has one paragraph a line. Rules IM1, IM2, IM4.
 */
import type { ImportNote } from '#document/draft.ts'
import { type Block, paragraph, paragraphsOf, withoutIndent } from './block.ts'
import { withoutControls, withPlainLineEnds } from './characters.ts'

/** What a reading found, before anyone has looked for title, date and deck. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly notes: readonly ImportNote[]
  /** The language the source says it is in, if it says so. */
  readonly declaredLanguage: string | null
}

export function readText(input: string): Reading {
  const withoutMark = input.startsWith('\ufeff') ? input.slice(1) : input
  const { text, replaced } = withPlainLineEnds(withoutMark)
  const cleaned = withoutControls(text)
  const lines = cleaned.text.split('\n').map((line) => [{ text: line, marks: [] }])
  const paragraphs = paragraphsOf(lines)
  const only = paragraphs[0]
  const parted = paragraphs.length === 1 && only !== undefined ? only.map((line) => [withoutIndent(line)]) : paragraphs
  return {
    blocks: parted.map(paragraph),
    notes: characterNotes(replaced, cleaned.leftOut),
    declaredLanguage: null,
  }
}

/** IM2. What happened to single characters, in the words of the notes. */
export function characterNotes(lineEnds: number, controls: number): ImportNote[] {
  const notes: ImportNote[] = []
  if (lineEnds > 0) notes.push({ code: 'line-ends', count: lineEnds })
  if (controls > 0) notes.push({ code: 'control-characters', count: controls })
  return notes
}
