/** Nothing crosses from one newsroom to another: what is somebody else's and what does not exist get the same answer, everywhere. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person, type Reply } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { aDocument, addressOf, describedRoutes, emptyScene, routes, type Scene } from './routes.ts'

let server: TestServer
let noor: Person
let omar: Person
/** Harbour's article, claim and evidence, as somebody knows them who was told their ids. */
let theirs: Scene
let sourceId: string
let harbourPerson: string
let omars: { article: string; claim: string }

beforeAll(async () => {
  server = await aServer()
  ;[noor, omar] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'omar')])
  const { id: article, draft } = await anArticle(noor)
  const claim = await noor.done<{ id: string; words: string }>('POST', `articles/${article}/claims`, {
    exact: 'At least 14 people drowned',
    kind: 'casualty',
  })
  const source = { kind: 'official', title: 'Sealed bulletin' }
  const at = `articles/${article}/claims/${claim.id}`
  const link = { source, stance: 'supports', locator: 'p. 1', excerpt: '' }
  const { id: evidence } = await noor.done<{ id: string }>('POST', `${at}/evidence`, link)
  const { sources } = await noor.done<{ sources: { id: string }[] }>('GET', 'sources')
  sourceId = sources[0]?.id ?? ''
  harbourPerson = ((await noor.fetch('GET', '/api/me')).body as { id: string }).id
  const remark = { text: 'Sealed until noon.', mentions: [harbourPerson] }
  const { id: entry } = await noor.done<{ id: string }>('POST', `${at}/talk`, remark)
  const question = { text: 'Who sealed it?', to: harbourPerson }
  const { id: query } = await noor.done<{ id: string }>('POST', `${at}/queries`, question)
  const sana = await aPerson(server, 'sana')
  const invited = { email: 'lea@harbour.test', roles: ['viewer'] }
  const { id: invitation } = await sana.done<{ id: string }>('POST', 'invitations', invited)
  const document = new FormData()
  document.append('file', new Blob(['Sealed.']), 'sealed.txt')
  theirs = {
    ...emptyScene,
    source: sourceId,
    into: sourceId,
    document: (await noor.done<{ id: string }>('POST', `sources/${sourceId}/documents`, document)).id,
    invitation,
    person: harbourPerson,
    article,
    claim: claim.id,
    evidence,
    entry,
    query,
    colleague: harbourPerson,
    wordsSeen: claim.words,
    verdictSeen: null,
    unmarked: 'the second page is missing',
    draft: (await noor.done<{ id: string }>('POST', `articles/${article}/drafts`, { document: aDocument('Sealed.') }))
      .id,
    sent: draft,
  }
  const own = (await anArticle(omar, { text: 'A title of their own\n\nOnly omar reads this sentence.\n' })).id
  const ownClaim = await omar.done<{ id: string }>('POST', `articles/${own}/claims`, {
    exact: 'Only omar',
    kind: 'other',
  })
  omars = { article: own, claim: ownClaim.id }
})

afterAll(async () => {
  for (const person of [noor, omar]) person?.leave()
  await server?.stop()
})

const harbourEvents = async () => {
  const [count] = await server.database.sql<{ n: number }>(
    `select count(*)::int as n from events e join newsrooms n on n.id = e.newsroom_id where n.slug = 'harbour'`,
  )
  return count?.n
}

const unknown = (): Partial<Scene> => {
  const ids = ['article', 'claim', 'evidence', 'entry', 'query', 'source', 'document', 'invitation', 'person', 'into']
  return Object.fromEntries(ids.map((id) => [id, v7()]))
}

/** omar asks this of a newsroom, with these ids in the address. */
function ask(route: string, newsroom: string, ids: Parameters<typeof addressOf>[1]): Promise<Reply> {
  const [method, path] = addressOf(route, ids)
  return omar.fetch(method, `/api/newsrooms/${newsroom}${path}`, routes[route]?.({ ...theirs, ...ids }))
}

test('AC9 every route of the described API is in the table of these tests, and none that is gone', async () => {
  expect((await describedRoutes(noor)).toSorted()).toEqual(Object.keys(routes).toSorted())
})

test.each(Object.keys(routes))(
  'D22 AC9 %s: another newsroom and one that does not exist are the same',
  async (route) => {
    const before = await harbourEvents()
    const foreign = await ask(route, 'harbour', theirs)
    expect(foreign).toEqual(await ask(route, 'harbour', unknown()))
    expect(foreign).toEqual(await ask(route, 'no-such-newsroom', unknown()))
    expect(foreign).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
    expect(await harbourEvents()).toBe(before)
  },
)

