/** Suggested words that were skipped: by whom, on which words, for everybody, and out of the log again. */
import assert from 'node:assert/strict'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SkipView } from '#protocol/skip-view.ts'
import type { ArticleView, HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

const text = `Ferry toll climbs past 40

At least 41 people died. Nobody answered the bell on 3 March.
`
const died = 'At least 41 people died.'
const bell = 'Nobody answered the bell on 3 March.'

let server: TestServer
let noor: Person
let karim: Person
let viewer: Person
let stranger: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, viewer, stranger] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'vera'),
    aPerson(server, 'omar'),
  ])
})

beforeEach(async () => {
  article = (await anArticle(noor, { text })).id
})

/** PJ1 after each: the rows come out of the log as they were kept. */
afterEach(async () => {
  for (const person of [noor, karim, viewer, stranger]) person.leave()
  const before = await rows()
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  assert.deepEqual(await rows(), before)
})

afterAll(async () => {
  await server?.stop()
})

const rows = async () => [
  await server.database.sql('select * from skips order by article_id, sha256'),
  await server.database.sql('select id, suggests from articles order by id'),
]
const path = () => `articles/${article}/skips`
const skip = (person: Person, ...words: string[]) =>
  person.done<{ seq: number; missed: string[] }>('POST', path(), { words })
const bringBack = (person: Person, ...words: string[]) =>
  person.done<{ seq: number }>('POST', `${path()}/withdrawal`, { words })
const skipped = async () => (await karim.done<{ skips: SkipView[] }>('GET', path())).skips

test('SU4 what one checker skips is skipped for everybody, and told in the history', async () => {
  const me = (await noor.done<{ me: { id: string } }>('GET', '')).me.id
  const { seq, missed } = await skip(noor, died, 'Words that nobody wrote')
  expect(missed).toEqual(['Words that nobody wrote'])
  expect(await skipped()).toEqual([{ words: died, by: me, at: expect.any(String), seq }])
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)
  expect(entries[0]).toMatchObject({ type: 'suggestions-skipped', claim: null })
})

test('SU4 viewers and other newsrooms skip nothing and bring nothing back', async () => {
  await skip(noor, died)
  const post = async (person: Person, at = '') => (await person.api('POST', path() + at, { words: [died] })).status
  expect([await post(viewer), await post(viewer, '/withdrawal'), await post(stranger)]).toEqual([403, 403, 404])
  expect((await stranger.api('GET', path())).status).toBe(404)
  expect((await skipped()).map(({ words }) => words)).toEqual([died])
})

test('SU4 words that nobody wrote are refused; what is skipped already, or was not, is no event', async () => {
  const { status, body } = await noor.api('POST', path(), { words: ['Another text'] })
  expect([status, (body as { refusal: string }).refusal]).toEqual([409, 'words-changed'])
  const first = await skip(noor, died)
  expect(await skip(karim, died)).toEqual({ seq: first.seq, missed: [] })
  expect(await bringBack(karim, bell)).toEqual({ seq: first.seq })
  const back = await bringBack(karim, died, bell)
  expect(back.seq).toBe(first.seq + 1)
  expect(await skipped()).toEqual([])
})

test('SU4 every desk is told of a skip', async () => {
  const live = await karim.live()
  await live.hears('ready')
  const { seq } = await skip(noor, died, bell)
  const told = await live.hears('event', ({ stream, seq: at }) => stream === article && at === seq)
  expect(told.event.type).toBe('suggestions-skipped')
})

test('SU5 an article opens with suggestions, unless it was brought in without', async () => {
  const { suggests } = await noor.done<ArticleView>('GET', `articles/${article}`)
  const { id } = await anArticle(noor, { text, suggests: false })
  expect([suggests, (await noor.done<ArticleView>('GET', `articles/${id}`)).suggests]).toEqual([true, false])
})
