/** The database stops answering, or is gone for a while: nothing is called saved that is not, and nobody has to start the server again. */
import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { startServer } from '#server/server.ts'
import { settingsFrom } from '#server/settings.ts'
import { anArticle } from '../builders/article.ts'
import { aBrowser, atWork, aWindow, wireOf } from '../builders/browser.ts'
import { seedPeople } from '../builders/people.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aFolder } from '../builders/postgres.ts'
import { aServerProcess, type ServerProcess } from '../builders/server-process.ts'
import { until } from '../builders/until.ts'

let folder: string
let postgres: EmbeddedPostgres
let server: ServerProcess
let karim: Person
let browser: Browser

const startPostgres = async () =>
  (postgres = await openEmbeddedPostgres({ dataDir: `${folder}/database`, log: () => {} }))

beforeAll(async () => {
  folder = await aFolder('tickmark-trial-storage-')
  await startPostgres()
  const { host, port, user } = postgres.connection
  const url = `postgres://${user}@localhost/tickmark?host=${encodeURIComponent(host)}&port=${port}`
  const environment = { DATABASE_URL: url, DATA_DIR: `${folder}/data`, PORT: '0' }
  const log = { info: () => {}, error: () => {} }
  await (await startServer(settingsFrom({ ...environment, LOG_LEVEL: 'silent' }), { log, seed: seedPeople })).stop()
  server = await aServerProcess(environment)
  karim = await aPerson(server, 'karim')
  browser = await aBrowser()
})

afterEach(() => karim.leave())

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

const processes = () =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args: args ?? '' }))

/** The postmaster and all its children stand still. It first: a child that it makes before it stops would go on storing. */
function haltDatabase(): number[] {
  const postmaster = processes().find(({ args }) => args.includes(postgres.clusterDir))?.pid
  if (postmaster === undefined) throw new Error('There is no postmaster to be seen.')
  process.kill(postmaster, 'SIGSTOP')
  const children = processes().flatMap(({ pid, parent }) => (parent === postmaster ? [pid] : []))
  for (const pid of children) process.kill(pid, 'SIGSTOP')
  return [postmaster, ...children]
}

const status = async (path: string) => (await fetch(`${server.url}${path}`).catch(() => null))?.status

test('D03 while the database stands still a window never says saved; afterwards it does, and nothing is lost', async () => {
  const { id } = await anArticle(karim)
  const page = await aWindow(browser, server, 'noor@demo.test')
  const desk = await atWork(page, id)
  const stopped = haltDatabase()
  const said = new Set<string>()
  try {
    await desk.retype('Friday', 'Monday')
    await until(
      'the window says that it is not saved',
      async () => /^(?:Saving|Offline)/.test(await wireOf(desk)),
      10_000,
    )
    for (let looked = 0; looked < 50; looked += 1) {
      said.add(await wireOf(desk))
      await pause(200)
    }
  } finally {
    for (const pid of stopped) process.kill(pid, 'SIGCONT')
  }
  expect([...said]).not.toContain('Saved')
  await until('the window says that it is saved', async () => (await wireOf(desk)) === 'Saved', 30_000)
  await desk.expectWords('meets again on Monday.')
  const { text } = await karim.done<{ text: string }>('GET', `articles/${id}/text`)
  expect(text).toContain('meets again on Monday.')
  await page.context().close()
})

test('D19 the database gone for thirty seconds: alive, not ready, a window that says so, and back by itself', async () => {
  const { id } = await anArticle(karim)
  const page = await aWindow(browser, server, 'noor@demo.test')
  const desk = await atWork(page, id)
  const { pid } = server.child
  await postgres.stop()
  const stoppedAt = performance.now()
  await until('not ready is said', async () => (await status('/health/ready')) === 503, 10_000)
  await until('the window says so', async () => (await wireOf(desk)).startsWith('Offline'), 15_000)
  await desk.retype('Friday', 'Monday')
  while (performance.now() - stoppedAt < 30_000) {
    expect(await status('/health/live')).toBe(200)
    expect(await status('/health/ready')).toBe(503)
    expect(await wireOf(desk)).not.toBe('Saved')
    await pause(500)
  }
  await startPostgres()
  const from = performance.now()
  await until('ready is said', async () => (await status('/health/ready')) === 200, 20_000)
  await until('the window says that it is saved', async () => (await wireOf(desk)) === 'Saved', 45_000)
  process.stdout.write(`D19: saved ${Math.round(performance.now() - from)} ms after the database was back\n`)
  expect([server.child.pid, server.child.exitCode]).toEqual([pid, null])
  const { text } = await karim.done<{ text: string }>('GET', `articles/${id}/text`)
  expect(text).toContain('meets again on Monday.')
  await page.context().close()
}, 180_000)
