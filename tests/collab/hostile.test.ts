/** What a member with a program of their own can send: forged, torn and senseless frames. Nobody else may notice any of it. */
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { awarenessFrame, closeCode, step1Frame, step2Frame, updateFrame } from '#protocol/frames.ts'
import { anArticle } from '../builders/article.ts'
import { type Chance, chance } from '../builders/chance.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let article: string
let noors: TestEditor
let karims: TestEditor

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
  ])
})

beforeEach(async () => {
  for (const person of [noor, karim, idris]) person.leave()
  article = (await anArticle(noor)).id
  noors = await noor.open(article)
  karims = await karim.open(article)
  noors.type(0, 'N')
  await until('karim sees noor’s letter', () => karims.text.startsWith('N'))
  karims.type(1, 'K')
  await until('noor sees karim’s letter', () => noors.text.startsWith('NK'))
  await Promise.all([noors.whenSaved(), karims.whenSaved()])
})

afterAll(async () => {
  for (const person of [noor, karim, idris]) person?.leave()
  await server?.stop()
})

const rows = async () => {
  const [count] = await server.database.sql<{ n: number }>(
    'select count(*)::int as n from updates where stream_id = $1',
    [article],
  )
  return count?.n
}

/** A copy of what the editor has, as somebody else's program. */
function copyOf(editor: TestEditor, clientId: number | null = null): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(editor.doc))
  // Set after the state is in: Yjs takes another id when it meets its own in what it applies.
  if (clientId !== null) copy.clientID = clientId
  return copy
}

