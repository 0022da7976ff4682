/** The first visit to an empty Tickmark: open until somebody has an account, and only to whoever runs it. */
import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { startServer, type RunningServer } from '#server/server.ts'
import { aFolder, createDatabase, type TestDatabase } from '../builders/postgres.ts'
import { Person } from '../builders/person.ts'

let database: TestDatabase
let dataDir: string
let running: RunningServer | null = null

beforeEach(async () => {
  database = await createDatabase(inject('postgresUrl'), null)
  dataDir = await aFolder('tickmark-collab-first-')
})

afterEach(async () => {
  await running?.stop()
  running = null
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(publicUrl: string | null = null): Promise<RunningServer> {
  const settings = { port: 0, host: '127.0.0.1', dataDir, databaseUrl: database.url, publicUrl, lockWaitMs: 5_000 }
  const log = { info: () => {}, error: () => {} }
  running = await startServer({ ...settings, logLevel: 'silent' }, { log })
  return running
}

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const { port = 0, url = '' } = running ?? {}
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { origin: url, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie }
}

const first = {
  newsroom: { name: 'The Night Desk', slug: 'night', zone: 'Europe/Lisbon' },
  name: 'Ines Prado',
  email: 'Ines@night.test',
  password: 'a long enough password',
}

test('FR1 the first account founds the newsroom, is its admin and editor, is signed in, and is the last of its kind', async () => {
  await start()
  expect((await ask('GET', '/api/start')).body).toEqual({
    demo: null,
    password: null,
    firstRun: true,
    codeNeeded: false,
  })
  const founded = await ask('POST', '/api/first-run', first)
  expect(founded).toMatchObject({ status: 201, body: { newsroom: 'night' } })
  const ines = new Person({ url: running?.url ?? '' }, { email: first.email, newsroom: 'night' }, founded.cookie)
  expect((await ines.fetch('GET', '/api/me')).body).toMatchObject({
    email: 'ines@night.test',
    newsrooms: [{ slug: 'night', name: 'The Night Desk', roles: ['admin', 'editor'] }],
  })
  expect(await ines.done('GET', 'desk')).toMatchObject({ articles: [] })
  expect((await ask('GET', '/api/start')).body).toMatchObject({ firstRun: false, codeNeeded: false })
  const again = { ...first, email: 'other@night.test', newsroom: { ...first.newsroom, slug: 'day' } }
  expect(await ask('POST', '/api/first-run', again)).toMatchObject({ status: 409, body: { refusal: 'already-set-up' } })
  const events = await database.sql<{ type: string }>('select type from events order by seq')
  expect(events.map(({ type }) => type)).toEqual(['newsroom-founded', 'member-added'])
})

test('FR1 of two at once one wins, and the other leaves nothing', async () => {
  await start()
  const second = { ...first, email: 'two@night.test', newsroom: { ...first.newsroom, slug: 'second' } }
  const replies = await Promise.all([ask('POST', '/api/first-run', first), ask('POST', '/api/first-run', second)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await database.sql('select id from auth."user"')).toHaveLength(1)
  expect(await database.sql('select id from newsrooms')).toHaveLength(1)
})

test('FR1 what is missing or cannot be is said, and nothing is made', async () => {
  await start()
  const refusals = await Promise.all(
    [
      { ...first, password: '123456789' },
      { ...first, email: 'nobody' },
      { ...first, newsroom: { ...first.newsroom, slug: 'api' } },
      { ...first, newsroom: { ...first.newsroom, slug: 'Night Desk' } },
      { ...first, newsroom: { ...first.newsroom, zone: 'Europe/Atlantis' } },
      { ...first, name: ' ' },
    ].map(async (body) => (await ask('POST', '/api/first-run', body)).body['refusal']),
  )
  expect(refusals).toEqual(['password-too-short', 'email-not-understood', ...Array(4).fill('not-understood')])
  expect((await ask('GET', '/api/start')).body).toMatchObject({ firstRun: true })
})

test.each([
  ['under a public address', 'https://desk.example', {}],
  ['through a proxy', null, { 'x-forwarded-for': '203.0.113.7' }],
])('FR2 %s it takes the code that was printed', async (_, publicUrl, headers) => {
  const { firstRunCode } = await start(publicUrl)
  expect((await ask('GET', '/api/start', undefined, headers)).body).toMatchObject({ firstRun: true, codeNeeded: true })
  for (const code of ['', 'AAAA-BBBB-CCCC']) {
    expect(await ask('POST', '/api/first-run', { ...first, code }, headers)).toMatchObject({
      status: 403,
      body: { refusal: 'code-needed' },
    })
  }
  const code = ` ${firstRunCode?.toLowerCase()} `
  expect(await ask('POST', '/api/first-run', { ...first, code }, headers)).toMatchObject({ status: 201 })
})

test('FR2 another site cannot do it from the browser of whoever runs Tickmark', async () => {
  await start()
  const evil = { origin: 'https://elsewhere.example' }
  expect((await ask('POST', '/api/first-run', first, evil)).status).toBe(403)
})
