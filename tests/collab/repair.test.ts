/** Claims repaired by hand, and by the server where there is no doubt: put on other words, merged, split; several people at once. */
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LostWordsView } from '#protocol/repair-view.ts'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { untilTold } from '../builders/at-rest.ts'
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
  article = (await anArticle(noor)).id
  noors = await noor.open(article)
  karims = await karim.open(article)
})

/** PJ1 after each: the rows come out of the log as they were kept. */
afterEach(async () => {
  for (const person of [noor, karim]) person.leave()
  const newsroom = await server.newsroomId('harbour')
  await untilTold(server, article)
  const before = await rows()
  await rebuildNewsroom(server.services, newsroom)
  assert.deepEqual(await rows(), before)
})

const rows = async () => ({
  claims: await server.database.sql('select * from claims where article_id = $1 order by number', [article]),
  evidence: await server.database.sql('select * from evidence where article_id = $1 order by seq, id', [article]),
})

afterAll(async () => {
  await server?.stop()
})

const at = (claim: string) => `articles/${article}/claims/${claim}`
const inspectors = 'Two inspectors allegedly sold the keys of the gate'
const mark = async (exact: string, kind = 'other') =>
  noor.done<ClaimView>('POST', `articles/${article}/claims`, { exact, kind })

async function history(claim?: string): Promise<HistoryEntry[]> {
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>(
    'GET',
    claim === undefined ? `articles/${article}/history` : `${at(claim)}/history`,
  )
  return entries.toReversed()
}

const told = async (claim: string) => (await history(claim)).map(({ type }) => type)

const detached = (claim: string) =>
  until('the claim is detached', async () => (await told(claim)).includes('claim-detached'), 20_000)

/** Takes the words away as somebody who writes something else instead. */
async function lose(claim: ClaimView, instead: string): Promise<void> {
  await until('the mark has arrived', () => karims.claims.has(claim.id))
  const from = karims.text.indexOf(claim.words)
  karims.eraseRange(from, from + claim.words.length)
  karims.type(from, instead)
  await detached(claim.id)
}

const judge = (claim: ClaimView) =>
  noor.done(`POST`, `${at(claim.id)}/verdicts`, {
    wordsSeen: claim.words,
    verdictSeen: null,
    rating: 'confirmed',
    why: '',
  })

test('RP1 a detached claim is put on other words, everybody sees it there, and the history tells it once', async () => {
  const claim = await mark('At least 14 people drowned', 'casualty')
  await judge(claim)
  await lose(claim, 'Fourteen people or more drowned')
  const { lost, guess } = await karim.done<LostWordsView>('GET', `${at(claim.id)}/place`)
  expect(lost).toMatchObject({ words: claim.words, after: expect.stringMatching(/^, the county said/) })
  expect(guess?.words).toContain('drowned')
  const exact = 'Fourteen people or more drowned'
  await karim.done('POST', `${at('C1')}/place`, { exact })
  await until('it is there for both', () => [noors, karims].every((one) => one.claims.get(claim.id) === exact))
  // Other words than were judged: the verdict is kept and does not count.
  expect(await noor.claim(article, 'C1')).toMatchObject({ words: exact, place: 'reworded', standing: 'reworded' })
  await pause(2_500)
  expect(await told(claim.id)).toEqual(['claim-marked', 'verdict-given', 'claim-detached', 'claim-relinked'])
  const relinked = (await history(claim.id)).at(-1)
  expect(relinked).toMatchObject({
    words: exact,
    event: { words: exact, after: expect.stringMatching(/^, the county/) },
  })
})

test('RP1 CL2 put on exactly the words that were judged, the verdict counts again', async () => {
  const claim = await mark('the hospital counted 17')
  await judge(claim)
  await lose(claim, 'seventeen, the hospital said')
  const from = karims.text.indexOf('Officials deny it')
  karims.type(from, 'Elsewhere the hospital counted 17. ')
  await karims.whenSaved()
  await pause(300)
  await noor.done('POST', `${at(claim.id)}/place`, { exact: claim.words })
  expect(await noor.claim(article, 'C1')).toMatchObject({ place: 'placed', standing: 'judged' })
})

