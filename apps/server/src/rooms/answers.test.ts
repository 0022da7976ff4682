import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { sync } from '#protocol/frames.ts'
import { Answers } from './answers.ts'

/** A newcomer who reads what is sent; says at which frame they were told that it is all. */
function read(frames: readonly Buffer[], doc = new Y.Doc()): { doc: Y.Doc; toldAt: number } {
  let toldAt = -1
  for (const [index, frame] of frames.entries()) {
    const length = (frame[1] ?? 0) & 0x7f
    const decoder = decoding.createDecoder(frame.subarray(length < 126 ? 2 : length === 126 ? 4 : 10))
    decoding.readVarUint(decoder)
    if (decoding.readVarUint(decoder) === sync.step2) toldAt = index
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  }
  return { doc, toldAt }
}

const nothing = new Uint8Array([0])

test('RM26 all who lack the same get one and the same answer, and while people type it is followed by what came since', () => {
  const doc = new Y.Doc()
  const answers = new Answers(doc)
  doc.on('update', (update: Uint8Array) => answers.changed(update))
  const text = doc.getText('t')
  text.insert(0, 'GDP fell')
  const first = answers.to(nothing)
  expect(answers.to(nothing)[0]).toBe(first[0])
  for (let key = 0; key < 20; key += 1) text.insert(0, 'k')
  const later = answers.to(nothing)
  const { doc: reader, toldAt } = read(later)
  expect(reader.getText('t').toJSON()).toBe(text.toJSON())
  // "That is all" is said when it is all.
  expect(toldAt).toBe(later.length - 1)
})

test('RM26 after many changes the answer is made anew', () => {
  const doc = new Y.Doc()
  const answers = new Answers(doc)
  doc.on('update', (update: Uint8Array) => answers.changed(update))
  const text = doc.getText('t')
  text.insert(0, 'GDP fell')
  answers.to(nothing)
  for (let key = 0; key < 500; key += 1) text.insert(0, 'k')
  expect(answers.to(nothing).length).toBeLessThan(202)
  expect(read(answers.to(nothing)).doc.getText('t').toJSON()).toBe(text.toJSON())
})

test('RM26 who comes back gets what they lack', () => {
  const doc = new Y.Doc()
  const answers = new Answers(doc)
  doc.on('update', (update: Uint8Array) => answers.changed(update))
  doc.getText('t').insert(0, 'GDP fell')
  const away = new Y.Doc()
  Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
  doc.getText('t').insert(8, ' today')
  read(answers.to(Y.encodeStateVector(away)), away)
  expect(away.getText('t').toJSON()).toBe('GDP fell today')
})
