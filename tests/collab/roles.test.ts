/** Who may change what: every route that changes something, asked by everyone there is. What is refused leaves nothing behind. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEditor } from '../builders/editor.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, aStranger, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'
import { addressOf, routes, type Scene } from './routes.ts'

const names = ['noor', 'idris', 'rafi', 'vera', 'sana', 'omar', 'nobody'] as const
type Name = (typeof names)[number]

const claim = '/articles/{article}/claims/{claim}'

/** Status for a checker, an editor, a reporter, a viewer, an admin without a desk role, another newsroom's editor, a stranger. */
const expected: Readonly<Record<string, readonly number[]>> = {
  //                                     noor idris rafi vera sana omar nobody
  'POST /sources': /*                 */ [201, 201, 201, 403, 404, 404, 401],
  'POST /articles/import': /*         */ [200, 200, 200, 403, 404, 404, 401],
  'POST /articles': /*                */ [201, 201, 201, 403, 404, 404, 401],
  'POST /articles/{article}/claims': [201, 201, 403, 403, 404, 404, 401],
  [`PATCH ${claim}`]: /*              */ [200, 200, 403, 403, 404, 404, 401],
  [`POST ${claim}/verdicts`]: /*      */ [201, 201, 403, 403, 404, 404, 401],
  [`POST ${claim}/still-holds`]: /*   */ [201, 201, 403, 403, 404, 404, 401],
  [`POST ${claim}/sign-offs`]: /*     */ [403, 201, 403, 403, 404, 404, 401],
  [`POST ${claim}/withdrawal`]: /*    */ [201, 201, 403, 403, 404, 404, 401],
  [`POST ${claim}/evidence`]: /*      */ [201, 201, 403, 403, 404, 404, 401],
  [`DELETE ${claim}/evidence/{evidence}`]: [200, 200, 403, 403, 404, 404, 401],
}

let server: TestServer
let people: Record<Name, Person>
let karim: Person
let editor: TestEditor
let article: string
let draft: object
let used = 0

/** Enough sentences, each different, for every case to have words of its own. */
const text = `A title\n\n${Array.from({ length: 120 }, (_, n) => `Sentence number ${n} stands here alone.`).join('\n\n')}\n`

beforeAll(async () => {
  server = await aServer()
  await server.database.sql(
    `update memberships set roles = '{admin}' where person = (select id from auth."user" where email = 'sana@demo.test')`,
  )
  const signedIn = names.filter((name) => name !== 'nobody')
  const them = await Promise.all(signedIn.map(async (name) => [name, await aPerson(server, name)] as const))
  people = { ...(Object.fromEntries(them) as Record<(typeof signedIn)[number], Person>), nobody: aStranger(server) }
  karim = await aPerson(server, 'karim')
  const brought = await anArticle(karim, { text })
  article = brought.id
  draft = brought.draft
  editor = await karim.open(article)
})

afterAll(async () => {
  for (const person of [...Object.values(people ?? {}), karim]) person?.leave()
  await server?.stop()
})

const noClaim = { article: '', claim: '', evidence: '', wordsSeen: '', verdictSeen: null }

/** A claim on which the route would succeed for whoever may use it: with evidence, and where it matters a verdict by karim. */
async function sceneFor(route: string): Promise<Scene> {
  const number = (used += 1)
  const unmarked = `Sentence number ${number} `
  if (!route.includes('{claim}')) return { ...noClaim, article, unmarked, draft }
  const exact = `number ${number} stands`
  const { id } = await karim.done<{ id: string }>('POST', `articles/${article}/claims`, { exact, kind: 'other' })
  const at = `articles/${article}/claims/${id}`
  const link = { source: { kind: 'other', title: 'A note' }, stance: 'context', locator: 'p. 1' }
  const { id: evidence } = await karim.done<{ id: string }>('POST', `${at}/evidence`, link)
  if (/still-holds|sign-offs/.test(route)) {
    await karim.done('POST', `${at}/verdicts`, { wordsSeen: exact, verdictSeen: null, rating: 'confirmed' })
  }
  if (route.includes('still-holds')) {
    await until('the mark has arrived', () => editor.claims.has(id))
    editor.type({ after: `number ${number}` }, 'th')
    await until('the new words are known', async () => (await karim.claim(article, id)).place === 'reworded')
  }
  const { words: wordsSeen, verdict } = await karim.claim(article, id)
  return { article, claim: id, evidence, wordsSeen, verdictSeen: verdict?.seq ?? null, unmarked, draft }
}

/** Without what follows from karim's own typing, which comes when it likes. */
const happened = async () => {
  const [count] = await server.database.sql<{ n: number }>(
    `select (select count(*) from events where type <> 'claim-reworded')::int + (select count(*) from updates)::int as n`,
  )
  return count?.n ?? 0
}

test('AC10 every route that changes something is in the table of who may', () => {
  expect(Object.keys(expected).toSorted()).toEqual(
    Object.keys(routes)
      .filter((route) => !route.startsWith('GET '))
      .toSorted(),
  )
})

test.each(Object.entries(expected))(
  'AC10 %s is for those who may, and leaves nothing for those who may not',
  async (route, statuses) => {
    for (const [index, name] of names.entries()) {
      const scene = await sceneFor(route)
      const [method, path] = addressOf(route, scene)
      const before = await happened()
      const reply = await people[name].fetch(method, `/api/newsrooms/harbour${path}`, routes[route]?.(scene))
      expect([name, reply.status], JSON.stringify(reply.body)).toEqual([name, statuses[index]])
      if (reply.status >= 400) expect(await happened(), `${name} changed something`).toBe(before)
    }
  },
)

test('AC1 a viewer reads everything a checker reads; an admin without a desk role reads the newsroom only', async () => {
  const scene = await sceneFor(claim)
  for (const route of Object.keys(routes).filter((one) => one.startsWith('GET '))) {
    const [method, path] = addressOf(route, scene)
    const ask = (name: Name) => people[name].fetch(method, `/api/newsrooms/harbour${path}`)
    expect([route, (await ask('vera')).status]).toEqual([route, 200])
    expect([route, (await ask('sana')).status]).toEqual([route, route === 'GET ' ? 200 : 404])
    expect([route, (await ask('nobody')).status]).toEqual([route, 401])
  }
})
