/** For the tests of this folder: an imported article as a few readable lines, checked against the schema on the way. */
import type { DocumentJson, ImportNote } from '#document/draft.ts'
import { documentFrom } from '#document/seed.ts'
import { textOf } from '#document/text.ts'
import { type Imported, importPasted } from './paste.ts'

export function imported(input: { text: string } | { html: string }): Imported {
  const outcome = importPasted(input)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}

/** The article's plain text. */
export const plainText = ({ article }: Imported): string => textOf(documentFrom(article.document)).text

/** One line a paragraph: `title|`, `deck|`, `2|`, `p|`, behind the containers round it; marks as `<bold …>`, breaks as ` / `. */
export function outline(article: Imported): string[] {
  const lines: string[] = []
  documentFrom(article.article.document)
  const walk = (node: DocumentJson, around: string) => {
    if (node.type !== 'paragraph') {
      const start = node.attrs?.['start']
      const name = node.type === 'doc' ? '' : `${node.type}${typeof start === 'number' ? `(${start})` : ''}>`
      node.content?.forEach((child) => walk(child, around + name))
      return
    }
    const level = node.attrs?.['level']
    const kind = node.attrs?.['deck'] === true ? 'deck' : level === 1 ? 'title' : (level ?? 'p')
    lines.push(`${around}${String(kind)}| ${(node.content ?? []).map(inline).join('')}`)
  }
  walk(article.article.document, '')
  return lines
}

const inline = (node: DocumentJson): string =>
  (node.marks ?? []).reduceRight(
    (text, mark) => `<${mark.type === 'link' ? String(mark.attrs?.['href']) : mark.type} ${text}>`,
    node.type === 'hardBreak' ? ' / ' : (node.text ?? ''),
  )

/** The notes with this code. */
export const notesOf = <C extends ImportNote['code']>(article: Imported, code: C) =>
  article.notes.filter((note): note is Extract<ImportNote, { code: C }> => note.code === code)
