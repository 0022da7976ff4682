/** What the log tells of somebody's first night: their own acts, in their own newsroom, and nothing of anybody else's. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FirstNightStep } from '#domain/first-night.ts'
import type { FirstNightView } from '#protocol/first-night-view.ts'
import { firstNightQuery } from '#server/projection/first-night-reader.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const deny = 'Officials deny it.'
const text = `Ferry toll climbs past 40\n\nAt least 41 people died. ${deny}\n`

let server: TestServer
let noor: Person
let idris: Person
let vera: Person
let omar: Person

beforeAll(async () => {
  server = await aServer()
  ;[noor, idris, vera, omar] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'idris'),
    aPerson(server, 'vera'),
    aPerson(server, 'omar'),
  ])
})

afterAll(async () => {
  for (const person of [noor, idris, vera, omar]) person?.leave()
  await server?.stop()
})

const doneBy = async (person: Person): Promise<FirstNightStep[]> =>
  (await person.done<FirstNightView>('GET', 'first-night')).done

test('FN1 each act ticks its own step, for whoever did it and for nobody else', async () => {
  expect(await doneBy(noor)).toEqual([])
  const { id: article } = await anArticle(noor, { text })
  expect(await doneBy(noor)).toEqual([])
  const editor = await noor.open(article)
  const claim = editor.mark('At least 41 people died.', 'casualty')
  await until('the marking has reached the log', async () => (await doneBy(noor)).length > 0)
  expect(await doneBy(noor)).toEqual(['marked'])

  const at = `articles/${article}/claims/${claim}`
  const seen = async () => {
    const { words, verdict } = await noor.claim(article, claim)
    return { wordsSeen: words, verdictSeen: verdict?.seq ?? null }
  }
  await noor.done('POST', `${at}/evidence`, {
    source: { kind: 'other', title: 'The list' },
    stance: 'supports',
    locator: 'p. 1',
    excerpt: '',
  })
  expect(await doneBy(noor)).toEqual(['marked', 'sourced'])
  await noor.done('POST', `${at}/verdicts`, { ...(await seen()), rating: 'confirmed', why: 'Both lists agree.' })
  expect(await doneBy(noor)).toEqual(['marked', 'sourced', 'judged'])

  editor.replace('41 people', '42 people')
  await until('the claim is reworded', async () => (await noor.claim(article, claim)).place === 'reworded')
  await noor.done('POST', `${at}/still-holds`, await seen())
  expect(await doneBy(noor)).toEqual(['marked', 'sourced', 'judged', 'reworded'])

  await idris.done('POST', `${at}/sign-offs`, await seen())
  expect(await doneBy(idris)).toEqual(['signed'])
  await noor.done('POST', `articles/${article}/review-requests`, { note: 'Done.' })
  const review = await idris.done<{ seen: string }>('GET', `articles/${article}/review`)
  await idris.done('POST', `articles/${article}/approvals`, { seen: review.seen })
  await idris.done('POST', `articles/${article}/publication`, {})
  expect(await doneBy(idris)).toEqual(['signed', 'published'])

  expect(await doneBy(noor)).toEqual(['marked', 'sourced', 'judged', 'reworded'])
  expect(await doneBy(vera)).toEqual([])
  expect(await doneBy(omar)).toEqual([])
})

test('FN1 what is done in another newsroom is its own, and nobody from outside is told anything', async () => {
  const { id: article } = await anArticle(omar, { text })
  await omar.done('POST', `articles/${article}/claims`, { exact: deny, kind: 'other' })
  expect(await doneBy(omar)).toEqual(['marked'])
  expect(await doneBy(vera)).toEqual([])
  const { status } = await omar.fetch('GET', '/api/newsrooms/harbour/first-night')
  expect(status).toBe(404)
})

test('FN1 the question is answered from an index of what each person did, however long the log', async () => {
  const newsroomId = await server.newsroomId('harbour')
  const plan = await server.services.db.inNewsroom(newsroomId, async (tx) => {
    // A table of a few rows would be read whole.
    await tx.execute(sql`set local enable_seqscan = off`)
    const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(
      sql`explain (costs off) ${firstNightQuery({ id: 'somebody', newsroomId }, new Date(0))}`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Index (Only )?Scan using events_of_person/)
  expect(plan).toMatch(/Index Cond: .*newsroom_id = .*by = 'somebody'.*type = .*at > /)
})