const firstText = (doc: Y.Doc) => (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText

function updateOf(doc: Y.Doc, change: (text: Y.XmlText) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change(firstText(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

/** The rest of the newsroom goes on: what noor types now is stored and seen, and everybody has the same text. */
async function expectUnharmed(text?: string): Promise<void> {
  if (text !== undefined) expect(noors.text).toBe(text)
  noors.type(0, 'Still ')
  await noors.whenSaved()
  const reader = await idris.open(article)
  await until('a newcomer has the same text', () => reader.text === noors.text)
  expect(await idris.done('GET', `articles/${article}/text`)).toMatchObject({ text: noors.text })
  expect(reader.doc.store.pendingStructs).toBeNull()
  expect(reader.doc.store.pendingDs).toBeNull()
}

async function expectRefused(bytes: Uint8Array, code: string, close: number): Promise<void> {
  const [before, text] = [await rows(), noors.text]
  karims.send(bytes)
  expect(await karims.connection?.closed()).toMatchObject({ code: close })
  expect(karims.refusals).toEqual([code])
  expect(await rows()).toBe(before)
  await expectUnharmed(text)
}

describe('forged updates', () => {
  test('RM3 words under another person’s Yjs client id are refused', async () => {
    const forged = updateOf(copyOf(karims, noors.doc.clientID), (text) => text.insert(0, 'Noor wrote this. '))
    await expectRefused(updateFrame(forged), 'client-id-of-another', closeCode.unacceptable)
  })

  test('RM3 words under the server’s own client id are refused', async () => {
    const server = [...Y.decodeStateVector(Y.encodeStateVector(karims.doc)).keys()].find(
      (id) => id !== noors.doc.clientID && id !== karims.doc.clientID,
    )
    const forged = updateOf(copyOf(karims, server), (text) => text.insert(0, 'Imported so. '))
    await expectRefused(step2Frame(forged), 'client-id-of-another', closeCode.unacceptable)
  })

  test('RM3 a client id stays its person’s when the article has been closed and opened again', async () => {
    server.services.rooms.suspend(true)
    server.services.rooms.suspend(false)
    await Promise.all([noors.connection?.closed(), karims.connection?.closed()])
    await noors.online()
    await karims.online()
    const forged = updateOf(copyOf(karims, noors.doc.clientID), (text) => text.insert(0, 'Noor wrote this. '))
    await expectRefused(updateFrame(forged), 'client-id-of-another', closeCode.unacceptable)
  })

  test('RM4 an update with a gap before it is refused, and the sender is asked to come back and compare', async () => {
    const ahead = copyOf(karims, karims.doc.clientID)
    updateOf(ahead, (text) => text.insert(0, 'lost '))
    const later = updateOf(ahead, (text) => text.insert(0, 'later '))
    await expectRefused(updateFrame(later), 'gap', closeCode.comeBackLater)
  })

  test('RM4 an update that leans on words nobody has is refused, since it could never be shown', async () => {
    const elsewhere = copyOf(karims, 4_242)
    updateOf(elsewhere, (text) => text.insert(0, 'unknown '))
    const mine = new Y.Doc()
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(elsewhere))
    const leaning = updateOf(mine, (text) => text.insert(4, 'leaning '))
    await expectRefused(updateFrame(leaning), 'gap', closeCode.comeBackLater)
  })

  test('RM4 words that have not been typed yet cannot be erased in advance', async () => {
    const future = copyOf(noors, noors.doc.clientID)
    updateOf(future, (text) => text.insert(0, '0123456789'))
    const before = Y.encodeStateVector(future)
    firstText(future).delete(0, 10)
    const deletes = Y.encodeStateAsUpdate(future, before)
    karims.send(updateFrame(deletes))
    await until('it is taken or refused', () => karims.connection?.ended ?? karims.saved === karims.sent)
    noors.type(0, '0123456789')
    await noors.whenSaved()
    const reader = await idris.open(article)
    expect(reader.text).toBe(noors.text)
    expect(reader.text.startsWith('0123456789')).toBe(true)
  })

  test.each([
    ['an empty string', (encoder: encoding.Encoder) => encoding.writeVarString(encoder, ''), 4],
    ['nothing deleted', (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, 0), 1],
  ])(
    'RM8 an update that decodes but cannot be applied (%s) is refused and shown to nobody',
    async (_, writeEmpty, kind) => {
      const mine = 77_777
      const [client, clock] = [noors.doc.clientID, 0]
      const spoilt = encoding.encode((encoder) => {
        const follows = ([origin, at]: [number, number], content: number) => {
          encoding.writeUint8(encoder, content | 0x80) // 0x80: an origin on the left is given
          encoding.writeVarUint(encoder, origin)
          encoding.writeVarUint(encoder, at)
        }
        for (const number of [1, 3, mine, 0]) encoding.writeVarUint(encoder, number) // one client, three structs, from clock 0
        follows([client, clock], 4)
        encoding.writeVarString(encoder, 'a')
        follows([mine, 0], kind)
        writeEmpty(encoder)
        follows([mine, 0], 4)
        encoding.writeVarString(encoder, 'b')
        encoding.writeVarUint(encoder, 0) // no deletes
      })
      await expectRefused(updateFrame(spoilt), 'not-an-update', closeCode.unacceptable)
    },
  )
})

describe('forged presence', () => {
  const frameFor = (...entries: readonly { client: number; clock: number; state: unknown }[]) =>
    awarenessFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, entries.length)
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(encoder, client)
          encoding.writeVarUint(encoder, clock)
          encoding.writeVarString(encoder, JSON.stringify(state))
        }
      }),
    )
  const userOf = (editor: TestEditor, client: number) =>
    editor.others.get(client)?.['user'] as { name: string } | undefined

  let reader: TestEditor
  beforeEach(async () => {
    noors.show({ cursor: { at: 1 }, user: { name: 'Anybody' } })
    reader = await idris.open(article)
    await until('idris sees noor', () => userOf(reader, noors.doc.clientID))
  })

  test('D26 RM6 who somebody is comes from the server, whatever their presence says', async () => {
    expect(reader.others.get(noors.doc.clientID)).toMatchObject({ cursor: { at: 1 }, user: { name: 'Noor Kassem' } })
    karims.show({ user: { id: 'x', name: 'Idris Mbeki', initials: 'IM', hue: 0 }, cursor: null })
    await until('idris sees karim', () => userOf(reader, karims.doc.clientID))
    expect(userOf(reader, karims.doc.clientID)?.name).toBe('Karim Aziz')
  })

  test('D26 RM6 nobody can change, take over or remove another’s presence', async () => {
    const client = noors.doc.clientID
    karims.send(frameFor({ client, clock: 1_000, state: { cursor: { at: 99 }, user: { name: 'Noor Kassem' } } }))
    karims.send(frameFor({ client, clock: 2_000, state: null }))
    karims.show({ cursor: { at: 2 } })
    await until('karim’s own presence has arrived', () => userOf(reader, karims.doc.clientID))
    expect(reader.others.get(client)).toMatchObject({ cursor: { at: 1 }, user: { name: 'Noor Kassem' } })
    noors.show({ cursor: { at: 3 } })
    await until('noor’s caret still moves', () => JSON.stringify(reader.others.get(client)).includes('"at":3'))
  })

  test('D26 RM6 nobody can show a caret under a client id whose words are somebody else’s, even while they are away', async () => {
    const client = noors.doc.clientID
    await noors.offline()
    await until('noor is gone', () => !reader.others.has(client))
    karims.send(frameFor({ client, clock: 1_000, state: { cursor: { at: 99 } } }))
    await noors.online()
    noors.show({ cursor: { at: 5 } })
    await until('noor is seen', () => userOf(reader, client)?.name === 'Noor Kassem')
  })

  test('D26 RM6 one socket shows one presence', async () => {
    karims.send(
      frameFor(
        ...Array.from({ length: 50 }, (_, index) => ({ client: 70_000 + index, clock: 1, state: { cursor: null } })),
      ),
    )
    const karimsIn = () => [...reader.others.values()].filter((state) => JSON.stringify(state).includes('Karim'))
    // All that the server takes of one frame it tells in one frame.
    await until('karim is seen', () => karimsIn().length > 0)
    noors.show({ cursor: { at: 4 } })
    await until('what came later has arrived', () =>
      JSON.stringify(reader.others.get(noors.doc.clientID)).includes('"at":4'),
    )
    expect(karimsIn()).toHaveLength(1)
  })

  test('RM9 who leaves is gone for everybody, and who comes back is seen at once', async () => {
    const client = noors.doc.clientID
    await noors.offline()
    await until('noor is gone', () => !reader.others.has(client))
    await noors.online()
    // The page's provider says the same thing again when it comes back, without a newer clock.
    noors.show(noors.awareness.getLocalState(), { again: true })
    await until('noor is back', () => userOf(reader, client)?.name === 'Noor Kassem')
  })
})

