/** Words that verdicts propose are put in the text: by whoever may change it, while others type, and by two people at once. */
import assert from 'node:assert/strict'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { untilTold } from '../builders/at-rest.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let rafi: Person
let idris: Person
let vera: Person
let omar: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  const people = ['noor', 'rafi', 'idris', 'vera', 'omar'].map((who) => aPerson(server, who))
  ;[noor, rafi, idris, vera, omar] = (await Promise.all(people)) as [Person, Person, Person, Person, Person]
})

beforeEach(async () => {
  article = (await anArticle(noor)).id
})

/** PJ1 after each: the rows come out of the log as they were kept. */
afterEach(async () => {
  for (const person of [noor, rafi, idris, vera, omar]) person.leave()
  await untilTold(server, article)
  const before = await rows()
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  assert.deepEqual(await rows(), before)
})

afterAll(async () => {
  await server?.stop()
})

const rows = async () => ({
  claims: await server.database.sql('select * from claims where article_id = $1 order by number', [article]),
  verdicts: await server.database.sql('select * from verdicts where article_id = $1 order by given_seq', [article]),
})

const toll = 'At least 14 people drowned'
const oldest = 'the oldest in the country'

/** Marked by noor and judged “confirmed with change”. */
async function aFix(exact: string, proposed: string, why = ''): Promise<string> {
  const { id } = await noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact, kind: 'statistic' })
  const given = { wordsSeen: exact, verdictSeen: null, rating: 'confirmed-with-change', why, proposed }
  await noor.done('POST', `articles/${article}/claims/${id}/verdicts`, given)
  return id
}

/** What stands on a screen just now. */
async function onScreen(claim: string) {
  const { words, verdict } = await noor.claim(article, claim)
  return { claim, wordsSeen: words, verdictSeen: verdict?.seq ?? null }
}

const apply = async (person: Person, ...claims: string[]) =>
  person.api('POST', `articles/${article}/wording-fixes`, { fixes: await Promise.all(claims.map(onScreen)) })
