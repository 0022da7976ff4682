/** What is found of the parts of a claim's words: by whom, on which words, shown to everybody at once and kept in the history. */
import assert from 'node:assert/strict'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let article: string
let claim: string

const toll = 'At least 14 people drowned'

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
})

beforeEach(async () => {
  article = (await anArticle(noor)).id
  claim = (await noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact: toll, kind: 'casualty' })).id
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

const check = (person: Person, element: string, finding: string | null, wordsSeen = toll) =>
  person.api('PATCH', `articles/${article}/claims/${claim}`, { element, finding, wordsSeen })
const found = async () =>
  (await karim.claim(article, claim)).elements.map(({ element, finding, words }) => [element, finding, words])

test('EL2 two checkers each say what they found, one takes it back, and the history and a rebuild tell the same', async () => {
  const both = await Promise.all([check(noor, 'figure', 'wrong'), check(karim, 'place', 'not-applicable')])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await found()).toEqual([
    ['figure', 'wrong', toll],
    ['place', 'not-applicable', toll],
  ])
  expect((await check(karim, 'figure', 'right')).status).toBe(200)
  expect((await check(noor, 'place', null)).status).toBe(200)
  expect(await found()).toEqual([['figure', 'right', toll]])
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/claims/${claim}/history`)
  expect(entries.filter(({ type }) => type === 'element-checked')).toHaveLength(4)
  const before = await karim.claim(article, claim)
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  assert.deepEqual(await karim.claim(article, claim), before)
})

test('EL2 EL3 a finding on other words than those read is refused, and one on earlier words says which', async () => {
  await check(noor, 'figure', 'right')
  const editor = await karim.open(article)
  editor.replace('14 people', '17 people')
  await editor.whenSaved()
  await until('the new words are known', async () => (await noor.claim(article, claim)).place === 'reworded')
  expect(await check(noor, 'name', 'right')).toMatchObject({ status: 409, body: { refusal: 'words-changed' } })
  expect(await found()).toEqual([['figure', 'right', toll]])
  const now = 'At least 17 people drowned'
  expect((await check(noor, 'figure', 'right', now)).status).toBe(200)
  expect(await found()).toEqual([['figure', 'right', now]])
})

test('EL2 a reporter, a viewer and another newsroom are refused, and nonsense is not understood', async () => {
  const others = await Promise.all(['rafi', 'vera', 'omar'].map((who) => aPerson(server, who)))
  const replies = await Promise.all(others.map((person) => check(person, 'figure', 'right')))
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 404])
  expect((await check(noor, 'colour', 'right')).status).toBe(400)
  expect((await check(noor, 'figure', 'maybe')).status).toBe(400)
  expect(await found()).toEqual([])
})
