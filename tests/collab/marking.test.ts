/** Marks against time: by quotation while others write, taken back at once, on half a character, twice over the same words. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { anArticle } from '../builders/article.ts'
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
  for (const person of [noor, karim]) person.leave()
  article = (await anArticle(noor)).id
  noors = await noor.open(article)
  karims = await karim.open(article)
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

const quote = (exact: string, more: object = {}) =>
  noor.api('POST', `articles/${article}/claims`, { exact, kind: 'other', ...more })

test('AN7 quotations stand on the words quoted, however fast others write before them', async () => {
  const words = [
    'upper gate',
    'some say',
    'the county said',
    'night watchman',
    'two inspectors',
    'the oldest',
    'second page',
  ]
  const quoted = words.map((exact) => (exact === 'two inspectors' ? 'Two inspectors' : exact))
  let writing = true
  const typing = (async () => {
    while (writing) {
      karims.type(0, 'x')
      await pause(20)
    }
  })()
  const replies = await Promise.all(quoted.map((exact) => quote(exact)))
  writing = false
  await typing
  await karims.whenSaved()
  expect(replies.map(({ status }) => status)).toEqual(quoted.map(() => 201))
  const claims = await noor.claims(article)
  expect(claims.map((claim) => claim.words).toSorted()).toEqual(quoted.toSorted())
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)
  const marked = entries.filter(({ type }) => type === 'claim-marked').map(({ event }) => event['words'])
  expect(marked.toSorted()).toEqual(quoted.toSorted())
  expect([...karims.claims.values()].toSorted()).toEqual(quoted.toSorted())
})

test('AN7 words that stand in several places, nowhere, or only nearly, are not guessed', async () => {
  expect(await quote('the hospital counted 18')).toMatchObject({ status: 422, body: { refusal: 'words-not-found' } })
  expect(await quote("The mill's weir")).toMatchObject({ status: 422, body: { refusal: 'words-not-found' } })
  expect(await quote('the')).toMatchObject({ status: 422, body: { refusal: 'words-found-twice' } })
  expect(await quote(' ')).toMatchObject({ status: 422, body: { refusal: 'words-not-found' } })
  const placed = await quote('the', { prefix: 'says that ' })
  expect(placed).toMatchObject({ status: 201, body: { words: 'the' } })
  expect(noors.text.slice(0, (placed.body as ClaimView).ranges[0]?.from)).toMatch(/says that $/)
  expect(await noor.claims(article)).toHaveLength(1)
})

test('AN11 a quotation never begins or ends inside a character, which would break it in two for everyone', async () => {
  const { text } = noors
  for (const exact of ['\udcc1 says', 'file \ud83d', '\ud83d', '\udcc1']) {
    expect([exact, await quote(exact)]).toMatchObject([exact, { status: 422, body: { refusal: 'words-not-found' } }])
  }
  expect(await quote('the file 📁')).toMatchObject({ status: 201, body: { words: 'the file 📁' } })
  await until('the mark has arrived', () => karims.claims.size === 1)
  expect([noors.text, karims.text]).toEqual([text, text])
})

test('AN10 a claim whose words are erased at once and brought back by undo is a claim all the same', async () => {
  const id = noors.mark('the second page is missing')
  noors.pause()
  noors.erase('the second page is missing')
  await noors.whenSaved()
  noors.undo()
  await noors.whenSaved()
  await until('the text has its mark back', () => karims.claims.get(id) === 'the second page is missing')
  // Logged before its words were erased, its row may say for a moment longer that they are gone.
  const claim = await until('it is a claim that stands', async () => {
    const logged = await noor.claim(article, id).catch(() => null)
    return logged?.place === 'placed' ? logged : null
  })
  expect(claim).toMatchObject({ words: 'the second page is missing' })
})

test('AN16 two people who mark the same words at once have two claims, both whole', async () => {
  const words = 'At least 14 people drowned'
  const ids = [noors.mark(words, 'casualty'), karims.mark(words, 'statistic')]
  const claims = await until('both are claims', async () => {
    const all = await noor.claims(article)
    return all.length === 2 ? all : null
  })
  expect(claims.map((claim) => claim.words)).toEqual([words, words])
  expect(claims.map(({ number }) => number)).toEqual([1, 2])
  expect(new Set(claims.map(({ id }) => id))).toEqual(new Set(ids))
  expect(claims.map(({ kind }) => kind).toSorted()).toEqual(['casualty', 'statistic'])
})

test('AN17 a claim that a paragraph break runs through is one claim in two pieces, and whole again when it goes', async () => {
  const words = 'At least 14 people drowned'
  const id = noors.mark(words, 'casualty')
  await until('it is a claim', () => noor.claim(article, id).catch(() => null))
  karims.pause()
  await until('karim has it', () => karims.claims.has(id))
  karims.split({ after: 'At least 14' })
  const split = await until('it stands in two pieces', async () => {
    const claim = await noor.claim(article, id)
    return claim.ranges.length === 2 ? claim : null
  })
  expect(split).toMatchObject({ place: 'reworded', words: 'At least 14\n people drowned', doubled: 0 })
  karims.undo()
  await until('it is whole', async () => (await noor.claim(article, id)).words === words)
  expect(await noor.claim(article, id)).toMatchObject({ place: 'placed' })
})

test('AN18 a mark that is none of ours is no claim, and stands in nobody’s way', async () => {
  noors.mark('upper gate', 'other', 'not-an-id')
  noors.mark('night watchman', 'other', '00000000-0000-4000-8000-000000000000')
  const good = noors.mark('second page', 'quote')
  await until('the good one is logged', () => noor.claim(article, good).catch(() => null))
  expect((await noor.claims(article)).map(({ id, number }) => [id, number])).toEqual([[good, 1]])
})

test('AC8 a mark by a reporter is text like any other and no claim; nobody’s claim is the worse for it', async () => {
  const rafi = await aPerson(server, 'rafi')
  const rafis = await rafi.open(article)
  const mark = rafis.mark('At least 14 people drowned', 'casualty')
  await rafis.whenSaved()
  await until('noor sees the mark in the text', () => noors.claims.has(mark))
  const claim = noors.mark('people drowned', 'casualty')
  await until('noor’s is a claim', () => noor.claim(article, claim).catch(() => null))
  expect((await noor.claims(article)).map(({ id, number }) => [id, number])).toEqual([[claim, 1]])
  rafi.leave()
})

test('CL8 a withdrawn claim keeps its number, and the next one gets a new one', async () => {
  const first = await noor.done<ClaimView>('POST', `articles/${article}/claims`, { exact: 'upper gate', kind: 'other' })
  await noor.done('POST', `articles/${article}/claims/C1/withdrawal`, {})
  const second = await noor.done<ClaimView>('POST', `articles/${article}/claims`, {
    exact: 'upper gate',
    kind: 'other',
  })
  expect([first.number, second.number]).toEqual([1, 2])
  expect(await noor.claims(article, 'all')).toMatchObject([{ number: 2 }])
  expect((await noor.claims(article)).map(({ standing }) => standing)).toEqual(['withdrawn', 'open'])
})

test('LV7 who was away hears the events they missed, in order, and nothing twice', async () => {
  const { seq } = await noor.article(article)
  await quote('upper gate')
  await quote('second page')
  const live = await karim.live()
  live.send({ since: { [article]: seq } })
  await until('both marks are told', () => live.events('claim-marked').length === 2)
  const seqs = live.events('claim-marked').map((event) => event.seq)
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  expect(await noor.claims(article)).toHaveLength(2)
  live.send({ since: { [article]: seqs.at(-1) ?? 0 } })
  await noor.done('PATCH', `articles/${article}/claims/C1`, { kind: 'name' })
  await live.hears('event', ({ event }) => event.type === 'claim-kind-changed')
  expect(live.events('claim-marked')).toHaveLength(2)
})
