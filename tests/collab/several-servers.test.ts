/**
 * Several servers on one database, with Redis between them: whoever is on one sees what happens on the others, and when Redis, the
 * database or a server is away nothing is lost and everything is found again. Needs TEST_REDIS_URL.
 */
import { rm } from 'node:fs/promises'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { chance } from '../builders/chance.ts'
import { anArticle } from '../builders/article.ts'
import { Cable, overCable } from '../builders/cable.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, Person } from '../builders/person.ts'
import { aFolder, createDatabase } from '../builders/postgres.ts'
import { aServerProcess, type ServerProcess } from '../builders/server-process.ts'
import { aServer, type Address, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const redisUrl = process.env['TEST_REDIS_URL'] ?? ''
/** Promised are 200 ms; a machine that does other things may take its time. */
const soonMs = 2_000

/** The same person, with the same session, on another server. */
const on = (server: Address, { email, newsroom, cookie }: Person) => new Person(server, { email, newsroom }, cookie)

async function crossed(from: TestEditor, to: TestEditor, words: string, withinMs = soonMs): Promise<void> {
  from.type(0, words)
  await from.whenSaved()
  await until(`"${words}" crosses`, () => to.text.startsWith(words), withinMs)
}

/** What the log holds, read anew. */
async function expectLogged(server: TestServer, person: Person, article: string, text: string): Promise<void> {
  expect(await on(server, person).done('GET', `articles/${article}/text`)).toMatchObject({ text })
}

describe.skipIf(redisUrl === '')('two servers on one database', () => {
  let one: TestServer
  let two: TestServer
  let redis: Cable
  let noor: Person
  let karim: Person
  let idris: Person
  const people: Person[] = []

  beforeAll(async () => {
    const way = await overCable(redisUrl)
    redis = way.cable
    one = await aServer({ redisUrl })
    two = await aServer({ redisUrl: way.url, beside: one })
    noor = await aPerson(one, 'noor')
    karim = await aPerson(two, 'karim')
    idris = await aPerson(two, 'idris')
    people.push(noor, karim, idris)
    for (const server of [one, two])
      await until('Redis is there', async () => (await metric(server, 'tickmark_redis_connected')) === 1)
  }, 120_000)

  afterEach(() => {
    redis.mend()
    for (const person of people) person.leave()
  })

  afterAll(async () => {
    await two?.stop()
    await one?.stop()
    redis?.close()
  }, 120_000)

  const metric = async (server: Address, name: string): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
  }
  const away = () => until('Redis is away', async () => (await metric(two, 'tickmark_redis_connected')) === 0, 30_000)
  const back = () => until('Redis is back', async () => (await metric(two, 'tickmark_redis_connected')) === 1, 30_000)

  test('SV1 words, decisions and presence cross', async () => {
    const { id } = await anArticle(noor)
    const noors = await noor.open(id)
    const karims = await karim.open(id)
    const live = await karim.live()
    await live.hears('ready')
    await crossed(noors, karims, 'From one. ')
    await crossed(karims, noors, 'From two. ')
    noors.show({ at: 1 })
    await until('the caret is seen', () => karims.others.get(noors.doc.clientID)?.['at'] === 1, soonMs)
    expect(karims.others.get(noors.doc.clientID)).toMatchObject({ user: { initials: expect.any(String) as string } })
    const claim = noors.mark('At least 14 people drowned', 'casualty')
    await live.hears('event', ({ event }) => event.type === 'claim-marked' && event.claimId === claim)
    const { words: wordsSeen } = await karim.claim(id, claim)
    await on(one, karim).done('POST', `articles/${id}/claims/${claim}/verdicts`, {
      rating: 'confirmed',
      wordsSeen,
      verdictSeen: null,
      why: 'The county said so.',
    })
    await live.hears('event', ({ event }) => event.type === 'verdict-given')
    await crossed(karims, noors, 'After the decision. ')
    noors.close()
    await until('the caret is gone', () => karims.others.size === 0, soonMs)
  })

  test('SV1 whoever comes finds what anybody was told before, wherever they come to', async () => {
    const { id } = await anArticle(noor)
    const noors = await noor.open(id)
    for (let turn = 0; turn < 20; turn += 1) {
      noors.type(0, `${turn} `)
      await noors.whenSaved()
      await expectLogged(two, noor, id, noors.text)
    }
  })

  test('SV2 people who type, mark and erase on both servers at once have the same text and the same claims', async () => {
    const random = chance(11)
    const { id } = await anArticle(noor)
    const editors = [await noor.open(id), await karim.open(id), await idris.open(id), await on(one, idris).open(id)]
    const marked: string[] = []
    for (let round = 0; round < 120; round += 1) {
      const editor = random.pick(editors)
      const from = random.below(editor.text.length - 30)
      const what = random.next()
      if (what < 0.75) editor.type(from, random.pick(['a', 'word ', '— ', 'é']))
      else if (what < 0.9) editor.eraseRange(from, from + 1 + random.below(3))
      else if (/\w{3}/.test(editor.text.slice(from, from + 12))) marked.push(editor.markRange(from, from + 12, 'date'))
      if (round % 7 === 0) await new Promise((resolve) => setTimeout(resolve, random.below(20)))
    }
    await Promise.all(editors.map((editor) => editor.whenSaved()))
    await until('all have the same text', () => new Set(editors.map(({ text }) => text)).size === 1)
    const [first] = editors
    const vectors = editors.map(({ doc }) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort())
    for (const vector of vectors) expect(vector).toEqual(vectors[0])
    const inText = [...(first?.claims ?? [])].filter(([, words]) => words.trim() !== '').map(([claim]) => claim)
    const claims = await until('every mark is a claim', async () => {
      const listed = await on(two, noor)
        .claims(id, 'all')
        .catch(() => noor.claims(id))
      return inText.every((claim) => listed.some((each) => each.id === claim)) ? listed : null
    })
    const numbers = claims.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    await expectLogged(one, noor, id, first?.text ?? '')
    await expectLogged(two, noor, id, first?.text ?? '')
    expect([...one.errors, ...two.errors]).toEqual([])
  })

  test('SV3 who goes from one server to the other with unsent words is not turned away', async () => {
    const { id } = await anArticle(noor)
    const noors = await noor.open(id)
    const karims = await karim.open(id)
    for (let turn = 0; turn < 6; turn += 1) {
      karims.type(0, `k${turn} `)
      noors.type(0, `n${turn} `)
      await noors.whenSaved()
      await noors.offline()
      noors.type(0, 'away ')
      const server = turn % 2 === 0 ? two : one
      await noors.online({ url: await on(server, noor).socketUrl(id), headers: on(server, noor).headers })
      noors.type(0, 'back ')
      await noors.whenSaved()
      expect(noors.refusals).toEqual([])
    }
    await karims.whenSaved()
    await until('both have the same text', () => noors.text === karims.text)
  })

  test('SV3 a Yjs client id is one person’s on all servers, also while Redis is away', async () => {
    const { id } = await anArticle(noor)
    const noors = await noor.open(id)
    const karims = await karim.open(id)
    redis.cut()
    await away()
    noors.type(0, 'Mine. ')
    await noors.whenSaved()
    // Before any server could tell the other: karim's words under the id that is noor's.
    karims.doc.clientID = noors.doc.clientID
    karims.type(0, 'Also mine. ')
    await until('karim is refused', () => karims.refusals.includes('client-id-of-another'))
    redis.mend()
    await back()
    const reader = await idris.open(id)
    expect(reader.text).toBe(noors.text)
    expect(reader.text).not.toContain('Also mine.')
  })

  test('SV3 two people who use one new client id at the same moment on two servers: one is first, on both', async () => {
    const random = chance(5)
    const { id } = await anArticle(noor)
    for (let turn = 0; turn < 8; turn += 1) {
      const noors = await noor.open(id)
      const karims = await karim.open(id)
      const [heard, told] = [noors.text, karims.text]
      expect(heard).toBe(told)
      noors.doc.clientID = karims.doc.clientID = 1 + random.below(2 ** 31)
      noors.type(0, `noor ${turn}. `)
      noors.type(0, 'And on. ')
      karims.type(0, `karim ${turn}. `)
      karims.type(0, 'And on. ')
      const settled = (editor: TestEditor) =>
        until('it is stored or refused', () => editor.isSaved || editor.refusals.length > 0 || editor.connection?.ended)
      await Promise.all([settled(noors), settled(karims)])
      noors.close()
      karims.close()
      const [here, there] = [await idris.open(id), await on(one, idris).open(id)]
      expect(here.text).toBe(there.text)
      expect([`noor ${turn}. `, `karim ${turn}. `].filter((words) => here.text.includes(words)).length).toBe(1)
      expect(Y.encodeStateVector(here.doc)).toEqual(Y.encodeStateVector(there.doc))
      here.close()
      there.close()
    }
  })

  test('SV5 while Redis is away, cut off or dead, words and decisions cross by way of the log, and nothing is lost', async () => {
    const { id } = await anArticle(noor)
    for (const end of ['cut', 'dead'] as const) {
      const noors = await noor.open(id)
      const karims = await karim.open(id)
      const live = await karim.live()
      await live.hears('ready')
      noors.show({ at: 1 })
      await until('the caret is seen', () => karims.others.size === 1, soonMs)
      const lines = two.errors.length
      if (end === 'cut') redis.cut()
      else redis.goDead()
      await away()
      await crossed(noors, karims, `Without Redis, ${end}. `, 10_000)
      await crossed(karims, noors, `Nor back, ${end}. `, 10_000)
      const told = live.messages.length
      await noor.done('POST', `articles/${id}/claims`, { exact: `Without Redis, ${end}`, kind: 'other' })
      await until('the desk is told', () => live.messages.slice(told).some(({ type }) => type !== 'ready'), 10_000)
      expect(two.errors.length - lines).toBe(1)
      await until('people elsewhere are taken for gone', () => karims.others.size === 0, 30_000)
      redis.mend()
      await back()
      await until('the caret is back', () => karims.others.size === 1, 10_000)
      await crossed(noors, karims, `With Redis, ${end}. `)
      expect(noors.text).toBe(karims.text)
      noors.close()
      karims.close()
    }
  }, 120_000)

  test('SV2 a server that hears nothing while the other shortens the log has the whole text', async () => {
    const { id } = await anArticle(noor)
    const karims = await karim.open(id)
    redis.cut()
    await away()
    const noors = await noor.open(id)
    for (let key = 0; key < 700; key += 1) {
      noors.type(0, 'x')
      if (key % 50 === 0) await noors.whenSaved()
    }
    await noors.whenSaved()
    await until('the log was shortened', async () => {
      const [row] = await one.database.sql<{ seq: string }>(
        'select max(seq) as seq from snapshots where stream_id = $1',
        [id],
      )
      return Number(row?.seq ?? 0) > 500
    })
    await until('the text is whole', () => karims.text === noors.text, 10_000)
    karims.type(0, 'y')
    await karims.whenSaved()
    redis.mend()
    await back()
    await until('both go on', () => karims.text === noors.text)
  })

  test('SV2 a decision is about the words as they are in the log, not as a server that hears nothing has them', async () => {
    const { id } = await anArticle(noor)
    const karims = await karim.open(id)
    const noors = await noor.open(id)
    const claim = noors.mark('several hundreds, some say, thousands', 'casualty')
    await until('it is a claim', async () => (await karim.claims(id)).some((each) => each.id === claim))
    redis.cut()
    await away()
    noors.replace('thousands of', 'tens of')
    await noors.whenSaved()
    const { status, body } = await karim.api('POST', `articles/${id}/claims/${claim}/verdicts`, {
      rating: 'confirmed',
      wordsSeen: 'several hundreds, some say, thousands',
      verdictSeen: null,
    })
    expect([status, body]).toMatchObject([409, { refusal: 'words-changed' }])
    await until('the words are here', () => karims.text === noors.text, 10_000)
  })

  test('SV1 a session is one on all servers, and ends on all within five seconds', async () => {
    const { id } = await anArticle(noor)
    const vera = await aPerson(one, 'vera')
    const there = on(two, vera)
    const editor = await there.open(id)
    await vera.signOut()
    expect((await editor.connection?.closed(6_000))?.code).toBe(4401)
    there.leave()
  })

  test('SV6 a server without REDIS_URL does not join those that have it, nor the other way round', async () => {
    await expect(aServer({ beside: one, redisUrl: null })).rejects.toThrow(/Another Tickmark server/)
    const alone = await aServer()
    await expect(aServer({ beside: alone, redisUrl })).rejects.toThrow(/without REDIS_URL is using this database/)
    await alone.stop()
  })
})