describe('noise', () => {
  /** Four kinds of noise, the later ones ever closer to something real. */
  function noise(random: Chance, real: readonly Uint8Array[]): Uint8Array {
    const wrap = random.pick([step1Frame, step2Frame, updateFrame, awarenessFrame])
    switch (random.below(4)) {
      case 0:
        return random.bytes(random.below(64))
      case 1:
        return wrap(random.bytes(random.below(64)))
      case 2: {
        const whole = wrap(random.pick(real))
        return whole.slice(0, random.below(whole.length))
      }
      default: {
        const torn = random.pick(real).slice()
        for (let times = 1 + random.below(3); times > 0; times -= 1) torn[random.below(torn.length)] = random.below(256)
        return wrap(torn)
      }
    }
  }

  test('D09 WP8 a thousand senseless frames harm nobody: same process, same text for everyone else', async () => {
    const random = chance(21)
    const writer = copyOf(karims)
    const real = [
      updateOf(writer, (text) => text.insert(0, 'noise ')),
      updateOf(writer, (text) => text.delete(0, 3)),
      updateOf(writer, (text) => text.format(0, 2, { bold: {} })),
      Y.encodeStateAsUpdate(writer),
    ]
    for (let sent = 0; sent < 1_000;) {
      await karims.connect()
      const { connection } = karims
      for (let burst = 0; burst < 25; burst += 1, sent += 1) connection?.socket.send(noise(random, real))
      // The heartbeat of a socket that survives: its presence is asked for and the answer waited for.
      await until(
        'the server has dealt with it',
        async () => connection?.ended ?? (await noor.article(article)).seq > 0,
      )
      await karims.offline()
    }
    expect((await noor.fetch('GET', '/health/ready')).status).toBe(200)
    await expectUnharmed()
  })
})
