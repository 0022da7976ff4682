/**
 * What both readings of a paste come down to: blocks in reading order, each with its lines and the lists and quotations round it.
 * A line is never empty and holds no line end; lines of one block are joined by hard breaks, so that splitting a block in two at
 * a line leaves the article's plain text as it was.
 */
import { isBlank, withoutEndSpaces, withoutStartSpaces } from './characters.ts'

export type Formatting = { type: 'bold' } | { type: 'italic' } | { type: 'code' } | { type: 'link'; href: string }

export interface Piece {
  readonly text: string
  readonly marks: readonly Formatting[]
}

export type Line = readonly Piece[]

/** Two blocks stand in the same list or quotation when they share this very object. */
export interface Container {
  readonly kind: 'blockquote' | 'bulletList' | 'orderedList' | 'listItem'
  /** The number an ordered list begins with. */
  readonly start: number
}

export interface Block {
  readonly lines: readonly Line[]
  /** 1 is a title, 2 and 3 are headings. */
  readonly level: 1 | 2 | 3 | null
  readonly deck: boolean
  /** From the outside in. */
  readonly within: readonly Container[]
}

export const paragraph = (lines: readonly Line[]): Block => ({ lines, level: null, deck: false, within: [] })

export const lineText = (line: Line): string => line.map((piece) => piece.text).join('')

export const blockText = (block: Block): string => block.lines.map(lineText).join('\n')

/** A blank line ends a paragraph. Spaces at the ends of lines go, and a paragraph's indent; indents further down may mean something. */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (isBlank(lineText(line))) {
      open = null
    } else if (open === null) {
      open = [withoutIndent(withoutTail(line))]
      paragraphs.push(open)
    } else {
      open.push(withoutTail(line))
    }
  }
  return paragraphs
}

function withoutTail(line: Line): Line {
  let end = line.length
  while (end > 1 && withoutEndSpaces(line[end - 1]?.text ?? '') === '') end -= 1
  const last = line[end - 1]
  const text = withoutEndSpaces(last?.text ?? '')
  return last === undefined || (text === last.text && end === line.length)
    ? line
    : [...line.slice(0, end - 1), { text, marks: last.marks }]
}

export function withoutIndent(line: Line): Line {
  let start = 0
  while (start < line.length - 1 && withoutStartSpaces(line[start]?.text ?? '') === '') start += 1
  const first = line[start]
  const text = withoutStartSpaces(first?.text ?? '')
  return first === undefined || (text === first.text && start === 0)
    ? line
    : [{ text, marks: first.marks }, ...line.slice(start + 1)]
}
