/** Talk on a claim: a query from asked to decided across three people, calls on people, risk and due, and what waits for whom. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TalkView, WaitingView } from '#protocol/talk-view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

const names = ['noor', 'karim', 'idris', 'rafi', 'vera'] as const
type Name = (typeof names)[number]

let server: TestServer
let people: Record<Name, Person>
let ids: Record<Name, string>

beforeAll(async () => {
  server = await aServer()
  const them = await Promise.all(names.map(async (name) => [name, await aPerson(server, name)] as const))
  people = Object.fromEntries(them) as Record<Name, Person>
  const known = them.map(async ([name, person]) => {
    const { me } = await person.done<{ me: { id: string } }>('GET', '')
    return [name, me.id] as const
  })
  ids = Object.fromEntries(await Promise.all(known)) as Record<Name, string>
})

afterAll(async () => {
  for (const person of Object.values(people ?? {})) person.leave()
  await server?.stop()
})

/** An article with one claim, and the address of the claim. */
async function aClaim(): Promise<{ article: string; at: string }> {
  const { id: article } = await anArticle(people.noor)
  const exact = 'At least 14 people drowned'
  await people.noor.done('POST', `articles/${article}/claims`, { exact, kind: 'casualty' })
  return { article, at: `articles/${article}/claims/C1` }
}

const talkAt = (who: Name, at: string) => people[who].done<TalkView>('GET', `${at}/talk`)

/** What waits for them in this article, as what it is and by whom. */
async function waitingFor(who: Name, article: string): Promise<[WaitingView['what'], string | null][]> {
  const { waiting } = await people[who].done<{ waiting: WaitingView[] }>('GET', 'waiting')
  return waiting.filter((entry) => entry.article.id === article).map(({ what, by }) => [what, by])
}

/** Open to these people only; what a person does to an article's access is tested elsewhere. */
const openTo = (article: string, ...who: Name[]) =>
  server.database.sql(`update articles set open = 'named', people = $2 where id = $1`, [
    article,
    who.map((name) => ids[name]),
  ])

test('TK3–TK5 a query goes from asked to answered to decided across three people, and each step is told at once', async () => {
  const { noor, idris, rafi } = people
  const { article, at } = await aClaim()
  const live = await idris.live()
  await live.hears('ready')
  const query = { to: ids.rafi, text: 'Who counted the fourteen?' }
  const { id } = await noor.done<{ id: string }>('POST', `${at}/queries`, query)
  await live.hears('changed', (told) => told.article === article)
  expect((await idris.claim(article, 'C1')).queries).toMatchObject([{ id, state: 'asked', to: ids.rafi }])
  expect((await idris.claims(article, 'queries')).map(({ number }) => number)).toEqual([1])
  expect(await waitingFor('rafi', article)).toEqual([['query', ids.noor]])
  expect(await waitingFor('noor', article)).toEqual([])

  await rafi.done('POST', `${at}/queries/${id}/answer`, { text: 'The hospital, at noon.' })
  await live.hears('event', ({ event }) => event.type === 'query-answered')
  expect(await rafi.api('POST', `${at}/queries/${id}/answer`, { text: 'Again.' })).toMatchObject({
    status: 409,
    body: { refusal: 'already-answered' },
  })
  expect(await waitingFor('rafi', article)).toEqual([])
  expect(await waitingFor('noor', article)).toEqual([['answer', ids.rafi]])

  await noor.done('POST', `${at}/queries/${id}/decision`, { text: 'Say “by noon”.' })
  await live.hears('event', ({ event }) => event.type === 'query-decided')
  expect((await idris.claim(article, 'C1')).queries).toEqual([])
  expect(await idris.claims(article, 'queries')).toEqual([])
  expect(await waitingFor('noor', article)).toEqual([])
  expect((await talkAt('idris', at)).queries).toMatchObject([
    {
      state: 'decided',
      askedBy: ids.noor,
      to: ids.rafi,
      text: 'Who counted the fourteen?',
      answer: { by: ids.rafi, text: 'The hospital, at noon.', erased: false },
      decision: { by: ids.noor, text: 'Say “by noon”.', erased: false },
    },
  ])
})

test('TK5 a query that needs no answer any more is decided without one, and without words', async () => {
  const { at } = await aClaim()
  const { id } = await people.noor.done<{ id: string }>('POST', `${at}/queries`, { to: ids.rafi, text: 'Who?' })
  await people.karim.done('POST', `${at}/queries/${id}/decision`, {})
  expect((await talkAt('vera', at)).queries).toMatchObject([
    { state: 'decided', answer: null, decision: { by: ids.karim, text: null, erased: false } },
  ])
})

