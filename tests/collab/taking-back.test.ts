/** Verdicts taken back: cleared by anybody who may judge, undone by their giver, and out of a conflict; a rebuild makes the same rows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviewView } from '#protocol/review-view.ts'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

const names = ['noor', 'karim', 'idris', 'rafi'] as const
type Name = (typeof names)[number]

let server: TestServer
let people: Record<Name, Person>
let at: string

beforeAll(async () => {
  server = await aServer()
  const them = await Promise.all(names.map(async (name) => [name, await aPerson(server, name)] as const))
  people = Object.fromEntries(them) as Record<Name, Person>
  const { id } = await anArticle(people.noor)
  at = `articles/${id}/claims/C1`
  await people.noor.done('POST', `articles/${id}/claims`, { exact: 'At least 14 people drowned', kind: 'casualty' })
})

afterAll(async () => {
  for (const person of Object.values(people ?? {})) person.leave()
  await server?.stop()
})

const claim = () => people.noor.done<ClaimView>('GET', at)

async function judge(who: Name, rating: string, why = '', verdictSeen?: number | null): Promise<number> {
  const { words, verdict } = await claim()
  const seen = { wordsSeen: words, verdictSeen: verdictSeen === undefined ? (verdict?.seq ?? null) : verdictSeen }
  return (await people[who].done<{ seq: number }>('POST', `${at}/verdicts`, { rating, why, ...seen })).seq
}

const takeBack = (who: Name, verdictSeen: number | null, undo = false) =>
  people[who].api('POST', `${at}/verdict-withdrawal`, { verdictSeen, undo })

test('VD8 a verdict is undone to the one before, sign-off included, and cleared to none; history keeps it all', async () => {
  const first = await judge('karim', 'confirmed')
  const { words } = await claim()
  await people.idris.done('POST', `${at}/sign-offs`, { wordsSeen: words, verdictSeen: first })
  const second = await judge('noor', 'wrong', 'The list says 13.')
  expect(await takeBack('rafi', second)).toMatchObject({ status: 403, body: { refusal: 'may-not-decide' } })
  expect(await takeBack('noor', first, true)).toMatchObject({ status: 409, body: { refusal: 'verdict-changed' } })
  expect(await takeBack('noor', second, true)).toMatchObject({ status: 201, body: { verdict: first } })
  expect(await claim()).toMatchObject({ standing: 'signed', verdict: { seq: first, rating: 'confirmed' } })

  // Somebody else's verdict is cleared, never turned back.
  expect(await takeBack('idris', first, true)).toMatchObject({ status: 201, body: { verdict: null } })
  expect(await claim()).toMatchObject({ standing: 'open', verdict: null, rivals: [], place: 'placed' })
  expect(await takeBack('noor', null)).toMatchObject({ status: 409, body: { refusal: 'no-verdict-yet' } })
  const { entries } = await people.noor.done<{ entries: HistoryEntry[] }>('GET', `${at}/history`)
  expect(entries.map(({ type }) => type)).toEqual([
    'verdict-taken-back',
    'verdict-taken-back',
    'verdict-given',
    'claim-signed-off',
    'verdict-given',
    'claim-marked',
  ])
})

test('VD8 of two verdicts that differ the other one stands, and PJ1 a rebuild makes the same rows', async () => {
  const first = await judge('karim', 'confirmed', '', null)
  const second = await judge('noor', 'wrong', 'The list says 13.', null)
  expect(await claim()).toMatchObject({ standing: 'conflict' })
  expect(await takeBack('noor', second)).toMatchObject({ status: 201, body: { verdict: first } })
  const settled = await claim()
  expect(settled).toMatchObject({ standing: 'judged', verdict: { seq: first }, rivals: [] })
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect(await claim()).toEqual(settled)
})

test('VD8 an undo brings back neither what somebody has cleared meanwhile nor one side of a conflict', async () => {
  const first = await judge('karim', 'confirmed')
  await takeBack('idris', first)
  const unseen = await judge('noor', 'wrong', 'The list says 13.', first)
  expect(await takeBack('noor', unseen, true)).toMatchObject({ status: 201 })
  expect(await claim()).toMatchObject({ standing: 'open', verdict: null })

  await judge('karim', 'confirmed', '', null)
  const rival = await judge('noor', 'wrong', 'The list says 13.', null)
  const settled = await judge('idris', 'confirmed', 'Both lists, read again.', rival)
  expect(await claim()).toMatchObject({ standing: 'judged', verdict: { seq: settled } })
  expect(await takeBack('idris', settled, true)).toMatchObject({ status: 201 })
  expect(await claim()).toMatchObject({ standing: 'open', verdict: null, rivals: [] })
})

/** A claim of its own, judged by karim on a source. */
async function aClaimOnSource(): Promise<{ verdict: number; source: string }> {
  const { id } = await anArticle(people.noor)
  at = `articles/${id}/claims/C1`
  await people.noor.done('POST', `articles/${id}/claims`, { exact: 'At least 14 people drowned', kind: 'casualty' })
  const rests = {
    source: { kind: 'document', title: 'The county’s list' },
    stance: 'supports',
    locator: 'p. 1',
    excerpt: '',
  }
  const { evidence } = await people.karim
    .done('POST', `${at}/evidence`, rests)
    .then(() => people.karim.done<ClaimView>('GET', at))
  return { verdict: await judge('karim', 'confirmed', '', null), source: evidence[0]?.source.id ?? '' }
}

const takeSourceBack = (id: string) =>
  people.idris.done('POST', `sources/${id}/withdrawal`, { as: 'withdrawn', why: 'A forgery.' })

test('CL11 a verdict that stands again has still lost its ground, when that was taken away before the other was given', async () => {
  const { verdict, source } = await aClaimOnSource()
  await takeSourceBack(source)
  expect(await claim()).toMatchObject({ standing: 'open', reopened: { sourceId: source } })
  // Noor had neither on screen.
  const second = await judge('noor', 'wrong', 'The list says 13.', null)
  expect(await claim()).toMatchObject({ standing: 'conflict', reopened: null })
  expect(await takeBack('noor', second)).toMatchObject({ status: 201 })
  const back = await claim()
  expect(back).toMatchObject({ standing: 'open', verdict: { seq: verdict }, reopened: { sourceId: source } })
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect(await claim()).toEqual(back)
})

test('GT5 an exception that had lapsed does not count again when the verdict is cleared', async () => {
  const { verdict, source } = await aClaimOnSource()
  await takeBack('karim', verdict)
  const { words } = await claim()
  const asSeen = { rule: 'nothing-left', wordsSeen: words, verdictSeen: null, why: 'The county answers at nine.' }
  await people.idris.done('POST', `${at}/exceptions`, asSeen)
  const counts = async () => {
    const { exceptions } = await people.noor.done<ReviewView>('GET', `${at.replace(/\/claims.*/, '')}/review`)
    return exceptions.map((one) => one.counts)
  }
  expect(await counts()).toEqual([true])
  const again = await judge('karim', 'confirmed', '', null)
  expect(await counts()).toEqual([false])
  await takeSourceBack(source)
  await takeBack('idris', again)
  expect(await claim()).toMatchObject({ standing: 'open', verdict: null })
  expect(await counts()).toEqual([false])
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  expect(await counts()).toEqual([false])
  // What an editor says now counts.
  await people.idris.done('POST', `${at}/exceptions`, asSeen)
  expect(await counts()).toEqual([true, false])
})
