/** Coming back after a lost connection, as a page does it: the socket opens, keys go out at once, what was typed offline follows. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { closeCode } from '#protocol/frames.ts'
import { lockStream } from '#server/log/stream.ts'
import { anArticle } from '../builders/article.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let article: string
let noors: TestEditor
let karims: TestEditor

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
})

beforeEach(async () => {
  for (const person of [noor, karim]) person.leave()
  article = (await anArticle(noor)).id
  noors = await noor.open(article)
  karims = await karim.open(article)
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

test('RM10 who goes on typing while the connection comes back is not turned away, and nothing they typed is lost', async () => {
  await noors.offline()
  noors.type(0, 'Offline. ')
  const back = noors.connect()
  // The first key comes before the server has asked for what it lacks.
  noors.connection?.socket.once('open', () => noors.type(0, 'First key. '))
  await back
  for (let key = 0; key < 20; key += 1) {
    noors.type(0, 'k')
    await pause(5)
  }
  await noors.whenSaved()
  expect(noors.refusals).toEqual([])
  await until('karim has it all', () => karims.text === noors.text)
  expect(karims.text).toContain('First key. Offline. ')
})

test('RM10 a claim marked offline is a claim when the connection is back, by who marked it', async () => {
  await noors.offline()
  const id = noors.mark('the hospital counted 17', 'casualty')
  karims.type(0, 'Meanwhile. ')
  await noors.online()
  const claim = await until('the claim is logged', () => karim.claim(article, id).catch(() => null))
  expect(claim).toMatchObject({ words: 'the hospital counted 17', kind: 'casualty', place: 'placed' })
  expect(claim.markedBy).toBe(((await noor.fetch('GET', '/api/me')).body as { id: string }).id)
  await noors.whenSaved()
  await until('both have the same text', () => noors.text === karims.text && noors.text.startsWith('Meanwhile. '))
})

test('RM10 coming back with nothing new adds nothing to the log', async () => {
  noors.eraseRange(0, 3)
  await noors.whenSaved()
  const { seq } = await noor.article(article)
  for (let visit = 0; visit < 5; visit += 1) {
    await noors.offline()
    await noors.online()
    await noors.whenSaved()
  }
  const [rows] = await server.database.sql<{ n: number }>(
    'select max(seq)::int as n from updates where stream_id = $1',
    [article],
  )
  expect(rows?.n).toBe(seq)
})

test('RM10 what two people typed offline at the same place is all there for both, in one order', async () => {
  await Promise.all([noors.offline(), karims.offline()])
  noors.type({ after: 'At least 14 people ' }, 'of the upper town ')
  karims.type({ after: 'At least 14 people ' }, 'and four dogs ')
  await Promise.all([noors.online(), karims.online()])
  await Promise.all([noors.whenSaved(), karims.whenSaved()])
  await until('both have the same text', () => noors.text === karims.text && noors.text.includes('dogs'))
  expect(noors.text).toContain('of the upper town ')
})

test('WS1 words sent again while they are still on their way to disk are not said to be saved before they are there', async () => {
  /** What the server has heard before this, it has heard when another person sees it. */
  const heard = async (caret: number) => {
    noors.show({ caret })
    await until('karim sees noor', () => karims.others.get(noors.doc.clientID)?.['caret'] === caret)
    karims.show({ caret })
    await until('noor sees karim', () => noors.others.get(karims.doc.clientID)?.['caret'] === caret)
  }
  const newsroomId = await server.newsroomId('harbour')
  await server.services.db.inNewsroom(newsroomId, async (tx) => {
    // The log takes no text while somebody decides on the article.
    expect(await lockStream(tx, article, newsroomId)).not.toBeNull()
    noors.type(0, 'Just in: ')
    await heard(1)
    await noors.offline()
    await noors.online()
    await heard(2)
    expect([noors.sent > 0, noors.isSaved]).toEqual([true, false])
  })
  await noors.whenSaved()
  await until('karim has it', () => karims.text.startsWith('Just in: '))
})