describe.skipIf(redisUrl === '')('behind a proxy', () => {
  test('SV8 it does not matter which server a request or a socket comes to', async () => {
    const ends: { host: string; port: number }[] = []
    const proxy = await Cable.to(ends)
    const publicUrl = `http://127.0.0.1:${proxy.port}`
    const one = await aServer({ redisUrl, publicUrl })
    const two = await aServer({ redisUrl, publicUrl, beside: one })
    ends.push({ host: '127.0.0.1', port: one.port }, { host: '127.0.0.1', port: two.port })
    const noor = await aPerson({ url: publicUrl }, 'noor')
    const karim = await aPerson({ url: publicUrl }, 'karim')
    const { id } = await anArticle(noor)
    for (let turn = 0; turn < 3; turn += 1) {
      const [noors, again, karims] = [await noor.open(id), await noor.open(id), await karim.open(id)]
      await crossed(noors, karims, `n${turn} `)
      await crossed(karims, noors, `k${turn} `)
      await crossed(again, karims, `a${turn} `)
      const { id: claim } = await noor.done<{ id: string }>('POST', `articles/${id}/claims`, {
        exact: ['At least 14 people drowned', 'the hospital counted 17', 'in the early 1990s'][turn],
        kind: 'casualty',
      })
      const { words: wordsSeen } = await karim.claim(id, claim)
      const verdict = { rating: 'confirmed', wordsSeen, verdictSeen: null }
      await karim.done('POST', `articles/${id}/claims/${claim}/verdicts`, verdict)
      expect((await noor.claim(id, claim)).verdict).toMatchObject({ rating: 'confirmed' })
      for (const person of [noor, karim]) person.leave()
    }
    const rooms = [one, two].map(({ services }) => services.rooms.count)
    expect(rooms).toEqual([1, 1])
    await two.stop()
    await one.stop()
    proxy.close()
  })

  test('SV6 REDIS_URL without DATABASE_URL is refused with a sentence', async () => {
    const dataDir = await aFolder('tickmark-collab-several-')
    await expect(aServerProcess({ DATA_DIR: dataDir, REDIS_URL: redisUrl })).rejects.toThrow(/set DATABASE_URL too/)
    await rm(dataDir, { recursive: true, force: true })
  })
})