test('RP1 words that stand nowhere or twice, and claims that stand or are none, are refused', async () => {
  const claim = await mark('some say')
  const place = (quote: object, person = noor) => person.api('POST', `${at(claim.id)}/place`, quote)
  expect(await place({ exact: 'upper gate' })).toMatchObject({ status: 409, body: { refusal: 'still-stands' } })
  await lose(claim, 'it is said')
  expect(await place({ exact: 'nobody knows' })).toMatchObject({ status: 422, body: { refusal: 'words-not-found' } })
  expect(await place({ exact: ' ' })).toMatchObject({ status: 422, body: { refusal: 'words-not-found' } })
  expect(await place({ exact: 'the' })).toMatchObject({ status: 422, body: { refusal: 'words-found-twice' } })
  const rafi = await aPerson(server, 'rafi')
  expect(await place({ exact: 'it is said' }, rafi)).toMatchObject({ status: 403 })
  await noor.done('POST', `${at(claim.id)}/withdrawal`, { why: 'Not a claim.' })
  expect(await place({ exact: 'it is said' })).toMatchObject({ status: 409, body: { refusal: 'withdrawn' } })
  expect((await told(claim.id)).filter((type) => type === 'claim-relinked')).toEqual([])
})

test('RP1 two people put the same claim on different words at once: one of them does, the other is told', async () => {
  const claim = await mark('some say')
  await lose(claim, 'it is said')
  const replies = await Promise.all([
    noor.api('POST', `${at(claim.id)}/place`, { exact: 'it is said' }),
    karim.api('POST', `${at(claim.id)}/place`, { exact: 'upper gate' }),
  ])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect([...noors.claims.keys()]).toEqual([claim.id])
})

test('RP1 DL4 the same request sent twice with its key puts the claim there once', async () => {
  const claim = await mark('some say')
  await lose(claim, 'it is said')
  const headers = { 'idempotency-key': 'relink-1' }
  const ask = () => noor.api('POST', `${at(claim.id)}/place`, { exact: 'it is said' }, { headers })
  const [first, second] = [await ask(), await ask()]
  expect([first.status, second]).toEqual([201, first])
})

test('RP2 what was found and said of a claim goes on with the one it is merged into', async () => {
  const claim = await mark('At least 14 people drowned', 'casualty')
  const into = await mark('14 people', 'casualty')
  await judge(claim)
  const link = { source: { kind: 'press', title: 'County bulletin' }, stance: 'supports', locator: 'p. 1', excerpt: '' }
  await noor.done('POST', `${at(claim.id)}/evidence`, link)
  await noor.done('POST', `${at(claim.id)}/talk`, { text: 'Same as C2?', mentions: [] })
  const { me } = await karim.done<{ me: { id: string } }>('GET', '')
  const { id: query } = await noor.done<{ id: string }>('POST', `${at(claim.id)}/queries`, { to: me.id, text: 'Who?' })
  await karim.done('POST', `${at('C1')}/merge`, { into: 'C2' })
  const [one, two] = await noor.claims(article)
  expect(one).toMatchObject({ standing: 'withdrawn', mergedInto: into.id, evidence: [], queries: [] })
  expect(one?.verdict?.rating).toBe('confirmed')
  expect(two).toMatchObject({ standing: 'open', verdict: null, talk: { remarks: 1 }, queries: [{ id: query }] })
  expect(two?.evidence.map(({ source }) => source.title)).toEqual(['County bulletin'])
  // What was asked on the one is answered and decided on the other.
  await karim.done('POST', `${at('C2')}/queries/${query}/answer`, { text: 'The county.' })
  await noor.done('POST', `${at('C2')}/queries/${query}/decision`, { text: '' })
  expect((await history('C1')).at(-1)).toMatchObject({ type: 'claim-merged', other: { number: 2 } })
})

test('RP2 a claim is not merged into itself or one that is none, nor into words that are gone', async () => {
  const claim = await mark('At least 14 people drowned', 'casualty')
  const other = await mark('some say')
  const merge = (one: string, into: string) => noor.api('POST', `${at(one)}/merge`, { into })
  expect(await merge('C1', 'C1')).toMatchObject({ status: 409, body: { refusal: 'not-mergeable-claims' } })
  expect(await merge('C1', 'C9')).toMatchObject({ status: 404 })
  await lose(other, 'it is said')
  expect(await merge('C1', 'C2')).toMatchObject({ status: 409, body: { refusal: 'detached' } })
  await noor.done('POST', `${at(claim.id)}/withdrawal`, { why: 'Not a claim.' })
  expect(await merge('C2', 'C1')).toMatchObject({ status: 409, body: { refusal: 'not-mergeable-claims' } })
})

