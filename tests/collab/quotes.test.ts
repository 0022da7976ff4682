/** Quotes: said and true are two findings, signed off together; who says what a claim says; and a sign-off that is taken back. */
import assert from 'node:assert/strict'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ArticleExport } from '#protocol/export-view.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let article: string
let claim: string

const toll = 'At least 14 people drowned'

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
  ])
})

beforeEach(async () => {
  article = (await anArticle(noor)).id
  claim = (await noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact: toll, kind: 'quote' })).id
})

afterAll(async () => {
  for (const person of [noor, karim, idris]) person?.leave()
  await server?.stop()
})

const at = () => `articles/${article}/claims/${claim}`
const find = (person: Person, rating: string | null, more: object = {}) =>
  person.api('POST', `${at()}/truth`, { wordsSeen: toll, rating, why: 'The count was 9.', ...more })
const say = (person: Person, asserter: object | null) => person.api('PATCH', at(), { asserter })
const judge = (person: Person, wordsSeen = toll, verdictSeen: number | null = null) =>
  person.done<{ seq: number }>('POST', `${at()}/verdicts`, { wordsSeen, verdictSeen, rating: 'confirmed' })
const sign = async (person: Person) => {
  const { words, verdict, truth } = await person.claim(article, claim)
  const seen = { wordsSeen: words, verdictSeen: verdict?.seq ?? null, truthSeen: truth?.seq ?? null }
  return person.api('POST', `${at()}/sign-offs`, seen)
}
const rebuilt = async () => {
  const before = await karim.claim(article, claim)
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  assert.deepEqual(await karim.claim(article, claim), before)
}

test('QT1 QT2 QT4 a quote was said and is not true: both are told, signed off together, and rebuilt', async () => {
  const { seq } = await judge(noor)
  expect(await sign(idris)).toMatchObject({ status: 409, body: { refusal: 'truth-open' } })
  expect((await find(noor, 'wrong')).status).toBe(201)
  const found = await karim.claim(article, claim)
  expect([found.standing, found.verdict?.rating]).toEqual(['judged', 'confirmed'])
  expect(found.truth).toMatchObject({ rating: 'wrong', why: 'The count was 9.', words: toll })
  expect(await idris.api('POST', `${at()}/sign-offs`, { wordsSeen: toll, verdictSeen: seq })).toMatchObject({
    status: 409,
    body: { refusal: 'verdict-changed' },
  })
  expect((await sign(idris)).status).toBe(201)
  expect((await karim.claim(article, claim)).standing).toBe('signed')
  await rebuilt()
  expect((await find(noor, 'needs-context')).status).toBe(201)
  expect((await karim.claim(article, claim)).standing).toBe('judged')
  expect((await find(noor, null)).status).toBe(201)
  expect((await karim.claim(article, claim)).truth).toBeNull()
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `${at()}/history`)
  expect(entries.filter(({ type }) => type === 'truth-found').map(({ text }) => text)).toEqual([
    null,
    'The count was 9.',
    'The count was 9.',
  ])
})

test('QT2 nobody replaces a finding they have not seen, reporters find none, and of other kinds it is not asked', async () => {
  const rafi = await aPerson(server, 'rafi')
  expect((await find(rafi, 'wrong')).status).toBe(403)
  expect(await find(noor, 'wrong', { why: '' })).toMatchObject({ status: 422, body: { refusal: 'why-needed' } })
  expect((await find(noor, 'not-checkable', { why: '' })).status).toBe(201)
  expect(await find(karim, 'wrong')).toMatchObject({ status: 409, body: { refusal: 'verdict-changed' } })
  const truthSeen = (await karim.claim(article, claim)).truth?.seq
  expect((await find(karim, 'wrong', { truthSeen })).status).toBe(201)
  expect((await find(noor, 'cut')).status).toBe(400)
  await noor.done('PATCH', at(), { kind: 'casualty' })
  expect(await find(karim, 'confirmed')).toMatchObject({ status: 409, body: { refusal: 'not-a-quote' } })
})

test('QT3 “still holds” holds what was found true with the verdict, and a rebuild makes the same of it', async () => {
  await judge(noor)
  await find(noor, 'confirmed')
  const editor = await karim.open(article)
  editor.replace('14 people', '17 people')
  await editor.whenSaved()
  await until('the new words are known', async () => (await noor.claim(article, claim)).place === 'reworded')
  const { words, verdict, truth } = await noor.claim(article, claim)
  expect(truth?.words).toBe(toll)
  await noor.done('POST', `${at()}/still-holds`, { wordsSeen: words, verdictSeen: verdict?.seq ?? null })
  expect((await noor.claim(article, claim)).truth?.words).toBe(words)
  expect((await sign(idris)).status).toBe(201)
  await rebuilt()
})

test('AS1 AS2 AS3 who says so is told with its terms, and only who speaks on the record is named in what leaves', async () => {
  expect(await say(noor, { kind: 'person', name: ' ' })).toMatchObject({
    status: 422,
    body: { refusal: 'name-needed' },
  })
  const joan = { kind: 'person', name: 'Joan Arbel', terms: 'on-record' }
  expect((await say(noor, { kind: 'person', name: 'Joan Arbel' })).status).toBe(200)
  expect((await karim.claim(article, claim)).asserter).toEqual(joan)
  const exported = async () => {
    const { claims } = await idris.done<ArticleExport>('GET', `articles/${article}/exports/json`)
    return claims[0]?.asserter
  }
  expect(await exported()).toEqual(joan)
  expect((await say(noor, { ...joan, terms: 'background' })).status).toBe(200)
  expect(await exported()).toEqual({ ...joan, name: '', terms: 'background' })
  await rebuilt()
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `${at()}/history`)
  expect(entries[0]).toMatchObject({ type: 'claim-asserted', text: 'Joan Arbel' })
  expect((await say(karim, null)).status).toBe(200)
  expect((await noor.claim(article, claim)).asserter).toBeNull()
})

test('SO7 editors take back their own sign-off, once, and the claim waits for one again', async () => {
  const sana = await aPerson(server, 'sana')
  await judge(noor)
  await find(noor, 'confirmed')
  expect((await sign(idris)).status).toBe(201)
  const back = (person: Person) => person.api('POST', `${at()}/sign-off-withdrawal`)
  expect(await back(sana)).toMatchObject({ status: 403, body: { refusal: 'not-your-sign-off' } })
  expect((await back(idris)).status).toBe(201)
  expect(await back(idris)).toMatchObject({ status: 409, body: { refusal: 'not-signed-off' } })
  const open = await noor.claim(article, claim)
  expect([open.standing, open.signOff]).toEqual(['judged', null])
  expect((await sign(sana)).status).toBe(201)
  await rebuilt()
  sana.leave()
})
