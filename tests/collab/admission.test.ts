/** Who gets a socket, what a reader may do with it, and how it ends when a right is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { closeCode, step2Frame, updateFrame } from '#protocol/frames.ts'
import { anArticle } from '../builders/article.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, aStranger, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { TestSocket } from '../builders/socket.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let vera: Person
let karim: Person
let omar: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[noor, vera, karim, omar] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'vera'),
    aPerson(server, 'karim'),
    aPerson(server, 'omar'),
  ])
  article = (await anArticle(noor)).id
})

afterAll(async () => {
  for (const person of [noor, vera, karim, omar]) person?.leave()
  await server?.stop()
})

const rows = async () => {
  const [count] = await server.database.sql<{ n: number }>(
    'select count(*)::int as n from updates where stream_id = $1',
    [article],
  )
  return count?.n
}

/** An update that puts words into `editor`'s text, as its page would make it, without sending it. */
function wordsFor(editor: TestEditor, words: string): Uint8Array {
  const draft = new Y.Doc()
  Y.applyUpdate(draft, Y.encodeStateAsUpdate(editor.doc))
  const before = Y.encodeStateVector(draft)
  const paragraph = draft.getXmlFragment('default').get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(0, words)
  return Y.encodeStateAsUpdate(draft, before)
}

describe('readers', () => {
  test('AC11 a viewer reads along and is seen, and neither needs a right to write', async () => {
    const veras = await vera.open(article)
    const noors = await noor.open(article)
    noors.type(0, 'A')
    await until('vera reads what noor types', () => veras.text === noors.text)
    veras.show({ cursor: null })
    await until('noor sees vera', () =>
      [...noors.others.values()].some((state) => JSON.stringify(state).includes('Vera')),
    )
    await veras.whenSaved()
    expect(veras.connection?.isOpen).toBe(true)
    noors.close()
    veras.close()
  })

  // Yjs tidies formatting up after changes of others; from a page that may only read, that would be taken for writing.
  test('AC11 a viewer reads on while two people take a claim apart, and sends nothing of their own', async () => {
    const [noors, karims, veras] = [await noor.open(article), await karim.open(article), await vera.open(article)]
    noors.mark('At least 14 people drowned', 'casualty')
    await until('everyone has the mark', () => karims.claims.size === 1 && veras.claims.size === 1)
    const sentBefore = veras.sent
    await Promise.all([noors.offline(), karims.offline()])
    noors.erase('At least 14 ')
    karims.erase('people drowned')
    await Promise.all([noors.online(), karims.online()])
    await Promise.all([noors.whenSaved(), karims.whenSaved()])
    await until('everyone has the same text', () => noors.text === karims.text && veras.text === noors.text)
    veras.show({ cursor: null })
    await until('vera’s presence has arrived', () => noors.others.has(veras.doc.clientID))
    expect(veras.refusals).toEqual([])
    expect(veras.connection?.isOpen).toBe(true)
    expect(veras.sent).toBe(sentBefore)
    for (const editor of [noors, karims, veras]) editor.close()
  })

  test.each([
    ['a step 2', step2Frame],
    ['an update', updateFrame],
  ])(
    'D21 AC3 words that a viewer sends in %s reach nobody and no disk; the socket closes with 4403',
    async (_, frameOf) => {
      const noors = await noor.open(article)
      const veras = await vera.open(article)
      const [before, text] = [await rows(), noors.text]
      veras.send(frameOf(wordsFor(veras, 'Forged. ')))
      expect(await veras.connection?.closed()).toMatchObject({ code: closeCode.mayNotWrite })
      expect(veras.refusals).toEqual(['may-not-edit'])
      noors.type(0, 'B')
      await noors.whenSaved()
      expect(await rows()).toBe((before ?? 0) + 1)
      expect(noors.text).toBe(`B${text}`)
      noors.close()
    },
  )

  test('D21 AC3 a viewer cannot erase either', async () => {
    const noors = await noor.open(article)
    const veras = await vera.open(article)
    const { text } = noors
    veras.eraseRange(0, 5)
    expect(await veras.connection?.closed()).toMatchObject({ code: closeCode.mayNotWrite })
    const reader = await karim.open(article)
    expect([noors.text, reader.text]).toEqual([text, text])
    for (const editor of [noors, reader]) editor.close()
  })
})

