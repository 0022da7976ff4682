/** Where people have typed since a text was compared with a draft. */
import * as Y from 'yjs'
import { articleDoc } from '../article-doc.ts'
import { fragmentName } from '../seed.ts'
import { type Part, partsOf } from './block.ts'

/** Names a block of a live text, or a text inside one, the same in every copy of it. */
export function idOf(part: Part): string {
  const id = part._item?.id
  return id === undefined ? '' : `${id.client}:${id.clock}`
}

/** Ids of the texts that hold characters which were not there when the state was `before`, and of the blocks these are in. */
export function typedSince(before: Uint8Array, now: Uint8Array): Set<string> {
  const doc = articleDoc()
  Y.applyUpdate(doc, now)
  const known = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(before))
  const isNew = (item: Y.Item) => item.id.clock + item.length > (known.get(item.id.client) ?? 0)
  const found = new Set<string>()
  const look = (container: Y.XmlFragment): boolean => {
    let any = false
    for (const part of partsOf(container)) {
      const fresh = part instanceof Y.XmlText ? hasNewWords(part, isNew) : part instanceof Y.XmlElement && look(part)
      if (fresh) found.add(idOf(part))
      any ||= fresh
    }
    return any
  }
  look(doc.getXmlFragment(fragmentName))
  doc.destroy()
  return found
}

function hasNewWords(text: Y.XmlText, isNew: (item: Y.Item) => boolean): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString && isNew(item)) return true
  }
  return false
}