test('TK2 a call waits for whom it calls on until somebody resolves it, and counts on the claim', async () => {
  const { noor, rafi } = people
  const { article, at } = await aClaim()
  const said = { text: '@Rafi Lindqvist which list?', mentions: [ids.rafi, ids.rafi] }
  const { id } = await noor.done<{ id: string }>('POST', `${at}/talk`, said)
  await rafi.done('POST', `${at}/talk`, { text: 'Looking.' })
  expect((await noor.claim(article, 'C1')).talk).toEqual({ remarks: 2, waiting: 1 })
  expect((await talkAt('noor', at)).remarks).toMatchObject([
    { id, by: ids.noor, mentions: [ids.rafi], resolvedBy: null },
    { by: ids.rafi, text: 'Looking.', mentions: [] },
  ])
  expect(await waitingFor('rafi', article)).toEqual([['remark', ids.noor]])
  await rafi.done('POST', `${at}/talk/${id}/resolution`)
  expect(await waitingFor('rafi', article)).toEqual([])
  expect((await noor.claim(article, 'C1')).talk).toEqual({ remarks: 2, waiting: 0 })
  expect(await noor.api('POST', `${at}/talk/${id}/resolution`)).toMatchObject({ status: 409 })
})

test('TK1 a viewer reads along and neither talks, answers nor asks', async () => {
  const { vera, noor } = people
  const { at } = await aClaim()
  const { id } = await noor.done<{ id: string }>('POST', `${at}/queries`, { to: ids.rafi, text: 'Who?' })
  const refusal = (path: string, body: object) => vera.api('POST', `${at}/${path}`, body)
  const mayNotTalk = { status: 403, body: { refusal: 'may-not-talk' } }
  expect(await refusal('talk', { text: 'I think so.' })).toMatchObject(mayNotTalk)
  expect(await refusal(`queries/${id}/answer`, { text: 'Me.' })).toMatchObject(mayNotTalk)
  expect(await refusal('queries', { to: ids.rafi, text: 'Who?' })).toMatchObject({ status: 403 })
  expect(await refusal(`queries/${id}/decision`, {})).toMatchObject({ status: 403 })
  expect((await talkAt('vera', at)).queries).toHaveLength(1)
})

test('TK6 nobody is called on or asked to whom the article is closed, and what waited there is not listed', async () => {
  const { noor } = people
  const { article, at } = await aClaim()
  await noor.done('POST', `${at}/queries`, { to: ids.rafi, text: 'Who counted?' })
  expect(await waitingFor('rafi', article)).toHaveLength(1)
  await openTo(article, 'noor', 'idris')
  const unknown = { status: 422, body: { refusal: 'person-unknown' } }
  expect(await noor.api('POST', `${at}/talk`, { text: 'Look.', mentions: [ids.rafi] })).toMatchObject(unknown)
  expect(await noor.api('POST', `${at}/queries`, { to: ids.rafi, text: 'Who?' })).toMatchObject(unknown)
  expect(await noor.api('POST', `${at}/queries`, { to: 'nobody', text: 'Who?' })).toMatchObject(unknown)
  expect(await waitingFor('rafi', article)).toEqual([])
  expect((await talkAt('noor', at)).remarks).toEqual([])
  await noor.done('POST', `${at}/talk`, { text: 'Look.', mentions: [ids.idris] })
  expect(await waitingFor('idris', article)).toEqual([['remark', ids.noor]])
})

test('LG5 words that were erased show as erased, and who said what when stays', async () => {
  const { noor, rafi } = people
  const { at, article } = await aClaim()
  await noor.done('POST', `${at}/talk`, { text: 'Ask the widow at 4 Mill Lane.' })
  const { id } = await noor.done<{ id: string }>('POST', `${at}/queries`, { to: ids.rafi, text: 'Her number?' })
  await rafi.done('POST', `${at}/queries/${id}/answer`, { text: '0171 000' })
  await server.database.sql('update private_texts set body = null where stream_id = $1', [article])
  expect(await talkAt('noor', at)).toMatchObject({
    remarks: [{ text: null, by: ids.noor }],
    queries: [{ text: null, state: 'answered', answer: { text: null, erased: true, by: ids.rafi } }],
  })
  const { entries } = await noor.done<{ entries: unknown[] }>('GET', `${at}/history`)
  expect(JSON.stringify(entries)).not.toMatch(/Mill Lane|0171/)
})