test('D08 RM11 the same person in two tabs is two editors, and one presence each', async () => {
  const second = await noor.open(article)
  noors.show({ cursor: { at: 1 } })
  second.show({ cursor: { at: 2 } })
  await until('karim sees both carets', () => karims.others.size === 2)
  second.type(0, 'From the second tab. ')
  await until('the first tab has it', () => noors.text.startsWith('From the second tab. '))
  second.close()
  await until('one caret is left', () => karims.others.size === 1)
})

test('RM12 a hundred keys at once are acknowledged in order, and the count ends at what was sent', async () => {
  for (let key = 0; key < 100; key += 1) noors.type(0, 'k')
  await noors.whenSaved()
  const frames = noors.acknowledged.map((saved) => saved.frames)
  expect(frames).toEqual(frames.toSorted((a, b) => a - b))
  expect(frames.at(-1)).toBe(noors.sent)
  const seqs = noors.acknowledged.map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  await until('karim has them', () => karims.text === noors.text)
})

test('CV5 the server’s text is the log and nothing else: who is new has exactly what those have who were there', async () => {
  const words = 'At least 14 people drowned'
  noors.mark(words, 'casualty')
  await until('karim has the mark', () => karims.claims.size === 1)
  await Promise.all([noors.offline(), karims.offline()])
  noors.erase('At least 14 ')
  noors.mark('the county said', 'quote')
  karims.erase('people drowned')
  karims.mark('county said; the hospital', 'quote')
  await Promise.all([noors.online(), karims.online()])
  await Promise.all([noors.whenSaved(), karims.whenSaved()])
  await until('both have the same text', () => noors.text === karims.text)
  const stored = await server.database.sql<{ bytes: Buffer }>(
    'select bytes from updates where stream_id = $1 order by seq',
    [article],
  )
  const log = articleDoc()
  for (const { bytes } of stored) Y.applyUpdate(log, bytes)
  const entered = await server.services.rooms.enter(article, await server.newsroomId('harbour'))
  const room = articleDoc()
  if (entered !== null) Y.applyUpdate(room, entered.room.state)
  expect(Y.equalSnapshots(Y.snapshot(room), Y.snapshot(log))).toBe(true)
  entered?.release()
  for (const editor of [noors, karims]) {
    expect(Y.equalSnapshots(Y.snapshot(editor.doc), Y.snapshot(log))).toBe(true)
  }
})

test('D07 five hundred changes offline while the session runs out: asked to sign in, kept, and then both sets are there', async () => {
  const hundreds = (who: string) => Array.from({ length: 500 }, (_, at) => `${who}${at} `)
  await noors.offline()
  for (const words of hundreds('n')) noors.type({ before: 'Who opened the weir' }, words)
  for (const words of hundreds('k')) {
    karims.type({ after: 'The county council meets again on Friday' }, ` ${words}`)
    // As fast as nobody types, and within what one socket may send.
    if (karims.sent % 50 === 0) await karims.whenSaved()
  }
  await karims.whenSaved()
  const { id } = (await noor.fetch('GET', '/api/me')).body as { id: string }
  await server.database.sql(`update auth.session set expires_at = now() - interval '1 day' where user_id = $1`, [id])

  await noors.connect()
  expect(await noors.connection?.closed()).toMatchObject({ code: closeCode.notSignedIn })
  for (const words of hundreds('n')) expect(noors.text).toContain(words)

  const again = await aPerson(server, 'noor')
  await noors.online({ url: await again.socketUrl(article), headers: again.headers })
  await noors.whenSaved()
  await until('karim has it all', () => karims.text === noors.text)
  for (const words of [...hundreds('n'), ...hundreds('k')]) expect(karims.text).toContain(words)
  expect(noors.refusals).toEqual([])
  noor = again
})
