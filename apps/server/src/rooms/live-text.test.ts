import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { fragmentName } from '#document/seed.ts'
import type { StoredUpdate } from '../log/text-store.ts'
import { LiveText } from './live-text.ts'

/** Three paragraphs by one person, each an update that stands on the one before. */
function paragraphs(): Uint8Array[] {
  const doc = articleDoc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const words of ['one', 'two', 'three']) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(fragmentName).push([paragraph])
  }
  return updates
}

const stored = (bytes: Uint8Array | undefined, seq: number): StoredUpdate => {
  if (bytes === undefined) throw new Error('There is no such update.')
  return { seq, bytes, by: 'noor', at: new Date(0) }
}

function live(...updates: StoredUpdate[]) {
  const unreadable: number[] = []
  const text = new LiveText(
    { epoch: 1, seq: updates.at(-1)?.seq ?? 0, snapshot: null, updates, clients: new Map() },
    { changed: () => {}, changedElsewhere: () => {}, unreadable: (seq) => unreadable.push(seq) },
  )
  return { text, unreadable }
}

test('LG8 an update that leaves a gap is named itself, not the one that happened to come after it', () => {
  const [one, , three] = paragraphs()
  const [other] = paragraphs()
  const { text, unreadable } = live(stored(one, 1))
  text.take(stored(three, 2))
  text.takeNow(stored(other, 3))
  expect(unreadable).toEqual([2])
})

test('LG8 what leans on words that were set aside long ago makes nobody’s next edit unreadable', () => {
  const [one, , three] = paragraphs()
  const [other] = paragraphs()
  const { text, unreadable } = live(stored(one, 1), stored(three, 3))
  text.takeNow(stored(other, 4))
  expect(unreadable).toEqual([])
  expect(text.now.text.split('\n').toSorted()).toEqual(['one', 'one'])
})