describe('the door', () => {
  test.each([
    ['another site', 'https://elsewhere.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['a host that begins like ours', 'http://127.0.0.1.elsewhere.example'],
    ['our host under another scheme', 'https://localhost'],
    ['no origin at all', undefined],
    ['an opaque origin', 'null'],
  ])('D20 WP4 a socket asked for from %s is refused before the upgrade', async (_, origin) => {
    for (const url of [await noor.socketUrl(article), noor.socketAt('/live/harbour')]) {
      const socket = new TestSocket(url, { cookie: noor.cookie, ...(origin === undefined ? {} : { origin }) })
      await socket.settled()
      expect(socket.refusedStatus).toBe(403)
    }
  })

  test('AC7 a request that changes something from another site is refused, whoever is signed in', async () => {
    const asked = { headers: { origin: 'https://elsewhere.example' } }
    const source = { kind: 'other', title: 'Planted' }
    expect(await noor.api('POST', 'sources', source, asked)).toMatchObject({
      status: 403,
      body: { refusal: 'origin-not-allowed' },
    })
    expect(await noor.done('GET', 'sources')).toEqual({ sources: [] })
  })

  test('D18 WP5 a page of an older schema is told so, a newer one is asked to wait', async () => {
    const { schema } = await noor.article(article)
    expect(await (await noor.knock(article, { schema: schema - 1 })).connection?.closed()).toMatchObject({ code: 4409 })
    const newer = await (await noor.knock(article, { schema: schema + 1 })).connection?.closed()
    expect(newer?.code).toBe(closeCode.comeBackLater)
    expect(Number(newer?.reason)).toBeGreaterThan(0)
    const silent = await noor.editorAt(noor.socketAt(`/sync/harbour/${article}?epoch=1`)).connect()
    expect(await silent.connection?.closed()).toMatchObject({ code: closeCode.schemaTooOld })
  })

  test('WP6 text of another epoch is not merged', async () => {
    const { epoch } = await noor.article(article)
    for (const other of [epoch - 1, epoch + 1]) {
      const before = await rows()
      const stale = await noor.knock(article, { epoch: other })
      stale.send(updateFrame(wordsFor(await karim.open(article), 'Old words. ')))
      expect(await stale.connection?.closed()).toMatchObject({ code: closeCode.otherEpoch })
      expect(await rows()).toBe(before)
    }
  })

  test('AC9 unknown, foreign and malformed articles close with the same code', async () => {
    const { schema, epoch } = await noor.article(article)
    const query = `?schema=${schema}&epoch=${epoch}`
    const attempts = [
      [noor, `/sync/harbour/${v7()}${query}`],
      [noor, `/sync/harbour/not-an-id${query}`],
      [noor, `/sync/nowhere/${article}${query}`],
      [noor, `/sync/other/${article}${query}`],
      [omar, `/sync/harbour/${article}${query}`],
      [omar, `/sync/other/${article}${query}`],
      [omar, `/live/harbour`],
      [omar, `/live/nowhere`],
    ] as const
    for (const [person, path] of attempts) {
      const socket = new TestSocket(person.socketAt(path), person.headers)
      expect(await socket.closed(), path).toEqual({ code: closeCode.notFound, reason: '' })
    }
  })

  test('WP4 whoever is not signed in is told so after the upgrade, so that the client stops trying', async () => {
    const stranger = aStranger(server)
    for (const path of [`/sync/harbour/${article}?schema=1&epoch=1`, '/live/harbour']) {
      const socket = new TestSocket(stranger.socketAt(path), stranger.headers)
      expect(await socket.closed()).toMatchObject({ code: closeCode.notSignedIn })
    }
  })

  test('WP7 text frames and messages over 2 MB end the socket, and nothing of them is stored', async () => {
    const before = await rows()
    const talking = await noor.open(article)
    talking.connection?.socket.send('hello')
    expect(await talking.connection?.closed()).toMatchObject({ code: closeCode.unacceptable })
    const large = await noor.open(article)
    large.type(0, 'x'.repeat(2 * 1024 * 1024))
    expect(await large.connection?.closed()).toMatchObject({ code: closeCode.tooLarge })
    expect(await rows()).toBe(before)
  })
})

describe('a right that is lost', () => {
  test.each([
    ['signs out', (person: Person) => person.signOut()],
    [
      'loses their session',
      (person: Person) =>
        server.database.sql('delete from auth.session where user_id = (select id from auth."user" where email = $1)', [
          person.email,
        ]),
    ],
  ])('AC6 both sockets of somebody who %s close within five seconds', async (_, lose) => {
    const rafi = await aPerson(server, 'rafi')
    const rafis = await rafi.open(article)
    const live = await rafi.live()
    await live.hears('ready')
    await lose(rafi)
    expect(await rafis.connection?.closed()).toMatchObject({ code: closeCode.notSignedIn })
    expect(await live.closed()).toMatchObject({ code: closeCode.notSignedIn })
    expect(await rafi.api('GET', 'desk')).toMatchObject({ status: 401 })
    rafi.leave()
  })

  test('AC6 who may no longer write is asked to come back, and comes back as a reader', async () => {
    const rafi = await aPerson(server, 'rafi')
    const rafis = await rafi.open(article)
    const ofRafi = `person = (select id from auth."user" where email = 'rafi@demo.test')`
    await server.database.sql(`update memberships set roles = '{viewer}' where ${ofRafi}`)
    expect(await rafis.connection?.closed()).toMatchObject({ code: closeCode.restarting })
    await rafis.online()
    rafis.type(0, 'Still here? ')
    expect(await rafis.connection?.closed()).toMatchObject({ code: closeCode.mayNotWrite })
    await server.database.sql(`update memberships set roles = '{admin}' where ${ofRafi}`)
    const { schema, epoch } = await noor.article(article)
    const locked = await rafi
      .editorAt(rafi.socketAt(`/sync/harbour/${article}?schema=${schema}&epoch=${epoch}`))
      .connect()
    expect(await locked.connection?.closed()).toMatchObject({ code: closeCode.notFound })
    rafi.leave()
  })

  test('AC6 somebody taken out of the newsroom is out within five seconds', async () => {
    const sana = await aPerson(server, 'sana')
    const sanas = await sana.open(article)
    const live = await sana.live()
    await live.hears('ready')
    await server.database.sql(`delete from memberships where person = (select id from auth."user" where email = $1)`, [
      sana.email,
    ])
    expect(await sanas.connection?.closed()).toMatchObject({ code: closeCode.notFound })
    expect(await live.closed()).toMatchObject({ code: closeCode.notFound })
    expect(await sana.api('GET', 'desk')).toMatchObject({ status: 404 })
    sana.leave()
  })
})