describe.skipIf(redisUrl === '')('a server that loses its database', () => {
  test('SV6 takes nothing until it is back, while the other goes on; then both have everything', async () => {
    const one = await aServer({ redisUrl })
    const way = await overCable(one.database.url)
    const two = await aServer({ redisUrl, beside: one, databaseUrl: way.url })
    const noor = await aPerson(one, 'noor')
    const karim = await aPerson(two, 'karim')
    const { id } = await anArticle(noor)
    for (const end of ['cut', 'dead'] as const) {
      const noors = await noor.open(id)
      const karims = await karim.open(id)
      await crossed(karims, noors, `Before ${end}. `)
      if (end === 'cut') way.cable.cut()
      else way.cable.goDead()
      const saved = karims.saved
      karims.type(0, `Unsaved ${end}. `)
      expect((await karims.connection?.closed(20_000))?.code).toBe(1013)
      expect(karims.saved).toBe(saved)
      noors.type(0, `Meanwhile ${end}. `)
      await noors.whenSaved()
      expect((await fetch(`${two.url}/health/ready`)).status).toBe(503)
      expect((await fetch(`${one.url}/health/ready`)).status).toBe(200)
      way.cable.mend()
      await until('it is ready again', async () => (await fetch(`${two.url}/health/ready`)).status === 200, 30_000)
      await until('karim is in again', async () => {
        await karims.connect()
        return until('it is settled', () => karims.synced || karims.connection?.ended).then(() => karims.synced)
      })
      await karims.whenSaved()
      await until('both have everything', () => karims.text === noors.text)
      expect(karims.text).toContain(`Unsaved ${end}. `)
      expect(karims.text).toContain(`Meanwhile ${end}. `)
      noors.close()
      karims.close()
    }
    noor.leave()
    karim.leave()
    await two.stop()
    way.cable.close()
    await one.stop()
  }, 180_000)
})