test('RP3 a claim that is two is split: both parts stand for everybody, evidence goes with both, the verdict does not count', async () => {
  const claim = await mark(`${inspectors} in the early 1990s`)
  await judge(claim)
  const link = { source: { kind: 'press', title: 'Court file' }, stance: 'supports', locator: 'p. 1', excerpt: '' }
  await noor.done('POST', `${at(claim.id)}/evidence`, link)
  await noor.done('PATCH', at(claim.id), { risk: 'high' })
  const split = await karim.done<{ claim: string }>('POST', `${at('C1')}/split`, { second: 'in the early 1990s' })
  await until('both stand for both', () =>
    [noors, karims].every(
      ({ claims }) => claims.get(claim.id) === inspectors && claims.get(split.claim) === 'in the early 1990s',
    ),
  )
  const [one, two] = await noor.claims(article)
  expect(one).toMatchObject({ words: inspectors, standing: 'reworded', place: 'reworded' })
  expect(two).toMatchObject({ id: split.claim, number: 2, kind: 'date', standing: 'open', risk: 'high' })
  expect([one, two].map((each) => each?.evidence.map(({ source }) => source.title))).toEqual([
    ['Court file'],
    ['Court file'],
  ])
  await pause(2_500)
  expect((await told('C1')).slice(-2)).toEqual(['claim-reworded', 'claim-split'])
  expect(await told('C2')).toEqual(['claim-marked'])
  expect((await history('C1')).at(-1)).toMatchObject({ other: { id: split.claim, number: 2 } })
})

test('RP3 a place that is none, or that is not on screen any more, splits nothing', async () => {
  await mark(inspectors, 'allegation')
  const split = (second: string) => noor.api('POST', `${at('C1')}/split`, { second })
  expect(await split('')).toMatchObject({ status: 422, body: { refusal: 'not-divisible' } })
  expect(await split(inspectors)).toMatchObject({ status: 422, body: { refusal: 'not-divisible' } })
  expect(await split('the locks of the gate')).toMatchObject({ status: 409, body: { refusal: 'words-changed' } })
  expect([...noors.claims.values()]).toEqual([inspectors])
  expect(await noor.claims(article)).toHaveLength(1)
})

test('RP3 two people split the same claim at once: the second is told that the words changed', async () => {
  await mark(inspectors, 'allegation')
  const split = (person: Person, second: string) => person.api('POST', `${at('C1')}/split`, { second })
  const replies = await Promise.all([split(noor, 'sold the keys of the gate'), split(karim, 'the keys of the gate')])
  const refused = replies.filter(({ status }) => status !== 201)
  expect(refused.map(({ body }) => (body as { refusal: string }).refusal)).toEqual(['words-changed'])
  expect(await noor.claims(article)).toHaveLength(2)
})

test('RD3 a new publication date opens date claims again whose words mean other days now, until somebody affirms them', async () => {
  const patch = (publicationDate: string | null) => noor.done('PATCH', `articles/${article}`, { publicationDate })
  const lastWeek = await mark('last week', 'date')
  const absolute = await mark('2004', 'date')
  await mark('on Friday', 'date')
  await patch(null)
  expect((await noor.claim(article, 'C1')).dates).toEqual([{ phrase: 'last week', from: null, to: null }])
  await patch('2016-03-13')
  const [one, two, three] = await noor.claims(article)
  expect(one?.dates).toEqual([{ phrase: 'last week', from: '2016-02-29', to: '2016-03-06' }])
  expect(two?.dates).toEqual([])
  expect(three?.dates).toEqual([{ phrase: 'on Friday', from: '2016-03-11', to: '2016-03-11' }])
  for (const claim of [lastWeek, absolute]) await judge(claim)
  await patch('2016-03-12')
  expect(await noor.claim(article, 'C1')).toMatchObject({ standing: 'judged', reopened: null })
  await patch('2016-03-14')
  const [again, still, unjudged] = await noor.claims(article)
  expect(again).toMatchObject({
    standing: 'open',
    reopened: { sourceId: null, because: 'publication-date-changed' },
    dates: [{ from: '2016-03-07', to: '2016-03-13' }],
  })
  expect([still?.standing, unjudged?.standing, unjudged?.reopened]).toEqual(['judged', 'open', null])
  const seen = { wordsSeen: 'last week', verdictSeen: again?.verdict?.seq }
  await karim.done('POST', `${at('C1')}/still-holds`, seen)
  expect(await noor.claim(article, 'C1')).toMatchObject({ standing: 'judged', reopened: null })
})

