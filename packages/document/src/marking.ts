/** Putting a claim mark over words of a live document from the server's side, as one Yjs update. Rule AN7. */
import { Transform } from '@tiptap/pm/transform'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { articleSchema } from './schema.ts'
import { fragmentName } from './seed.ts'
import { type TextRange, textOf } from './text.ts'

/**
 * The update that marks `range` (offsets in the plain text) of the document whose state is `state`. The document itself is not
 * touched: the caller appends the update to the log first. `clientId` must not be in use by anyone else in this document.
 */
export function markingUpdate(
  state: Uint8Array,
  clientId: number,
  range: TextRange,
  claim: { id: string; kind: string },
): Uint8Array {
  const draft = articleDoc()
  Y.applyUpdate(draft, state)
  // Set after the state is in: Yjs takes another id when it meets its own in what it applies.
  draft.clientID = clientId
  const before = Y.encodeStateVector(draft)
  const fragment = draft.getXmlFragment(fragmentName)
  const document = yXmlFragmentToProseMirrorRootNode(fragment, articleSchema)
  const { positionAt } = textOf(document)
  const marked = new Transform(document).addMark(
    positionAt(range.from),
    positionAt(range.to),
    articleSchema.mark('claim', claim),
  ).doc
  // updateYFragment compares with what the fragment holds and writes only what differs.
  updateYFragment(draft, fragment, marked, { mapping: new Map(), isOMark: new Map() })
  const update = Y.encodeStateAsUpdate(draft, before)
  draft.destroy()
  return update
}
