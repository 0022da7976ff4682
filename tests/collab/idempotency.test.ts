/** A command sent twice under one Idempotency-Key happens once, one after the other and at the same time; and import by the API. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import { anArticle, weirText } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer
let noor: Person
let karim: Person
let article: string
let draft: ArticleDraft
let keys = 0

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
})

beforeEach(async () => {
  const brought = await anArticle(noor)
  article = brought.id
  draft = brought.draft
  await noor.done('POST', `articles/${article}/claims`, { exact: 'some say, thousands', kind: 'statistic' })
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

const happened = async () => {
  const [row] = await server.database.sql<{ n: number }>('select count(*)::int as n from events')
  return row?.n ?? 0
}

interface Case {
  readonly what: string
  /** Events that one of it makes. */
  readonly events: number
  readonly path: () => string
  readonly body: () => object
  readonly other: () => object
}

const verdict = { wordsSeen: 'some say, thousands', verdictSeen: null, rating: 'wrong', why: 'Hundreds.' }
const link = { source: { kind: 'press', title: 'The Evening Mail' }, stance: 'supports', locator: 'p. 1' }

const cases: readonly Case[] = [
  {
    what: 'a verdict',
    events: 1,
    path: () => `articles/${article}/claims/C1/verdicts`,
    body: () => verdict,
    other: () => ({ ...verdict, why: 'Dozens.' }),
  },
  {
    what: 'evidence with a new source',
    events: 2,
    path: () => `articles/${article}/claims/C1/evidence`,
    body: () => link,
    other: () => ({ ...link, locator: 'p. 2' }),
  },
  {
    what: 'a source',
    events: 1,
    path: () => 'sources',
    body: () => ({ kind: 'book', title: 'Weirs of the north' }),
    other: () => ({ kind: 'book', title: 'Weirs of the south' }),
  },
  {
    what: 'an article',
    // Its coming in, and its first version.
    events: 2,
    path: () => 'articles',
    body: () => draft,
    other: () => ({ ...draft, title: 'Another' }),
  },
  {
    what: 'a claim',
    events: 1,
    path: () => `articles/${article}/claims`,
    body: () => ({ exact: 'the oldest in the country', kind: 'superlative' }),
    other: () => ({ exact: 'more than any other', kind: 'superlative' }),
  },
]

describe.each(cases)('DL4 $what', ({ events, path, body, other }) => {
  test('DL4 sent again is answered as before and happens once', async () => {
    const key = `key-${(keys += 1)}`
    const before = await happened()
    const first = await noor.api('POST', path(), body(), { key })
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect(await noor.api('POST', path(), body(), { key })).toEqual(first)
    expect(await happened()).toBe(before + events)
  })

  test('DL4 sent five times at once happens once, and all are answered alike', async () => {
    const key = `key-${(keys += 1)}`
    const before = await happened()
    const replies = await Promise.all(Array.from({ length: 5 }, () => noor.api('POST', path(), body(), { key })))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(await happened()).toBe(before + events)
  })

  test('DL4 another body under the same key is refused and happens not at all', async () => {
    const key = `key-${(keys += 1)}`
    await noor.done('POST', path(), body(), { key })
    const before = await happened()
    const reused = await noor.api('POST', path(), other(), { key })
    expect(reused).toMatchObject({ status: 409, body: { refusal: 'key-used-before' } })
    expect(await happened()).toBe(before)
  })
})