describe.skipIf(redisUrl === '')('three servers as processes', () => {
  const started: ServerProcess[] = []
  afterAll(async () => {
    for (const server of started) await server.kill()
  })

  test('SV5 what any of two acknowledged or showed survives that one of them is killed', async () => {
    const database = await createDatabase(inject('postgresUrl'), inject('template'))
    const dataDir = await aFolder('tickmark-collab-several-')
    const environment = { DATA_DIR: dataDir, DATABASE_URL: database.url, REDIS_URL: redisUrl }
    const start = async () => {
      const server = await aServerProcess(environment)
      started.push(server)
      return server
    }
    const random = chance(3)
    const [one, two] = [await start(), await start()]
    const [noor, karim] = [await aPerson(one, 'noor'), await aPerson(one, 'karim')]
    const { id } = await anArticle(noor)
    const [noors, karims] = [await noor.open(id), await on(two, karim).open(id)]
    let killed = two
    for (let round = 0; round < 4; round += 1) {
      const enough = 10 + random.below(30)
      for (let key = 0; key < enough; key += 1) {
        noors.type(random.below(noors.text.length), 'n')
        karims.type(random.below(karims.text.length), 'k')
        await new Promise((resolve) => setTimeout(resolve, random.below(8)))
      }
      await killed.kill()
      const promised = [...karims.told.slice(0, karims.saved), ...karims.heard, ...noors.heard]
      await karims.offline()
      const reader = await on(one, karim).open(id)
      const kept = Y.snapshot(reader.doc)
      for (const update of promised) Y.applyUpdate(reader.doc, update)
      expect(Y.equalSnapshots(Y.snapshot(reader.doc), kept), 'acknowledged or seen text is missing').toBe(true)
      reader.close()
      killed = await start()
      const there = on(killed, karim)
      await karims.online({ url: await there.socketUrl(id), headers: there.headers })
      await Promise.all([karims.whenSaved(), noors.whenSaved()])
      await until('both converge', () => noors.text === karims.text)
    }
    expect(noors.text.split('k').length).toBeGreaterThan(40)
    noor.leave()
    noors.close()
    karims.close()
    for (const server of [one, killed]) await server.stop()
    expect(one.said()).toBe('')
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  }, 120_000)

  test('SV7 start at once on an empty database; people of one that is killed are gone from the others', async () => {
    const empty = await createDatabase(inject('postgresUrl'), null)
    const dataDir = await aFolder('tickmark-collab-several-')
    const environment = { DATA_DIR: dataDir, DATABASE_URL: empty.url, REDIS_URL: redisUrl }
    const servers = await Promise.all([1, 2, 3].map(() => aServerProcess(environment)))
    started.push(...servers)
    const [migrations] = await empty.sql<{ times: string }>(
      'select count(*) as times from drizzle.__drizzle_migrations',
    )
    expect(Number(migrations?.times)).toBeGreaterThan(0)
    const [one, two, three] = servers
    if (one === undefined || two === undefined || three === undefined) throw new Error('A server is missing.')
    const founded = await fetch(`${one.url}/api/first-run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: one.url },
      body: JSON.stringify({
        newsroom: { name: 'The Ledger', slug: 'ledger', zone: 'UTC' },
        name: 'Ada',
        email: 'ada@ledger.test',
        password: 'a long password',
      }),
    })
    expect(founded.status).toBe(201)
    const cookie = founded.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ')
    const ada = (server: Address) => new Person(server, { email: 'ada@ledger.test', newsroom: 'ledger' }, cookie)
    const [adaOne, adaTwo, adaThree] = [ada(one), ada(two), ada(three)]
    const { id } = await anArticle(adaOne)
    const [first, second, third] = [await adaOne.open(id), await adaTwo.open(id), await adaThree.open(id)]
    second.show({ at: 2 })
    third.show({ at: 3 })
    await until('both carets are seen', () => first.others.size === 2)
    await two.kill()
    second.close()
    await until('the dead server’s caret is gone', () => first.others.size === 1, 20_000)
    expect(third.others.get(third.doc.clientID)).toBeUndefined()
    expect([...first.others.values()]).toMatchObject([{ at: 3 }])
    expect(await three.stop()).toBe(0)
    await until('who left in order is gone at once', () => first.others.size === 0)
    await crossed(first, first, 'Still here. ')
    for (const person of [adaOne, adaTwo, adaThree]) person.leave()
    expect(await one.stop()).toBe(0)
    expect([one.said(), three.said()]).toEqual(['', ''])
    await empty.drop()
    await rm(dataDir, { recursive: true, force: true })
  }, 120_000)
})