const below = Object.keys(routes).filter((route) => route.includes('{article}'))

test.each(below)('D22 AC9 %s: another newsroom’s article asked for in one’s own does not exist', async (route) => {
  const before = await harbourEvents()
  const foreign = await ask(route, 'other', theirs)
  expect(foreign).toEqual(await ask(route, 'other', unknown()))
  expect(foreign).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
  expect(await harbourEvents()).toBe(before)
})

test.each(below.filter((route) => route.includes('{claim}')))(
  'D22 AC9 %s: another newsroom’s claim or evidence in one’s own article does not exist',
  async (route) => {
    const own = { ...theirs, article: omars.article }
    const foreign = await ask(route, 'other', own)
    expect(foreign).toEqual(await ask(route, 'other', { ...unknown(), article: omars.article }))
    expect(foreign).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
    if (!route.includes('{evidence}')) return
    expect(await ask(route, 'other', { ...omars, evidence: theirs.evidence })).toEqual(foreign)
  },
)

test.each(Object.keys(routes).filter((route) => /\{(source|invitation|person)\}/.test(route)))(
  'D22 AC9 %s: another newsroom’s asked for in one’s own does not exist',
  async (route) => {
    const before = await harbourEvents()
    const foreign = await ask(route, 'other', theirs)
    expect(foreign).toEqual(await ask(route, 'other', unknown()))
    expect(foreign).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
    expect(await harbourEvents()).toBe(before)
  },
)

test('AC9 a source or person of another newsroom is as unknown in a body as one that does not exist', async () => {
  const at = `articles/${omars.article}/claims/${omars.claim}`
  const link = { stance: 'supports', locator: 'p. 1' }
  const linked = await omar.api('POST', `${at}/evidence`, { ...link, source: { id: sourceId } })
  expect(linked).toEqual(await omar.api('POST', `${at}/evidence`, { ...link, source: { id: v7() } }))
  expect(linked).toMatchObject({ status: 422, body: { refusal: 'source-unknown' } })
  const assigned = await omar.api('PATCH', at, { assignee: harbourPerson })
  expect(assigned).toEqual(await omar.api('PATCH', at, { assignee: 'nobody-at-all' }))
  expect(assigned).toMatchObject({ status: 422, body: { refusal: 'person-unknown' } })
  const called = await omar.api('POST', `${at}/talk`, { text: 'Look.', mentions: [harbourPerson] })
  expect(called).toEqual(await omar.api('POST', `${at}/talk`, { text: 'Look.', mentions: ['nobody-at-all'] }))
  expect(called).toMatchObject({ status: 422, body: { refusal: 'person-unknown' } })
})

test('DL4 the same Idempotency-Key in two newsrooms is two keys', async () => {
  const source = { kind: 'other', title: 'Same key', publisher: '', url: '' }
  const first = await noor.done<{ id: string }>('POST', 'sources', source, { key: 'one-key' })
  const second = await omar.done<{ id: string }>('POST', 'sources', source, { key: 'one-key' })
  expect(second.id).not.toBe(first.id)
})

test('D22 AC9 lists, desk, library and live socket hold nothing of another newsroom', async () => {
  const live = await omar.live()
  await live.hears('ready')
  live.send({ since: { [theirs.article]: 0, [v7()]: 0 } })
  await noor.done('PATCH', `articles/${theirs.article}/claims/C1`, { kind: 'statistic' })
  await noor.done('POST', 'sources', { kind: 'other', title: 'Another one' })
  await omar.done('PATCH', `articles/${omars.article}/claims/C1`, { kind: 'quote' })
  await live.hears('event', ({ event }) => event.type === 'claim-kind-changed')
  expect(live.messages.filter((message) => JSON.stringify(message).includes(theirs.article))).toEqual([])
  expect(live.messages.filter(({ type }) => type === 'reload')).toEqual([])
  const shown = [
    await omar.done('GET', 'desk'),
    await omar.done('GET', 'articles'),
    await omar.done('GET', 'sources'),
    await omar.done('GET', ''),
    await omar.done('GET', 'waiting'),
  ]
  expect(JSON.stringify(shown)).not.toMatch(/Ostrava|bulletin|Noor|Another one/)
})