describe('DL4 a key', () => {
  test('DL4 is one person’s: the same words by two people are two keys', async () => {
    const source = { kind: 'book', title: 'Weirs' }
    const [first, second] = [
      await noor.done<{ id: string }>('POST', 'sources', source, { key: 'shared' }),
      await karim.done<{ id: string }>('POST', 'sources', source, { key: 'shared' }),
    ]
    expect(first.id).not.toBe(second.id)
  })

  test('KP4 what says whose it is, is taken from that person only', async () => {
    const before = await happened()
    const path = `articles/${article}/claims/C1/verdicts`
    const { me } = await noor.done<{ me: { id: string } }>('GET', '')
    const asNoor = { headers: { 'tickmark-person': me.id } }
    expect(await karim.api('POST', path, verdict, asNoor)).toMatchObject({ status: 401 })
    expect(await happened()).toBe(before)
    expect(await noor.api('POST', path, verdict, asNoor)).toMatchObject({ status: 201 })
  })

  test('DL4 under which something was refused may be used again, since nothing happened', async () => {
    const path = `articles/${article}/claims/C1/verdicts`
    const key = `key-${(keys += 1)}`
    expect((await noor.api('POST', path, { ...verdict, why: '' }, { key })).status).toBe(422)
    expect((await noor.api('POST', path, verdict, { key })).status).toBe(201)
  })

  test('DL4 is for one address: the same body sent elsewhere under it is refused', async () => {
    const seen = { wordsSeen: 'some say, thousands', verdictSeen: 1 }
    const key = `key-${(keys += 1)}`
    await noor.done('POST', `articles/${article}/claims/C1/verdicts`, verdict, { key })
    expect(await noor.api('POST', `articles/${article}/claims/C1/still-holds`, seen, { key })).toMatchObject({
      status: 409,
      body: { refusal: 'key-used-before' },
    })
  })
})

describe('import by the API', () => {
  const read = (input: object) =>
    noor.done<{ article: ArticleDraft; notes: ImportNote[] }>('POST', 'articles/import', input)

  test('IM3 reading stores nothing, and says what it recognised', async () => {
    const before = await happened()
    const { article: read1, notes } = await read({ text: weirText })
    expect(notes).toEqual(
      expect.arrayContaining([
        { code: 'title-kept-once', title: read1.title, times: 3 },
        expect.objectContaining({ code: 'date-line', date: '2016-03-13' }),
      ]),
    )
    expect(read1).toMatchObject({ language: 'en', direction: 'ltr' })
    expect(await happened()).toBe(before)
  })

  test('IM9 HTML comes in as its words, without anything that runs', async () => {
    const html = '<h1>A title</h1><script>alert(1)</script><p onclick="x()">He said &ldquo;no&rdquo; <b>twice</b>.</p>'
    const { article: read1, notes } = await read({ html })
    expect(JSON.stringify(read1.document)).not.toMatch(/alert|onclick/)
    expect(JSON.stringify(read1.document)).toContain('He said “no” ')
    expect(notes).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'left-out', what: 'script' })]))
  })

  test.each([
    ['nothing but space', { text: ' \n ' }, 422, 'nothing-to-import'],
    ['two forms at once', { text: 'a', html: 'b' }, 400, 'not-understood'],
    ['neither', {}, 400, 'not-understood'],
    ['more than an article', { text: 'x'.repeat(2_000_001) }, 400, 'not-understood'],
    ['more than a request may hold', { text: 'x'.repeat(9_000_000) }, 413, 'too-large'],
  ])('IM13 %s is refused with its reason', async (_, input, status, refusal) => {
    expect(await noor.api('POST', 'articles/import', input)).toMatchObject({ status, body: { refusal } })
  })

  test.each([
    ['no document', { document: null }],
    ['a document of another kind', { document: { type: 'paragraph' } }],
    ['a node that the schema does not know', { document: { type: 'doc', content: [{ type: 'table' }] } }],
    ['no words', { document: { type: 'doc', content: [{ type: 'paragraph' }] } }],
    ['no title', { title: ' ' }],
    ['a language that is none', { language: 'not a language' }],
    ['a date that is none', { publicationDate: '2016-02-31' }],
    ['a due time that is none', { dueAt: 'tomorrow' }],
  ])('IM14 an article with %s is not taken', async (_, wrong) => {
    const before = await happened()
    expect(await noor.api('POST', 'articles', { ...draft, ...wrong })).toMatchObject({
      status: 400,
      body: { refusal: 'not-understood' },
    })
    expect(await happened()).toBe(before)
  })
})
