import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate, type Known } from './incoming-update.ts'

/** A room that holds what `seen` holds, in which `owners` says whose each client id is. */
const known = (seen: Y.Doc, owners: [number, string][] = []): Known => ({
  clocks: Y.decodeStateVector(Y.encodeStateVector(seen)),
  owners: new Map(owners),
  store: seen.store,
})

function aDoc(clientId: number, text = ''): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  if (text !== '') doc.getText('t').insert(0, text)
  return { doc, updates }
}

test('RM2 an update that follows on is news, and a client id not seen before is named', () => {
  const noor = aDoc(1, 'GDP fell')
  expect(judgeUpdate(Y.encodeStateAsUpdate(noor.doc), 'noor', known(new Y.Doc()))).toEqual({
    kind: 'news',
    ends: new Map([[1, 8]]),
    newClientIds: [1],
  })
})

test('RM2 what the room has already is nothing new, its delete set included', () => {
  const noor = aDoc(1, 'GDP fell')
  noor.doc.getText('t').delete(0, 4)
  const whole = Y.encodeStateAsUpdate(noor.doc)
  expect(judgeUpdate(whole, 'noor', known(noor.doc, [[1, 'noor']]))).toEqual({ kind: 'nothing-new' })
  expect(judgeUpdate(Y.encodeStateAsUpdate(new Y.Doc()), 'noor', known(noor.doc))).toEqual({ kind: 'nothing-new' })
})

test('RM2 a deletion alone is news', () => {
  const noor = aDoc(1, 'GDP fell')
  const before = new Y.Doc()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(noor.doc))
  noor.doc.getText('t').delete(0, 4)
  expect(judgeUpdate(noor.updates.at(-1) ?? new Uint8Array(), 'karim', known(before, [[1, 'noor']]))).toEqual({
    kind: 'news',
    ends: new Map(),
    newClientIds: [],
  })
})

test('RM4 an update with a gap before it is refused', () => {
  const noor = aDoc(1, 'GDP ')
  noor.doc.getText('t').insert(4, 'fell')
  expect(judgeUpdate(noor.updates[1] ?? new Uint8Array(), 'noor', known(new Y.Doc()))).toEqual({
    kind: 'refused',
    code: 'gap',
  })
})

test('RM4 words that lean on words nobody has are refused, since they could never be shown', () => {
  const noor = aDoc(1, 'GDP fell')
  const karim = aDoc(2)
  Y.applyUpdate(karim.doc, Y.encodeStateAsUpdate(noor.doc))
  karim.doc.getText('t').insert(3, ' really')
  const alone = Y.diffUpdate(Y.encodeStateAsUpdate(karim.doc), Y.encodeStateVector(noor.doc))
  expect(judgeUpdate(alone, 'karim', known(noor.doc)).kind).toBe('news')
  expect(judgeUpdate(alone, 'karim', known(new Y.Doc()))).toEqual({ kind: 'refused', code: 'gap' })
})

test('RM4 a deletion of words yet to come is refused', () => {
  const noor = aDoc(1, 'GDP fell')
  const before = new Y.Doc()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(noor.doc))
  noor.doc.getText('t').insert(8, ' today')
  noor.doc.getText('t').delete(8, 6)
  const deletion = noor.updates.at(-1) ?? new Uint8Array()
  expect(judgeUpdate(deletion, 'karim', known(before, [[1, 'noor']]))).toEqual({ kind: 'refused', code: 'gap' })
})

/** An update by hand: words of client 1 from the beginning, each leaning on what is named to its left. */
function forged(words: readonly { left: readonly [client: number, clock: number]; text: string }[]): Uint8Array {
  const structs = words.flatMap(({ left, text }) => [0x84, ...left, text.length, ...Buffer.from(text)])
  return Uint8Array.from([1, words.length, 1, 0, ...structs, 0])
}

test('RM4 words that are known already, said to lean on words nobody has, are refused: Yjs would wait for those', () => {
  const noor = aDoc(1, 'GDP fell')
  const bytes = forged([
    { left: [9, 5], text: 'GDP fell' },
    { left: [1, 7], text: '!' },
  ])
  expect(judgeUpdate(bytes, 'noor', known(noor.doc, [[1, 'noor']]))).toEqual({ kind: 'refused', code: 'gap' })
  Y.applyUpdate(noor.doc, bytes)
  expect(noor.doc.store.pendingStructs).not.toBeNull()
})

test('RM8 words that are known already, said to lean on later ones of their writer, are refused: Yjs would break', () => {
  const noor = aDoc(1, 'GDP fell')
  const bytes = forged([
    { left: [1, 8], text: 'GDP fell' },
    { left: [1, 7], text: '!' },
  ])
  const judged = judgeUpdate(bytes, 'noor', known(noor.doc, [[1, 'noor']]))
  expect(judged).toEqual({ kind: 'refused', code: 'not-an-update' })
  expect(() => Y.applyUpdate(noor.doc, bytes)).toThrow('Unexpected case')
})

test('RM8 a deletion of nothing is refused: beyond the last word Yjs would break', () => {
  const noor = aDoc(1, 'GDP fell')
  const bytes = Uint8Array.from([0, 1, 1, 1, 8, 0])
  const judged = judgeUpdate(bytes, 'noor', known(noor.doc, [[1, 'noor']]))
  expect(judged).toEqual({ kind: 'refused', code: 'not-an-update' })
  expect(() => Y.applyUpdate(noor.doc, bytes)).toThrow('Unexpected case')
})

test('RM3 new structs under another person’s client id are refused, old ones are not judged', () => {
  const noor = aDoc(1, 'GDP fell')
  const whole = Y.encodeStateAsUpdate(noor.doc)
  const owners: [number, string][] = [[1, 'noor']]
  expect(judgeUpdate(whole, 'karim', known(new Y.Doc(), owners))).toEqual({
    kind: 'refused',
    code: 'client-id-of-another',
  })
  expect(judgeUpdate(whole, 'karim', known(noor.doc, owners))).toEqual({ kind: 'nothing-new' })
})

test.each([[[]], [[255, 255, 255, 255, 255]], [[1, 1, 200, 1, 0, 99]], [[0]]])(
  'RM2 bytes %j that are no update are refused and throw nothing',
  (bytes) => {
    expect(judgeUpdate(Uint8Array.from(bytes), 'noor', known(new Y.Doc()))).toEqual({
      kind: 'refused',
      code: 'not-an-update',
    })
  },
)
