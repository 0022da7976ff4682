/**
 * What people change about an article besides its text, and to whom it is open: everybody's desk follows, and whoever is shut out is out.
 * Rules AR1, AR3, AC2, AC6, FI8.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeCode } from '#protocol/frames.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { aKeptFile, anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let idris: Person
let rafi: Person
let vera: Person
let ids: Record<'noor' | 'idris' | 'rafi' | 'vera', string>

beforeAll(async () => {
  server = await aServer()
  ;[noor, idris, rafi, vera] = (await Promise.all(
    ['noor', 'idris', 'rafi', 'vera'].map((who) => aPerson(server, who)),
  )) as [Person, Person, Person, Person]
  const idOf = async (person: Person) => (await person.done<{ me: { id: string } }>('GET', '')).me.id
  const [noors, idriss, rafis, veras] = await Promise.all([noor, idris, rafi, vera].map(idOf))
  ids = { noor: noors ?? '', idris: idriss ?? '', rafi: rafis ?? '', vera: veras ?? '' }
})

afterAll(async () => {
  for (const person of [noor, idris, rafi, vera]) person?.leave()
  await server?.stop()
})

const newest = async (article: string): Promise<HistoryEntry | undefined> =>
  (await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)).entries[0]

describe('details', () => {
  test('AR1 whoever works on the text puts details right, and every desk follows', async () => {
    const { id } = await anArticle(noor)
    const live = await vera.live()
    await live.hears('ready')
    const changed = await rafi.done('PATCH', `articles/${id}`, {
      byline: '  Rafi Amiri ',
      desk: 'city',
      dueAt: '2031-07-01T22:30:00+02:00',
    })
    expect(changed).toMatchObject({ byline: 'Rafi Amiri', desk: 'city', dueAt: '2031-07-01T20:30:00.000Z' })
    await live.hears('changed', ({ article }) => article === id)
    const { articles } = await vera.done<{ articles: { id: string }[] }>('GET', 'desk')
    expect(articles.find((row) => row.id === id)).toMatchObject({ desk: 'city', dueAt: '2031-07-01T20:30:00.000Z' })
  })

  test('AR1 the history tells what differed and nothing else', async () => {
    const { id } = await anArticle(noor)
    await noor.done('PATCH', `articles/${id}`, { language: 'en', direction: 'rtl', publicationDate: null })
    expect(await newest(id)).toMatchObject({ type: 'article-changed', by: ids.noor })
    expect((await newest(id))?.event).toEqual({ type: 'article-changed', direction: 'rtl', publicationDate: null })
    expect(await noor.api('PATCH', `articles/${id}`, { direction: 'rtl' })).toMatchObject({
      status: 409,
      body: { refusal: 'nothing-changed' },
    })
    expect(await noor.api('PATCH', `articles/${id}`, {})).toMatchObject({ status: 409 })
  })

  test('AR1 title and deck are changed in the text, what is no date is not understood, a viewer changes nothing', async () => {
    const { id } = await anArticle(noor)
    const refused = async (person: Person, body: object) => {
      const reply = await person.api('PATCH', `articles/${id}`, body)
      return [reply.status, (reply.body as { refusal: string }).refusal]
    }
    expect(await refused(noor, { title: 'Another' })).toEqual([409, 'title-in-text'])
    expect(await refused(noor, { deck: null, desk: 'city' })).toEqual([409, 'title-in-text'])
    expect(await refused(noor, { publicationDate: '2026-02-30' })).toEqual([400, 'not-understood'])
    expect(await refused(noor, { desk: 'x'.repeat(101) })).toEqual([400, 'not-understood'])
    expect(await refused(vera, { desk: 'city' })).toEqual([403, 'may-not-edit'])
    expect(await noor.article(id)).toMatchObject({ desk: '', byline: '' })
  })
})

describe('access', () => {
  test('AR3 an editor opens an article to people named; the others are out within seconds and see nothing of it', async () => {
    const original = await aKeptFile(server, 'harbour', 'A draft.')
    const { id } = await anArticle(noor, { original })
    const [rafis, noors, live] = [await rafi.open(id), await noor.open(id), await rafi.live()]
    await live.hears('ready')
    await idris.done('PUT', `articles/${id}/access`, { open: 'named', people: [ids.noor] })

    // Whoever is shut out is told to look again, and of what they see the article is gone.
    await live.hears('reload')
    expect(await rafis.connection?.closed()).toMatchObject({ code: closeCode.notFound })
    expect(live.events('article-access-changed')).toEqual([])
    for (const path of ['', '/text', '/history', '/claims', '/original']) {
      expect(await rafi.api('GET', `articles/${id}${path}`), path).toMatchObject({ status: 404 })
    }
    expect(await rafi.api('PATCH', `articles/${id}`, { desk: 'city' })).toMatchObject({ status: 404 })
    const { articles } = await rafi.done<{ articles: { id: string }[] }>('GET', 'desk')
    expect(articles.map((row) => row.id)).not.toContain(id)

    // Those named work on, and so does the editor who named them.
    noors.type(0, 'Still here. ')
    await noors.whenSaved()
    expect(await idris.article(id)).toMatchObject({ open: 'named', people: [ids.idris, ids.noor] })

    await idris.done('PUT', `articles/${id}/access`, { open: 'newsroom' })
    await until('rafi may open it again', async () => (await rafi.api('GET', `articles/${id}`)).status === 200)
    expect(await idris.article(id)).toMatchObject({ open: 'newsroom', people: [] })
    noors.close()
  })

  test('AR3 nobody but editors says who may open it, and only members can be named', async () => {
    const { id } = await anArticle(noor)
    const shut = { open: 'named', people: [ids.vera] }
    for (const person of [noor, rafi, vera]) {
      expect(await person.api('PUT', `articles/${id}/access`, shut)).toMatchObject({ status: 403 })
    }
    expect(await idris.api('PUT', `articles/${id}/access`, { open: 'named', people: ['nobody'] })).toMatchObject({
      status: 422,
      body: { refusal: 'person-unknown' },
    })
    expect(await noor.article(id)).toMatchObject({ open: 'newsroom' })
  })

  test('AR3 the same once more is no event', async () => {
    const { id } = await anArticle(noor)
    const { seq } = await noor.article(id)
    expect(await idris.done('PUT', `articles/${id}/access`, { open: 'newsroom', people: [] })).toEqual({ seq })
    expect((await newest(id))?.type).not.toBe('article-access-changed')
  })

  test('AC9 an original lies in its own newsroom', async () => {
    const omar = await aPerson(server, 'omar')
    const original = await aKeptFile(server, 'harbour', 'Ours alone.')
    const { draft } = await anArticle(omar)
    expect(await omar.api('POST', 'articles', { ...draft, original })).toMatchObject({
      status: 422,
      body: { refusal: 'file-unknown' },
    })
  })
})

test('PJ1 an article whose title was erased from the text goes by the one it came in with, before a rebuild and after', async () => {
  const { id } = await anArticle(noor)
  const came = (await noor.article(id)).title
  const editor = await noor.open(id)
  const title = editor.text.split('\n')[0] ?? ''
  editor.type({ after: title }, ' (working title)')
  await until('the row has the new title', async () => (await noor.article(id)).title === `${title} (working title)`)
  editor.eraseRange(0, `${title} (working title)`.length)
  await until('the row has followed', async () => (await noor.article(id)).title === came)
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect((await noor.article(id)).title).toBe(came)
})

test('PJ1 rebuilt from the log, details and access are as they were', async () => {
  const { id } = await anArticle(noor, { original: await aKeptFile(server, 'harbour', 'Kept.') })
  await noor.done('PATCH', `articles/${id}`, { byline: 'Noor Kamal', desk: 'courts', dueAt: null })
  await idris.done('PUT', `articles/${id}/access`, { open: 'named', people: [ids.noor] })
  const before = await noor.article(id)
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect(await noor.article(id)).toEqual(before)
})
