/** The text as an edit will leave it, before anybody has it: what a command that edits the text writes into the rows, and into a version. */
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { documentJson } from '#document/document-json.ts'
import type { DocumentJson } from '#document/draft.ts'
import { fragmentName } from '#document/seed.ts'
import { TextIndex } from '#document/text-index.ts'
import type { TextNow } from './placing.ts'

export interface TextAfter {
  readonly seq: number
  readonly text: string
  readonly now: TextNow
  /** The whole Yjs state. */
  readonly state: Uint8Array
  document(): DocumentJson
}

export function textAfter(state: Uint8Array, edit: Uint8Array, { seq, at }: { seq: number; at: Date }): TextAfter {
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  Y.applyUpdate(doc, edit)
  const fragment = doc.getXmlFragment(fragmentName)
  const index = new TextIndex(fragment)
  const { text, title, deck } = index
  const now = { seq, at, text, title, deck, runs: index.runs() }
  const json = documentJson(fragment)
  const after = { seq, text, now, state: Y.encodeStateAsUpdate(doc), document: () => json }
  index.destroy()
  doc.destroy()
  return after
}
