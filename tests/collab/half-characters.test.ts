/** Words that no database can hold as text, sent as JSON by a broken client: they come in with a replacement, and nothing fails later. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

const half = '\ud83d'
const exact = 'At least 14 people drowned'
let server: TestServer
let noor: Person
let at: string

beforeAll(async () => {
  server = await aServer()
  noor = await aPerson(server, 'noor')
  const { id } = await anArticle(noor)
  at = `articles/${id}/claims/C1`
  await noor.done('POST', `articles/${id}/claims`, { exact, kind: 'casualty' })
})

afterAll(async () => {
  noor?.leave()
  await server?.stop()
})

test('DC3 half a character in a verdict reads as a replacement, and the verdict can be taken back', async () => {
  const given = { wordsSeen: exact, rating: 'confirmed-with-change', proposed: `${exact}${half}` }
  const { seq: verdictSeen } = await noor.done<{ seq: number }>('POST', `${at}/verdicts`, {
    ...given,
    verdictSeen: null,
    why: `The list ${half} says so.`,
  })
  const { seq } = await noor.done<{ seq: number }>('POST', `${at}/verdicts`, { ...given, verdictSeen, why: half })
  await noor.done('POST', `${at}/verdict-withdrawal`, { verdictSeen: seq, undo: true })
  const [, , article = ''] = /(articles\/)([^/]+)/.exec(at) ?? []
  expect((await noor.claim(article, 'C1')).verdict).toMatchObject({
    seq: verdictSeen,
    proposed: `${exact}\ufffd`,
    why: 'The list \ufffd says so.',
  })
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `${at}/history`)
  expect(entries.map(({ text }) => text)).toEqual([null, '\ufffd', 'The list \ufffd says so.', null])
})

test('DC3 what is kept under a key holds no half a character either, and a source’s details are not kept there at all', async () => {
  const secret = `The clerk’s own list ${half}`
  const source = { kind: 'document', title: secret }
  const first = await noor.api('POST', 'sources', source, { key: 'once' })
  const again = await noor.api('POST', 'sources', source, { key: 'once' })
  expect(first).toMatchObject({ status: 201, body: { title: secret.toWellFormed() } })
  expect(again).toEqual(first)
  const { id } = first.body as { id: string }
  await noor.done('PATCH', `sources/${id}`, { title: 'Another list' })
  // ER2. Asked once more, it is told as it is by now.
  expect((await noor.api('POST', 'sources', source, { key: 'once' })).body).toMatchObject({ id, title: 'Another list' })
  const kept = await server.database.sql(`select from answered_keys where answer::text like '%own list%'`)
  expect(kept).toHaveLength(0)
})

test('PJ1 the log reads back, and the rows come out of it', async () => {
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `${at}/history`)
  expect(entries).toHaveLength(4)
  const read = await server.database.sql<{ n: number }>('select count(body::jsonb)::int as n from events')
  expect(read[0]?.n).toBeGreaterThan(4)
})
