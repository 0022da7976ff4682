/**
 * Marking words as a claim: which words (the browser's own selection, the sentence at the caret), and the mark itself.
 * The id is a UUIDv7 made here; the server numbers the claim when the mark arrives. Rules MK1–MK4.
 */
import { claimMarkName } from '#document/claim-mark.ts'
import { sentencesIn } from '#document/sentence.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { v7 } from 'uuid'
import type { Stretch } from './claim-runs.ts'
import { asMarking } from './transactions.ts'

/** A hard break is one character here as it is one position there, so that offsets and positions agree within a block. */
const wordsBetween = (doc: Node, { from, to }: Stretch): string => doc.textBetween(from, to, '\n', '\n')

export const wordsOf = (doc: Node, stretch: Stretch): string => wordsBetween(doc, stretch)

/** MK2. Without the space that a double click or a hasty finger takes along; null when no word is left. */
export function trimmed(doc: Node, { from, to }: Stretch): Stretch | null {
  let [start, end] = [from, to]
  const isBlank = (at: number) => doc.textBetween(at, at + 1, '\n', '\n').trim() === ''
  while (start < end && isBlank(start)) start += 1
  while (end > start && isBlank(end - 1)) end -= 1
  return start < end ? { from: start, to: end } : null
}

/** MK1. What the browser shows as selected at this moment: the editor's copy can lag behind fast keys. */
export function selectedStretch(view: EditorView): Stretch | null {
  const selection = view.dom.ownerDocument.getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) {
    return trimmed(view.state.doc, view.state.selection)
  }
  const anchor = view.posAtDOM(anchorNode, selection.anchorOffset, -1)
  const focus = view.posAtDOM(focusNode, selection.focusOffset, -1)
  return trimmed(view.state.doc, { from: Math.min(anchor, focus), to: Math.max(anchor, focus) })
}

/** MK3. The sentence around a position, as coverage counts it: past the end of one the next, past the last the last. */
export function sentenceAt(doc: Node, position: number, language: string): Stretch | null {
  const at = doc.resolve(position)
  if (!at.parent.isTextblock) return null
  const start = at.start()
  const text = wordsBetween(doc, { from: start, to: at.end() })
  const sentences = sentencesIn(text, language)
  const sentence = sentences.find(({ to }) => at.parentOffset < to) ?? sentences.at(-1)
  return sentence === undefined ? null : { from: start + sentence.from, to: start + sentence.to }
}

export const selecting = (state: EditorState, { from, to }: Stretch): Transaction =>
  state.tr.setSelection(TextSelection.create(state.doc, from, to))

/** MK4. Claims may overlap and nest: the mark takes nothing away. */
export function marking(state: EditorState, stretch: Stretch, kind: ClaimKind): { tr: Transaction; id: string } {
  const id = v7()
  const mark = state.schema.mark(claimMarkName, { id, kind })
  return { tr: asMarking(state.tr.addMark(stretch.from, stretch.to, mark)), id }
}