const restored = (claim: ClaimView) =>
  until('the claim is back', async () => (await told(claim.id)).includes('claim-restored'), 20_000)

/** Long enough for the server to have brought back what it would. */
const quiet = () => pause(5_000)

test('AN19 a sentence cut and pasted elsewhere as plain text gets its claim back, with its verdict', async () => {
  const claim = await mark(inspectors, 'allegation')
  await judge(claim)
  await until('the mark has arrived', () => karims.claims.has(claim.id))
  karims.erase(inspectors)
  karims.type({ before: 'A clerk who has seen' }, `${inspectors}. `)
  await restored(claim)
  expect([noors, karims].map(({ claims }) => claims.get(claim.id))).toEqual([inspectors, inspectors])
  expect(await told(claim.id)).toEqual(['claim-marked', 'verdict-given', 'claim-detached', 'claim-restored'])
  expect(await noor.claim(article, 'C1')).toMatchObject({ place: 'placed', standing: 'judged' })
})

test('AN19 a figure typed anew between the same words is the same figure, also when somebody else types it', async () => {
  const claim = await mark('14 people', 'casualty')
  await lose(claim, 'X')
  noors.replace('least X drowned', 'least 14 people drowned')
  await restored(claim)
  expect((await history(claim.id)).at(-1)).toMatchObject({ type: 'claim-restored', words: '14 people' })
})

test('AN19 a figure that stands elsewhere, words that stood twice, and words marked anew are left to people', async () => {
  const figure = await mark('At least 14', 'casualty')
  const twice = await noor.done<ClaimView>('POST', `articles/${article}/claims`, {
    exact: 'people',
    suffix: ' drowned',
    kind: 'other',
  })
  const again = await mark(inspectors, 'allegation')
  await until('the marks have arrived', () => karims.claims.size === 3)
  karims.erase('At least 14 people drowned, the county said')
  karims.type({ before: 'Officials deny it' }, 'At least 14 files are missing. ')
  karims.erase(inspectors)
  karims.type({ before: 'A clerk who has seen' }, `${inspectors}. `)
  karims.mark(inspectors)
  await quiet()
  for (const { id } of [figure, twice, again]) expect(await told(id)).not.toContain('claim-restored')
  expect(karims.claims.size).toBe(1)
})

test('AN19 undo brings a claim back by itself, and the server adds nothing to it', async () => {
  const claim = await mark(inspectors, 'allegation')
  await until('the mark has arrived', () => karims.claims.has(claim.id))
  karims.pause()
  karims.erase(inspectors)
  await detached(claim.id)
  karims.undo()
  await restored(claim)
  await quiet()
  expect((await told(claim.id)).filter((type) => type === 'claim-restored')).toHaveLength(1)
  expect(await noor.claim(article, 'C1')).toMatchObject({ place: 'placed', doubled: 0 })
})

test('AN5 AN19 undone after the server has brought it back, the claim stands once, where it stood before', async () => {
  const claim = await mark(inspectors, 'allegation')
  await until('the mark has arrived', () => karims.claims.has(claim.id))
  karims.pause()
  karims.erase(inspectors)
  await karims.whenSaved()
  await until('they are gone for both', () => !noors.claims.has(claim.id))
  noors.type({ before: 'A clerk who has seen' }, `${inspectors}. `)
  await restored(claim)
  karims.undo()
  await until('it stands twice', async () => (await noor.claim(article, 'C1')).doubled === 1, 20_000)
  await until('it stands once', async () => (await noor.claim(article, 'C1')).doubled === 0, 20_000)
  const { ranges } = await noor.claim(article, 'C1')
  expect(noors.text.slice(ranges[0]?.to).startsWith(' in the early 1990s')).toBe(true)
  await quiet()
  expect(await told(claim.id)).toEqual(['claim-marked', 'claim-detached', 'claim-restored'])
})
