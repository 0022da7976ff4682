/**
 * What one message, socket and article may cost the others: each limit has its answer, and whoever stays within them notices nothing.
 * The limits are smaller here than by default, so that a test passes them quickly.
 */
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { awarenessFrame, closeCode, step1Frame, updateFrame } from '#protocol/frames.ts'
import { anArticle } from '../builders/article.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const small = {
  messageBytes: 1024 * 1024,
  documentBytes: 1500 * 1024,
  peoplePerArticle: 4,
  updatesPerSecond: 100,
  updateBurst: 50,
  presenceBytes: 500,
  pendingBytes: 1_000,
  unsentBytes: 256 * 1024,
}

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let article: string
let noors: TestEditor
let karims: TestEditor

beforeAll(async () => {
  server = await aServer({ limits: small })
  ;[noor, karim, idris] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
  ])
})

beforeEach(async () => {
  article = (await anArticle(noor)).id
  noors = await noor.open(article)
  karims = await karim.open(article)
  noors.type(0, 'N')
  karims.type(0, 'K')
  await Promise.all([noors.whenSaved(), karims.whenSaved()])
  await until('both have both letters', () => noors.text === karims.text)
})

afterEach(() => {
  for (const person of [noor, karim, idris]) person.leave()
})

afterAll(async () => {
  for (const person of [noor, karim, idris]) person?.leave()
  await server?.stop()
})

/** Noor goes on: what she types is stored, and a newcomer reads it. */
async function expectUnharmed(): Promise<void> {
  noors.type(0, 'Still ')
  await noors.whenSaved()
  const reader = await idris.open(article)
  await until('a newcomer has the same text', () => reader.text === noors.text)
  expect(reader.doc.store.pendingStructs).toBeNull()
}

const closedWith = async (code: number, reason: string | RegExp) =>
  expect(await karims.connection?.closed()).toMatchObject({ code, reason: expect.stringMatching(reason) })

describe('too much', () => {
  test('RM20 an article is open in so many windows; one more is asked to come back, and gets in when one has closed', async () => {
    await idris.open(article)
    const last = await idris.open(article)
    const more = await idris.knock(article)
    expect(await more.connection?.closed()).toEqual({ code: closeCode.comeBackLater, reason: '30 full' })
    last.close()
    await until('there is room again', async () => {
      const again = await idris.knock(article)
      await until('let in or not', () => again.synced || again.connection?.ended)
      return again.synced
    })
  })

  test('WP7 a message that is too large ends the socket and says so', async () => {
    karims.send(updateFrame(new Uint8Array(small.messageBytes + 1)))
    await closedWith(closeCode.tooLarge, /^message$/)
    await expectUnharmed()
  })

  test('RM20 an article grows to its largest size and no further; taking words away goes on', async () => {
    karims.type(0, 'a'.repeat(900_000))
    await karims.whenSaved()
    karims.type(0, 'b'.repeat(700_000))
    await closedWith(closeCode.tooLarge, /^document-full$/)
    expect(karims.refusals).toEqual(['document-full'])
    await until('noor has the first part', () => noors.text.includes('aaa'))
    expect(noors.text).not.toContain('bbb')
    noors.eraseRange(0, 100_000)
    await noors.whenSaved()
    await expectUnharmed()
  }, 30_000)

  test('RM6 more than so much of oneself is not shown', async () => {
    noors.show({ cursor: null, note: 'x'.repeat(600) })
    noors.type(0, 'y')
    await noors.whenSaved()
    const reader = await idris.open(article)
    expect(reader.others.has(noors.doc.clientID)).toBe(false)
  })
})

describe('too fast', () => {
  test('RM21 somebody who types faster than the pace is read more slowly, and loses nothing', async () => {
    // More than a burst that the opening has taken its part of, less than that and another one: that would be a flood.
    for (let key = 0; key < 70; key += 1) karims.type(0, 'k')
    await until('all of it is stored', () => karims.isSaved, 20_000)
    expect(karims.connection?.isOpen).toBe(true)
    await until('noor sees all of it', () => noors.text.startsWith('k'.repeat(70)))
  })

  test('RM21 a flood is turned away, to come back and say it all in one message', async () => {
    const { connection } = karims
    const keys: Uint8Array[] = []
    karims.doc.on('update', (update: Uint8Array) => keys.push(updateFrame(update)))
    karims.connection = null
    for (let key = 0; key < 500; key += 1) karims.type(0, 'k')
    for (const key of keys) connection?.socket.send(key)
    expect(await until('it is turned away', () => connection?.ended, 20_000)).toEqual({
      code: closeCode.comeBackLater,
      reason: '5 flood',
    })
    await karims.online()
    await karims.whenSaved()
    await until('noor sees all of it', () => noors.text.startsWith('k'.repeat(500)))
    await expectUnharmed()
  }, 30_000)

  test('RM21 asking for the text again and again is a flood too', async () => {
    for (let asked = 0; asked < 200; asked += 1) karims.send(step1Frame(new Uint8Array([0])))
    const ended = await until('it is turned away', () => karims.connection?.ended, 20_000)
    expect(ended).toEqual({ code: closeCode.comeBackLater, reason: '5 flood' })
    await expectUnharmed()
  }, 30_000)

  test('RM22 who does not read is cut off, and the others are not held up', async () => {
    const entered = await server.services.rooms.enter(article, await server.newsroomId('harbour'))
    const reader = [...(entered?.room.people ?? [])].find(({ party }) => party.person.name === 'Karim Aziz')
    entered?.release()
    karims.connection?.socket.pause()
    // More than the two machines' own buffers take; once cut off, there is not for ever to read the reason.
    for (let round = 0; round < 60 && reader?.isOpen === true; round += 1) {
      noors.type(0, 'x'.repeat(200_000))
      await noors.whenSaved()
      noors.eraseRange(0, 200_000)
      await noors.whenSaved()
    }
    expect(reader?.isOpen).toBe(false)
    const { body } = await noor.fetch('GET', '/metrics')
    const unsent = Number(/^tickmark_unsent_bytes (\d+)$/m.exec(String(body))?.[1])
    expect(unsent).toBeLessThanOrEqual(small.unsentBytes)
    karims.connection?.socket.resume()
    await closedWith(closeCode.comeBackLater, /^10 behind$/)
    await expectUnharmed()
  }, 60_000)
})