test('RK2, CL12 risk and due are changed by those who decide, told at once, and refused to others', async () => {
  const { noor, rafi, idris } = people
  const { article, at } = await aClaim()
  const live = await idris.live()
  await live.hears('ready')
  expect(await noor.claim(article, 'C1')).toMatchObject({ risk: 'high', dueAt: null })
  expect((await noor.claims(article, 'risky')).map(({ number }) => number)).toEqual([1])
  expect(await noor.done('PATCH', at, { risk: 'normal' })).toMatchObject({ risk: 'normal' })
  await live.hears('event', ({ event }) => event.type === 'claim-risk-set')
  expect(await noor.claims(article, 'risky')).toEqual([])
  const again = await noor.api('PATCH', at, { risk: 'normal' })
  expect(again).toMatchObject({ status: 409, body: { refusal: 'nothing-changed' } })
  expect(await noor.done('PATCH', at, { dueAt: '2026-03-13T22:30:00+01:00' })).toMatchObject({
    dueAt: '2026-03-13T21:30:00.000Z',
  })
  expect(await noor.done('PATCH', at, { dueAt: null })).toMatchObject({ dueAt: null })
  expect(await noor.api('PATCH', at, { dueAt: 'tonight' })).toMatchObject({ status: 400 })
  expect(await rafi.api('PATCH', at, { risk: 'high' })).toMatchObject({ status: 403 })
  expect(await rafi.api('PATCH', at, { dueAt: null })).toMatchObject({ status: 403 })
})

test('AR2 an article is given to those who may check it, and waits for them', async () => {
  const { noor, rafi } = people
  const { article } = await aClaim()
  const give = (...who: Name[]) =>
    noor.api('PUT', `articles/${article}/assignees`, { people: who.map((name) => ids[name]) })
  expect(await give('karim', 'idris')).toMatchObject({ status: 200 })
  expect((await noor.article(article)).assignees.toSorted()).toEqual([ids.karim, ids.idris].toSorted())
  expect(await waitingFor('karim', article)).toEqual([['article', null]])
  const { seq } = await noor.article(article)
  expect(await give('idris', 'karim')).toMatchObject({ status: 200, body: { seq } })
  expect(await give('rafi')).toMatchObject({ status: 422, body: { refusal: 'person-unknown' } })
  expect(await rafi.api('PUT', `articles/${article}/assignees`, { people: [] })).toMatchObject({ status: 403 })
  expect(await give()).toMatchObject({ status: 200 })
  expect(await waitingFor('karim', article)).toEqual([])
})

test('WT2 what is due first comes first, and each line names its claim', async () => {
  const { noor, karim } = people
  const { id: article } = await anArticle(noor)
  const claims = `articles/${article}/claims`
  for (const exact of ['At least 14 people drowned', 'the second page is missing'])
    await noor.done('POST', claims, { exact, kind: 'history' })
  for (const claim of ['C1', 'C2']) await noor.done('PATCH', `${claims}/${claim}`, { assignee: ids.karim })
  await noor.done('PATCH', `${claims}/C2`, { dueAt: '2026-03-13T20:00:00Z' })
  const listed = async () => {
    const { waiting } = await karim.done<{ waiting: WaitingView[] }>('GET', 'waiting')
    return waiting.filter((entry) => entry.article.id === article).map(({ claim }) => claim?.number)
  }
  expect(await listed()).toEqual([2, 1])
  const { words, verdict } = await karim.claim(article, 'C2')
  const seen = { wordsSeen: words, verdictSeen: verdict?.seq ?? null }
  await karim.done('POST', `${claims}/C2/verdicts`, { ...seen, rating: 'confirmed' })
  expect(await listed()).toEqual([1])
  await noor.done('POST', `${claims}/C1/withdrawal`, { why: '' })
  expect(await listed()).toEqual([])
})

test('PJ1 talk, queries, risk, due and assignment rebuilt from the log equal those kept live', async () => {
  const { noor, rafi } = people
  const { article, at } = await aClaim()
  const { id: entry } = await noor.done<{ id: string }>('POST', `${at}/talk`, { text: 'Look.', mentions: [ids.rafi] })
  await rafi.done('POST', `${at}/talk/${entry}/resolution`)
  const { id } = await noor.done<{ id: string }>('POST', `${at}/queries`, { to: ids.rafi, text: 'Who?' })
  await rafi.done('POST', `${at}/queries/${id}/answer`, { text: 'Me.' })
  await noor.done('PATCH', at, { risk: 'normal' })
  await noor.done('PATCH', at, { dueAt: '2026-03-13T20:00:00Z' })
  await noor.done('PUT', `articles/${article}/assignees`, { people: [ids.noor] })
  const state = async () => [
    await talkAt('noor', at),
    await noor.claim(article, 'C1'),
    (await noor.article(article)).assignees,
    await waitingFor('noor', article),
  ]
  const live = await state()
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect(await state()).toEqual(live)
})
