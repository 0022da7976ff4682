/** Sentences ticked “nothing to check”: by whom, on which words, through edits, moves, drafts and rebuilds; and what coverage says. */
import assert from 'node:assert/strict'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CoverageView, TickView } from '#protocol/tick-view.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const text = `Ferry toll climbs past 40

It was a grey morning. At least 41 people died. Nobody answered the bell.

The harbour lay still. Officials deny it.
`
const grey = 'It was a grey morning.'
const still = 'The harbour lay still.'
const deny = 'Officials deny it.'

let server: TestServer
let noor: Person
let karim: Person
let viewer: Person
let stranger: Person
let article: string
let noors: TestEditor

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
  noors = await noor.open(article)
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

const rows = () => server.database.sql('select * from ticks order by article_id, sha256')
const path = () => `articles/${article}/ticks`
const tick = (person: Person, sentences: string[], reason = 'opinion', why = '') =>
  person.done<{ seq: number; missed: string[] }>('POST', path(), { sentences, reason, why })
const tried = async (person: Person, sentences: string[], reason = 'opinion', why = '') => {
  const { status, body } = await person.api('POST', path(), { sentences, reason, why })
  return [status, (body as { refusal?: string }).refusal]
}
const ticks = async () => (await noor.done<{ ticks: TickView[] }>('GET', path())).ticks
const coverage = async (): Promise<CoverageView> =>
  (await noor.done<{ coverage: CoverageView }>('GET', `articles/${article}/review`)).coverage
const history = async (): Promise<HistoryEntry[]> =>
  (await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)).entries

test('NC1 a checker ticks sentences with a reason, everybody reads it, and the figure follows', async () => {
  expect(await coverage()).toEqual({ sentences: 6, claimed: 0, ticked: 0, untouched: 6, checkable: 2 })
  const { missed } = await tick(noor, [grey, still], 'scene-setting')
  expect(missed).toEqual([])
  const me = (await noor.done<{ me: { id: string } }>('GET', '')).me.id
  const given = { places: 1, reason: 'scene-setting', why: null, by: me }
  const shown = await ticks()
  expect(shown).toHaveLength(2)
  for (const words of [grey, still]) expect(shown).toContainEqual(expect.objectContaining({ ...given, words }))
  expect(await coverage()).toEqual({ sentences: 6, claimed: 0, ticked: 2, untouched: 4, checkable: 2 })
  const [entry] = await history()
  expect(entry).toMatchObject({ type: 'sentences-ticked', claim: null, text: null })
})

test('NC1 viewers and other newsrooms tick nothing and take nothing back', async () => {
  await tick(noor, [grey])
  expect(await tried(viewer, [still])).toEqual([403, 'may-not-tick'])
  expect((await viewer.api('POST', `${path()}/withdrawal`, { sentences: [grey] })).status).toBe(403)
  expect((await stranger.api('GET', path())).status).toBe(404)
  expect((await stranger.api('POST', path(), { sentences: [still], reason: 'opinion' })).status).toBe(404)
  expect((await ticks()).map(({ words }) => words)).toEqual([grey])
})

test('NC1 a reason of one’s own is written, kept where it can be erased, and read with the tick', async () => {
  expect(await tried(noor, [grey], 'other', '  ')).toEqual([422, 'why-needed'])
  await tick(noor, [grey], 'other', 'From the poem.')
  expect(await ticks()).toMatchObject([{ words: grey, reason: 'other', why: 'From the poem.' }])
  expect((await history())[0]).toMatchObject({ type: 'sentences-ticked', text: 'From the poem.' })
})

test('NC2 a tick stops counting when the words change, and counts again when they come back', async () => {
  await tick(noor, [grey])
  noors.replace('grey', 'gray')
  await until('the words have changed', async () => (await coverage()).ticked === 0)
  expect(await tried(karim, [grey])).toEqual([409, 'words-changed'])
  noors.replace('gray', 'grey')
  await until('the words are back', async () => (await coverage()).ticked === 1)
})

test('NC2 a tick goes with its sentence to another paragraph, and into a new draft', async () => {
  await tick(noor, [grey])
  noors.erase(`${grey} `)
  await until('the sentence is gone', async () => (await coverage()).ticked === 0)
  noors.type({ after: deny }, ` ${grey}`)
  await until('the sentence stands elsewhere', async () => (await coverage()).ticked === 1)
  const document = {
    type: 'doc',
    content: ['A new beginning.', `Wind from the north. ${grey}`].map((words) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    })),
  }
  const { id } = await noor.done<{ id: string }>('POST', `articles/${article}/drafts`, { document })
  await noor.done('POST', `articles/${article}/drafts/${id}/import`, {})
  expect(await coverage()).toMatchObject({ sentences: 3, ticked: 1, untouched: 2 })
})

test('NC3 words that stand twice are ticked in both places; a third place makes all of them untouched', async () => {
  noors.type({ after: deny }, ` ${grey}`)
  await until('the words stand twice', async () => (await coverage()).sentences === 7)
  await tick(noor, [grey])
  expect(await coverage()).toMatchObject({ ticked: 2 })
  noors.type({ after: still }, ` ${grey}`)
  await until('the words stand in three places', async () => (await coverage()).sentences === 8)
  expect(await coverage()).toMatchObject({ ticked: 0 })
  await tick(karim, [grey])
  expect(await coverage()).toMatchObject({ ticked: 3 })
})

test('NC4 a claim weighs more: its sentence is claimed, cannot be ticked, and is ticked again once it is withdrawn', async () => {
  await tick(noor, [grey])
  await noor.done('POST', `articles/${article}/claims`, { exact: 'a grey morning', kind: 'other' })
  expect(await coverage()).toMatchObject({ claimed: 1, ticked: 0 })
  expect(await tried(karim, [grey])).toEqual([409, 'sentence-claimed'])
  await noor.done('POST', `articles/${article}/claims/C1/withdrawal`, { why: 'Weather.' })
  expect(await coverage()).toMatchObject({ claimed: 0, ticked: 1 })
})

test('NC5 of several at once what stands is ticked and the rest named', async () => {
  const { missed } = await tick(noor, [grey, 'It was blue.', still])
  expect(missed).toEqual(['It was blue.'])
  expect(await coverage()).toMatchObject({ ticked: 2 })
  const events = (await history()).filter(({ type }) => type === 'sentences-ticked')
  expect(events).toHaveLength(1)
})

test('NC6 what is ticked so already is no event, another reason is; what is not ticked is not taken back', async () => {
  const first = await tick(noor, [grey])
  expect(await tick(karim, [grey])).toEqual({ seq: first.seq, missed: [] })
  const second = await tick(karim, [grey], 'common-knowledge')
  expect(second.seq).toBe(first.seq + 1)
  expect(await noor.done('POST', `${path()}/withdrawal`, { sentences: [still] })).toEqual({ seq: second.seq })
  await noor.done('POST', `${path()}/withdrawal`, { sentences: [grey, still] })
  expect(await ticks()).toEqual([])
  expect((await history()).map(({ type }) => type).slice(0, 3)).toEqual([
    'sentences-unticked',
    'sentences-ticked',
    'sentences-ticked',
  ])
})

test('NC6 the same command sent twice happens once', async () => {
  const body = { sentences: [grey], reason: 'opinion' }
  const first = await noor.done('POST', path(), body, { key: 'tick-once' })
  await noor.done('POST', `${path()}/withdrawal`, { sentences: [grey] })
  expect(await noor.done('POST', path(), body, { key: 'tick-once' })).toEqual(first)
  expect(await ticks()).toEqual([])
})

test('NC7 every desk is told of a tick', async () => {
  const live = await karim.live()
  await live.hears('ready')
  const { seq } = await tick(noor, [grey])
  const told = await live.hears('event', ({ stream, seq: at }) => stream === article && at === seq)
  expect(told.event.type).toBe('sentences-ticked')
})

test('NC8 the JSON export tells how much was looked at', async () => {
  await tick(noor, [grey])
  const exported = await noor.done<{ coverage: CoverageView }>('GET', `articles/${article}/exports/json`)
  expect(exported.coverage).toEqual(await coverage())
})
