import * as encoding from 'lib0/encoding'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { TextApart } from '#server/rooms/text-apart.ts'

const apart = new TextApart({ trialMs: 250 })
afterAll(() => apart.stop())

function typed(keys: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(Buffer.from(update)))
  const text = doc.getText('t')
  for (let key = 0; key < keys; key += 1) {
    if (key % 3 === 2) text.delete(0, 1)
    else text.insert(0, 'k')
  }
  return { doc, updates }
}

/** Letters that all stand at the front, each before another letter of a text: Yjs walks past all of them for each. */
function crowd(letters: number): Uint8Array {
  return encoding.encode((encoder) => {
    const numbers = (...many: number[]) => {
      for (const number of many) encoding.writeVarUint(encoder, number)
    }
    numbers(2, 1, 1, 0) // two clients; of client 1 one struct, from clock 0
    numbers(4, 1) // letters, in the container named
    encoding.writeVarString(encoder, 't')
    encoding.writeVarString(encoder, 'a'.repeat(letters))
    numbers(letters, 2, 0)
    for (let letter = 0; letter < letters; letter += 1) {
      numbers(0x44, 1, letter) // a letter whose right neighbour was that one
      encoding.writeVarString(encoder, 'x')
    }
    numbers(0)
  })
}

test('LG7 a log is replayed into one update that reads as the text, again and again', async () => {
  const { doc, updates } = typed(600)
  const first = await apart.shorten(updates.slice(0, 300))
  const second = await apart.shorten([first, ...updates.slice(300)])
  const reopened = new Y.Doc()
  Y.applyUpdate(reopened, second)
  expect(reopened.getText('t').toJSON()).toBe(doc.getText('t').toJSON())
})

test('LG7 a log with a gap is not shortened', async () => {
  const { updates } = typed(10)
  await expect(apart.shorten(updates.slice(1))).rejects.toThrow('The log stays as it is: a-gap.')
})

test('RM24 what applies in good time is borne, what leans on nothing is not', async () => {
  const { doc, updates } = typed(10)
  const empty = Y.encodeStateAsUpdate(new Y.Doc())
  expect(await apart.bears(() => empty, Y.encodeStateAsUpdate(doc))).toBe(true)
  expect(await apart.bears(() => empty, updates.at(-1) ?? empty)).toBe(false)
})

test('RM24 an update that would keep everyone waiting is not borne, and the next question is answered all the same', async () => {
  const empty = Y.encodeStateAsUpdate(new Y.Doc())
  expect(await apart.bears(() => empty, crowd(20_000))).toBe(false)
  expect(await apart.bears(() => empty, Y.encodeStateAsUpdate(typed(3).doc))).toBe(true)
})
