/**
 * Editing a live document from the server's side: what changes comes out as one Yjs update, which the caller appends to the log
 * before anybody sees it. Words are named by their offsets in the plain text. Rules AN7, SE1.
 */
import { Transform } from '@tiptap/pm/transform'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { articleSchema } from './schema.ts'
import { fragmentName } from './seed.ts'
import { type TextRange, textOf } from './text.ts'

/** A change that the server makes to the document it is given. */
export type ServerEdit = (document: Transform['doc'], positionAt: (offset: number) => number) => Transform

/** Puts a claim mark over the words. */
export const marking =
  (range: TextRange, claim: { id: string; kind: string }): ServerEdit =>
  (document, positionAt) =>
    new Transform(document).addMark(positionAt(range.from), positionAt(range.to), articleSchema.mark('claim', claim))

/** Puts other words in the place of those; they carry the marks of the first word replaced, so a claim stays over them. */
export const replacing =
  (range: TextRange, words: string): ServerEdit =>
  (document, positionAt) => {
    const [from, to] = [positionAt(range.from), positionAt(range.to)]
    const marks = document.resolve(from).nodeAfter?.marks ?? []
    const edit = new Transform(document)
    return words === '' ? edit.delete(from, to) : edit.replaceWith(from, to, articleSchema.text(words, marks))
  }

/**
 * The update that makes the edit in the document whose state is `state`. The document itself is not touched. `clientId` must not be
 * in use by anyone else in this document.
 */
export function editUpdate(state: Uint8Array, clientId: number, edit: ServerEdit): Uint8Array {
  const draft = articleDoc()
  Y.applyUpdate(draft, state)
  // Set after the state is in: Yjs takes another id when it meets its own in what it applies.
  draft.clientID = clientId
  const before = Y.encodeStateVector(draft)
  const fragment = draft.getXmlFragment(fragmentName)
  const document = yXmlFragmentToProseMirrorRootNode(fragment, articleSchema)
  const edited = edit(document, textOf(document).positionAt).doc
  // updateYFragment compares with what the fragment holds and writes only what differs.
  updateYFragment(draft, fragment, edited, { mapping: new Map(), isOMark: new Map() })
  const update = Y.encodeStateAsUpdate(draft, before)
  draft.destroy()
  return update
}