describe('bombs', () => {
  const update = (write: (numbers: (...many: number[]) => void, encoder: encoding.Encoder) => void) =>
    encoding.encode((encoder) =>
      write((...many) => {
        for (const number of many) encoding.writeVarUint(encoder, number)
      }, encoder),
    )

  async function expectRefused(bytes: Uint8Array, code: string, close: number): Promise<void> {
    karims.send(updateFrame(bytes))
    expect(await karims.connection?.closed(15_000)).toMatchObject({ code: close })
    expect(karims.refusals).toEqual([code])
    await expectUnharmed()
  }

  test('RM24 a number of structs that never come is refused before room is made for them', async () => {
    const bytes = update((numbers) => numbers(1, 2 ** 31, 4_711, 0))
    await expectRefused(bytes, 'not-an-update', closeCode.unacceptable)
  })

  test('RM24 a tower of blocks, one inside the other, is refused', async () => {
    const bytes = update((numbers, encoder) => {
      numbers(1, 150, 4_711, 0)
      for (let floor = 0; floor < 150; floor += 1) {
        encoding.writeUint8(encoder, 7) // a container, inside:
        if (floor === 0) {
          numbers(1)
          encoding.writeVarString(encoder, 'default')
        } else numbers(0, 4_711, floor - 1)
        numbers(3)
        encoding.writeVarString(encoder, 'blockquote')
      }
      numbers(0)
    })
    await expectRefused(bytes, 'too-deep', closeCode.tooLarge)
  })

  test('RM24 letters that would each have to be walked past are tried aside and refused, while the others type on', async () => {
    const many = 40_000
    const bytes = update((numbers, encoder) => {
      numbers(2, 1, 4_711, 0, 4, 1)
      encoding.writeVarString(encoder, 'elsewhere')
      encoding.writeVarString(encoder, 'a'.repeat(many))
      numbers(many, 4_712, 0)
      for (let letter = 0; letter < many; letter += 1) {
        numbers(0x44, 4_711, letter)
        encoding.writeVarString(encoder, 'x')
      }
      numbers(0)
    })
    karims.send(updateFrame(bytes))
    // Answered while the trial goes on: it has a thread of its own.
    noors.type(0, 'Meanwhile ')
    await noors.whenSaved()
    expect(await karims.connection?.closed(15_000)).toMatchObject({ code: closeCode.tooLarge })
    expect(karims.refusals).toEqual(['too-heavy'])
    await expectUnharmed()
  }, 30_000)

  test('RM24 words that lean on later ones of their own writer are refused', async () => {
    const bytes = update((numbers, encoder) => {
      numbers(1, 2, 4_711, 0)
      numbers(0x84, 4_711, 1) // beside the next one
      encoding.writeVarString(encoder, 'a')
      numbers(4, 1)
      encoding.writeVarString(encoder, 'default')
      encoding.writeVarString(encoder, 'b')
      numbers(0)
    })
    await expectRefused(bytes, 'not-an-update', closeCode.unacceptable)
  })

  test('RM24 a document within the document is refused', async () => {
    const doc = new Y.Doc()
    doc.getMap('elsewhere').set('within', new Y.Doc())
    await expectRefused(Y.encodeStateAsUpdate(doc), 'not-an-update', closeCode.unacceptable)
  })

  test('RM24 an hour of work offline is no bomb', async () => {
    await karims.offline()
    for (let word = 0; word < 500; word += 1) karims.type(0, `${word} `)
    await karims.online()
    await karims.whenSaved()
    await until('noor has it', () => noors.text === karims.text)
  }, 30_000)

  test('RM6 presence of a thousand people in one frame shows one', async () => {
    const bytes = update((numbers, encoder) => {
      numbers(1_000)
      for (let client = 0; client < 1_000; client += 1) {
        numbers(10_000 + client, 1)
        encoding.writeVarString(encoder, '{}')
      }
    })
    karims.send(awarenessFrame(bytes))
    karims.type(0, 'k')
    await karims.whenSaved()
    const reader = await idris.open(article)
    await until('presence has come', () => reader.others.size > 0)
    expect(reader.others.size).toBe(1)
  })
})
