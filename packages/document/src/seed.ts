/**
 * The first Yjs state of an imported article, written once by the server: clients never seed, so an article cannot appear twice.
 */
import { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { DocumentJson } from './draft.ts'
import { articleDoc } from './article-doc.ts'
import { documentJson } from './document-json.ts'
import { articleSchema } from './schema.ts'
import { TextIndex } from './text-index.ts'

/** The one XmlFragment that holds the text; the name is fixed, programs outside rely on it. */
export const fragmentName = 'default'

/** Far more than lists in lists in quotations ever need; a tower of thousands would stop a server and every page. */
export const mostNested = 100

/** The document checked against the schema. Throws RangeError when it does not fit. */
export function documentFrom(json: DocumentJson): Node {
  let level: readonly DocumentJson[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostNested) throw new RangeError('The document nests too deep.')
    level = level.flatMap(({ content }) => (Array.isArray(content) ? content : []))
  }
  const document = Node.fromJSON(articleSchema, json)
  document.check()
  return document
}

export interface Seed {
  readonly update: Uint8Array
  readonly clientId: number
  /** The document as it reads from Yjs. */
  readonly json: DocumentJson
  /** Its one plain text; title and deck as the text has them. */
  readonly text: string
  readonly title: string | null
  readonly deck: string | null
}

/** A Yjs update that makes the whole document, by a client id of its own. */
export function seedUpdate(document: Node): Seed {
  const seed = articleDoc()
  const fragment = seed.getXmlFragment(fragmentName)
  prosemirrorToYXmlFragment(document, fragment)
  const update = Y.encodeStateAsUpdate(seed)
  const json = documentJson(fragment)
  const index = new TextIndex(fragment)
  const { text, title, deck } = index
  index.destroy()
  seed.destroy()
  return { update, clientId: seed.clientID, json, text, title, deck }
}