const textNow = async () => (await noor.done<{ text: string }>('GET', `articles/${article}/text`)).text
const told = async (claim: string) =>
  (await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/claims/${claim}/history`)).entries
    .map(({ type }) => type)
    .toReversed()

test('WF3 WF4 a reporter puts the proposed words in; the verdict counts for them and the sign-off has to be given again', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  const { claim: _, ...seen } = await onScreen(claim)
  await idris.done('POST', `articles/${article}/claims/${claim}/sign-offs`, seen)
  expect(await noor.claim(article, claim)).toMatchObject({ standing: 'signed' })
  expect(await apply(rafi, claim)).toMatchObject({ status: 201, body: { applied: [claim], left: [] } })
  const now = await noor.claim(article, claim)
  expect(now).toMatchObject({
    words: 'At least 17 people drowned',
    place: 'placed',
    standing: 'judged',
    verdict: { rating: 'confirmed-with-change', words: 'At least 17 people drowned', heldBy: null },
    signOff: { counts: false },
  })
  expect(await textNow()).toContain('At least 17 people drowned, the county said')
  expect(await told(claim)).toEqual([
    'claim-marked',
    'verdict-given',
    'claim-signed-off',
    'claim-reworded',
    'wording-applied',
  ])
  const { claim: _again, ...seenNow } = await onScreen(claim)
  await idris.done('POST', `articles/${article}/claims/${claim}/sign-offs`, seenNow)
  expect(await noor.claim(article, claim)).toMatchObject({ standing: 'signed' })
})

test('WF3 what people type meanwhile, inside the same words too, stays', async () => {
  const claim = await aFix(toll, 'Some 17 people drowned')
  const [rafis, idriss] = [await rafi.open(article), await idris.open(article)]
  // Rafi's words are on their way while the fix is put in.
  await rafis.offline()
  rafis.type({ before: ' drowned' }, ' young and old')
  rafis.type({ after: 'At least' }, ' roughly')
  idriss.type({ before: 'A clerk' }, 'Later: ')
  await idriss.whenSaved()
  expect(await apply(idris, claim)).toMatchObject({ status: 201 })
  await rafis.online()
  await rafis.whenSaved()
  await until('all have one text', async () => idriss.text === rafis.text && (await textNow()) === rafis.text)
  expect(rafis.text).toContain('Later: A clerk')
  expect(rafis.text).toMatch(
    /Some( roughly)? 17( roughly)? people young and old drowned|roughly Some 17 people young and old drowned/,
  )
  await until('its words are known', async () => (await noor.claim(article, claim)).standing === 'reworded')
})

test('WF3 two people apply at once: one does, the other is told, and the words come in once', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  const fixes = [await onScreen(claim)]
  const both = await Promise.all(
    [rafi, idris].map((person) => person.api('POST', `articles/${article}/wording-fixes`, { fixes })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect((await textNow()).match(/At least 17 people drowned/g)).toHaveLength(1)
  expect((await told(claim)).filter((type) => type === 'wording-applied')).toHaveLength(1)
})

test('WF5 all fixes come in as one edit; of two over the same words the second is left with its reason', async () => {
  const whole = await aFix(toll, 'At least 17 people drowned')
  const nested = await aFix('14 people', '17 men')
  const other = await aFix(oldest, 'one of the oldest in the country')
  const seqs = async () =>
    (
      await server.database.sql<{ n: number }>('select count(*)::int as n from updates where stream_id = $1', [article])
    )[0]?.n
  const before = (await seqs()) ?? 0
  const { status, body } = await apply(rafi, whole, nested, other)
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { applied: [whole, other], left: [{ claim: nested, refusal: 'words-changed' }] },
  })
  expect(await seqs()).toBe(before + 1)
  expect(await textNow()).toContain('one of the oldest in the country')
  expect(await noor.claim(article, nested)).toMatchObject({ words: '17 people', standing: 'reworded' })
})

test('WF5 what cannot come in is left with its reason, and everything else comes in', async () => {
  const doubled = await aFix('14 people', '17 people')
  const lost = await aFix(oldest, 'one of the oldest in the country')
  const [first, second] = [await aFix('At least ', 'Some '), await aFix('drowned, the', 'drowned or are missing, the')]
  const editor = await rafi.open(article)
  // The same mark over other words: what a copy can leave behind.
  const from = editor.text.indexOf('A clerk')
  editor.markRange(from, from + 'A clerk'.length, 'statistic', doubled)
  await until('it stands twice', async () => (await noor.claim(article, doubled)).doubled === 1)
  const refs = [doubled, 'C99', lost, first, second]
  const fixes = await Promise.all(
    refs.map(async (claim) => (claim === 'C99' ? { claim, wordsSeen: 'x', verdictSeen: 1 } : onScreen(claim))),
  )
  const reply = await idris.api('POST', `articles/${article}/wording-fixes`, { fixes })
  expect(reply).toMatchObject({
    status: 201,
    body: {
      applied: [lost, first, second],
      left: [
        { claim: doubled, refusal: 'not-fitting' },
        { claim: 'C99', refusal: 'not-found' },
      ],
    },
  })
  const text = await textNow()
  expect(text).toContain('Some 14 people drowned or are missing, the county said')
  expect(text).toContain('one of the oldest in the country')
  expect(await noor.claim(article, doubled)).toMatchObject({ words: '14 people', standing: 'judged' })
})

test('WF5 claims that touch come in together, each with its own words', async () => {
  const first = await aFix('At least ', 'At least, they say, ')
  const second = await aFix('14 people', 'some 14 people')
  expect(await apply(idris, second, first)).toMatchObject({ status: 201, body: { left: [] } })
  expect(await textNow()).toContain('At least, they say, some 14 people drowned')
  expect(await noor.claim(article, first)).toMatchObject({ words: 'At least, they say, ', standing: 'judged' })
  expect(await noor.claim(article, second)).toMatchObject({ words: 'some 14 people', standing: 'judged' })
})

test('WF3 a fix whose words were changed meanwhile is refused and changes nothing', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  const fixes = [await onScreen(claim)]
  const editor = await rafi.open(article)
  editor.replace('14 people', '15 people')
  await editor.whenSaved()
  const reply = await idris.api('POST', `articles/${article}/wording-fixes`, { fixes })
  expect(reply).toMatchObject({ status: 409, body: { refusal: 'words-changed' } })
  expect(await apply(idris, claim)).toMatchObject({ status: 409, body: { refusal: 'words-changed' } })
  expect(await textNow()).toContain('At least 15 people drowned')
  await until('the row has followed', async () => (await noor.claim(article, claim)).words.includes('15'))
})

test('WF3 words typed by hand as proposed are acknowledged without another edit', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  const editor = await rafi.open(article)
  editor.replace('14', '17')
  await editor.whenSaved()
  await until('the words are known', async () => (await noor.claim(article, claim)).place === 'reworded')
  expect(await apply(rafi, claim)).toMatchObject({ status: 201 })
  expect(await noor.claim(article, claim)).toMatchObject({ place: 'placed', standing: 'judged' })
})

test('WF3 a viewer and another newsroom are refused, and words nobody proposed are put in by nobody', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  expect(await apply(vera, claim)).toMatchObject({ status: 403, body: { refusal: 'may-not-edit' } })
  expect(await apply(omar, claim)).toMatchObject({ status: 404 })
  const { id } = await noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact: oldest, kind: 'other' })
  expect(await apply(noor, id)).toMatchObject({ status: 409, body: { refusal: 'no-verdict-yet' } })
  expect(await apply(noor, 'C99').catch(() => null)).toBeNull()
  expect(await textNow()).toContain(toll)
})

test('WF1 WF2 proposed words belong to “confirmed with change”, keep the paragraphs, and are reason enough', async () => {
  const { id } = await noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact: toll, kind: 'other' })
  const give = (finding: object) =>
    noor.api('POST', `articles/${article}/claims/${id}/verdicts`, { wordsSeen: toll, verdictSeen: null, ...finding })
  expect(await give({ rating: 'wrong', why: 'No.', proposed: 'Nobody' })).toMatchObject({ status: 400 })
  expect(await give({ rating: 'confirmed-with-change' })).toMatchObject({ body: { refusal: 'why-needed' } })
  expect(await give({ rating: 'confirmed-with-change', proposed: 'One\nTwo' })).toMatchObject({
    body: { refusal: 'paragraphs-differ' },
  })
  expect(await give({ rating: 'confirmed-with-change', proposed: 'Some 17 people drowned' })).toMatchObject({
    status: 201,
  })
})

test('GT3 a fix that is not in the text yet stands in the way of approval, and no longer once it is', async () => {
  const claim = await aFix(toll, 'At least 17 people drowned')
  const outcome = async () => {
    const { gate } = await noor.done<{ gate: { rule: string; outcome: string }[] }>('GET', `articles/${article}/review`)
    return gate.find(({ rule }) => rule === 'nothing-wrong-in-text')?.outcome
  }
  expect(await outcome()).toBe('fails')
  await apply(rafi, claim)
  expect(await outcome()).toBe('passes')
})
