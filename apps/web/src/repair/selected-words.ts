/** The words selected in the text, as a quotation that the server finds again while others type. */
import type { EditorView } from '@tiptap/pm/view'
import { surroundings } from '#document/placement.ts'
import { textOf } from '#document/text.ts'
import { selectedStretch } from '#web/editor/marking.ts'

export interface QuotedWords {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
}

/** Null when no word is selected. Surroundings are told only where the words stand in several places. */
export function quoteSelected(view: EditorView): QuotedWords | null {
  const stretch = selectedStretch(view)
  if (stretch === null) return null
  const { text, offsetAt } = textOf(view.state.doc)
  const [from, to] = [offsetAt(stretch.from), offsetAt(stretch.to)]
  const exact = text.slice(from, to)
  if (exact.trim() === '') return null
  if (text.indexOf(exact) === text.lastIndexOf(exact)) return { exact }
  const { before, after } = surroundings(text, [{ from, to }])
  return { exact, prefix: before, suffix: after }
}
