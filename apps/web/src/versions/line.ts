/**
 * A version's document as lines: a paragraph or heading each, or what stands between two hard breaks, with the form it is printed in.
 * The words of all lines are those of the article's plain text; lines without a word are left out, since nobody can read them.
 */
import type { DocumentJson } from '#document/draft.ts'

export type Marks = NonNullable<DocumentJson['marks']>

/** A stretch of one formatting. Marks of claims are not formatting. */
export interface Piece {
  readonly text: string
  readonly marks: Marks
}

export interface Form {
  readonly as: 'title' | 'deck' | 'heading' | 'subheading' | 'paragraph'
  /** The quotes and lists it stands in, outermost first. */
  readonly within: readonly ('quote' | 'bullets' | 'numbers')[]
  /** Its number in a numbered list; null elsewhere, and for what goes on with a point of the list. */
  readonly item: number | null
  /** Whether it opens a point of a list. */
  readonly isPoint: boolean
}

export interface Line {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Null where only the words are known: in the text as it stands now. */
  readonly form: Form | null
}

export const plainForm: Form = { as: 'paragraph', within: [], item: null, isPoint: false }

const isRead = ({ text }: Line): boolean => text.trim() !== ''

/** The lines of a text of which only the words are known. */
export const linesOfText = (text: string): Line[] =>
  text
    .split('\n')
    .map((text) => ({ text, pieces: [{ text, marks: [] }], form: null }))
    .filter(isRead)

export const linesOf = (document: DocumentJson): Line[] =>
  (document.content ?? []).flatMap((node) => linesIn(node, plainForm)).filter(isRead)

function linesIn(node: DocumentJson, form: Form): Line[] {
  const inside = (form: Form) => (node.content ?? []).flatMap((child) => linesIn(child, form))
  switch (node.type) {
    case 'paragraph':
      return broken(node.content ?? []).map((pieces, index) => ({
        text: pieces.map(({ text }) => text).join(''),
        pieces,
        form: { ...form, as: kindOf(node), ...(index === 0 ? {} : { item: null, isPoint: false }) },
      }))
    case 'blockquote':
      return inside({ ...form, within: [...form.within, 'quote'] })
    case 'bulletList':
      return inside({ ...form, within: [...form.within, 'bullets'] })
    case 'orderedList': {
      const start = node.attrs?.['start']
      const first = typeof start === 'number' ? start : 1
      const within = [...form.within, 'numbers'] as const
      return (node.content ?? []).flatMap((child, index) => linesIn(child, { ...form, within, item: first + index }))
    }
    case 'listItem': {
      const rest = { ...form, item: null, isPoint: false }
      return (node.content ?? []).flatMap((child, index) =>
        linesIn(child, index === 0 ? { ...form, isPoint: true } : rest),
      )
    }
    default:
      return inside(form)
  }
}

function kindOf({ attrs }: DocumentJson): Form['as'] {
  switch (attrs?.['level']) {
    case 1:
      return 'title'
    case 2:
      return 'heading'
    case 3:
      return 'subheading'
    default:
      return attrs?.['deck'] === true ? 'deck' : 'paragraph'
  }
}

/** What a paragraph holds, parted at its hard breaks. */
function broken(nodes: readonly DocumentJson[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const { type, text, marks = [] } of nodes) {
    if (type === 'hardBreak') lines.push([])
    else if (text !== undefined) lines.at(-1)?.push({ text, marks: marks.filter(({ type }) => type !== 'claim') })
  }
  return lines
}
