/** A recording of somebody writing prose, key by key, as the Yjs updates that their browser would have sent. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

type Patch = readonly [position: number, deleted: number, inserted: string]

/** Patches of the recording as edits of one key each, the first `most` of them. */
export function keysOfTrace(file: string, most: number): { at: number; key: string | null }[] {
  const trace = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { txns: { patches: Patch[] }[] }
  const keys: { at: number; key: string | null }[] = []
  for (const { patches } of trace.txns) {
    for (const [position, deleted, inserted] of patches) {
      for (let n = deleted; n > 0; n -= 1) keys.push({ at: position + n - 1, key: null })
      for (const [n, key] of [...inserted].entries()) keys.push({ at: position + n, key })
      if (keys.length >= most) return keys.slice(0, most)
    }
  }
  return keys
}

/** The updates of somebody who has `state` before them and types the keys into its first text. */
export function updatesOf(keys: readonly { at: number; key: string | null }[], state: Uint8Array): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const text = firstTextIn(doc.getXmlFragment('default'))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const { at, key } of keys) {
    if (key === null) text.delete(at, 1)
    else text.insert(at, key)
  }
  doc.destroy()
  return updates
}

/** So many megabytes of words, `size` at a time, typed and deleted again: much to tell, nothing to keep. */
export function comingAndGoing(state: Uint8Array | null, given: { megabytes: number; size: number }): Uint8Array[] {
  const doc = new Y.Doc()
  if (state !== null) Y.applyUpdate(doc, state)
  const isEmpty = doc.getXmlFragment('default').length === 0
  const text = isEmpty ? doc.getText('text') : firstTextIn(doc.getXmlFragment('default'))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let told = 0; told < given.megabytes * 1_000_000; told += given.size) {
    text.insert(0, 'w'.repeat(given.size))
    text.delete(0, given.size)
  }
  doc.destroy()
  return updates
}

function firstTextIn(node: Y.XmlFragment): Y.XmlText {
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) return child
    if (child instanceof Y.XmlElement) return firstTextIn(child)
  }
  throw new Error('There is no text in this document.')
}
