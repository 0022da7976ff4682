import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from './incoming-update.ts'
import { deletesMuch, isHeavy, isTyping, weighUpdate } from './update-weight.ts'

function updateOf(change: (doc: Y.Doc) => void, from = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(from)
  change(from)
  return Y.encodeStateAsUpdate(from, before)
}

const paragraph = (doc: Y.Doc) => {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText('GDP fell')])
  block.setAttribute('level', '1')
  doc.getXmlFragment('default').insert(0, [block])
}

test('RM24 typing is told from what makes blocks, attributes and other containers', () => {
  const doc = new Y.Doc()
  const block = weighUpdate(updateOf(paragraph, doc))
  expect(block).toMatchObject({ containers: 2, values: 1, clients: 1, subdocuments: 0, isPlain: false })
  const text = (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
  const key = weighUpdate(updateOf(() => text.insert(3, ' really'), doc))
  expect(key).toMatchObject({ structs: 1, containers: 0, isPlain: true })
  expect(key !== null && isTyping(key)).toBe(true)
  const mark = weighUpdate(updateOf(() => text.format(0, 3, { claim: { id: 'a', kind: 'other' } }), doc))
  expect(mark !== null && isTyping(mark)).toBe(true)
})

test('RM24 everything that Yjs writes can be weighed, and its structs and deletions are counted', () => {
  const doc = new Y.Doc()
  doc.getMap('m').set('any', [1, 'two', { three: [null, undefined, 4.5, true, new Uint8Array([1])] }])
  doc.getArray('a').insert(0, [new Y.Map(), 12])
  paragraph(doc)
  doc.getText('t').insert(0, 'abcdef')
  doc.getText('t').delete(1, 2)
  doc.getText('t').delete(2, 1)
  const weight = weighUpdate(Y.encodeStateAsUpdate(doc))
  expect(weight).toMatchObject({ deletes: 2, clients: 1, containers: 3 })
  const within = new Y.Doc()
  within.getMap('m').set('doc', new Y.Doc())
  expect(weighUpdate(Y.encodeStateAsUpdate(within))).toMatchObject({ subdocuments: 1 })
})

test.each([
  ['nothing', []],
  ['a number of structs that never come', [1, 255, 255, 255, 255, 15, 1, 0]],
  ['a number of deletions that never come', [0, 1, 1, 255, 255, 255, 255, 15]],
  ['a text longer than the message', [1, 1, 1, 0, 4, 1, 1, 116, 255, 255, 3]],
])('RM24 %s is no update', (_, bytes) => {
  expect(weighUpdate(Uint8Array.from(bytes))).toBeNull()
})

test('RM24 what is said by the thousand is heavy', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'a'.repeat(6_000))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    for (let at = 0; at < 2_500; at += 1) text.insert(at * 2, 'b')
  })
  const many = weighUpdate(Y.encodeStateAsUpdate(doc, before))
  expect(many !== null && isHeavy(many)).toBe(true)
  const full = new Y.Doc()
  full.getText('t').insert(0, 'a'.repeat(6_000))
  full.transact(() => {
    for (let at = 0; at < 2_500; at += 1) full.getText('t').delete(at, 1)
  })
  const holes = weighUpdate(Y.encodeStateAsUpdate(full, Y.encodeStateVector(full)))
  expect(holes !== null && deletesMuch(holes) && !isHeavy(holes)).toBe(true)
})

test('RM8 typing, however it is torn, that is judged to be news can be applied', () => {
  const doc = new Y.Doc()
  paragraph(doc)
  const text = (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
  const whole = Y.encodeStateAsUpdate(doc)
  const real = [
    updateOf(() => text.insert(3, ' really'), doc),
    updateOf(() => text.format(0, 5, { bold: {} }), doc),
    updateOf(() => text.delete(1, 3), doc),
  ]
  const torn = fc.tuple(fc.constantFrom(...real), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 3 }))
  fc.assert(
    fc.property(torn, ([update, changes]) => {
      const bytes = update.slice()
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
      const room = new Y.Doc()
      Y.applyUpdate(room, whole)
      const weight = weighUpdate(bytes)
      if (weight === null || !isTyping(weight)) return
      const clocks = Y.decodeStateVector(Y.encodeStateVector(room))
      const judged = judgeUpdate(bytes, 'noor', { clocks, owners: new Map(), store: room.store })
      if (judged.kind !== 'news') return
      Y.applyUpdate(room, bytes)
      expect(room.store.pendingStructs).toBeNull()
      expect(room.store.pendingDs).toBeNull()
    }),
    { numRuns: 3_000, seed: 11 },
  )
})
