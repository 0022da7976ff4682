/** What the article desk is measured against: the same text in a plain Tiptap editor on Yjs, over the same socket, and nothing else. */
import { articleExtensions } from '#document/schema.ts'
import { fragmentName } from '#document/seed.ts'
import { Editor, Extension } from '@tiptap/core'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const asked = new URLSearchParams(location.search)
const doc = new Y.Doc()
const params = { schema: asked.get('schema') ?? '', epoch: asked.get('epoch') ?? '' }
const provider = new WebsocketProvider(`ws://${location.host}/sync/harbour`, asked.get('article') ?? '', doc, {
  disableBc: true,
  params,
})
const live = Extension.create({
  name: 'live',
  addProseMirrorPlugins: () => [ySyncPlugin(doc.getXmlFragment(fragmentName)), yUndoPlugin()],
})
const open = () =>
  new Editor({
    element: document.body,
    extensions: [live, ...articleExtensions],
    editorProps: { attributes: { spellcheck: 'false' } },
  })
provider.once('sync', open)
