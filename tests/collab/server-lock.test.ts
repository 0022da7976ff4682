/** One server for one database: the second waits, then leaves without having touched anything, or takes over when the first is gone. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRole } from '#server/db/database.ts'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { startServer } from '#server/server.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aFolder, asSuperuser } from '../builders/postgres.ts'
import { aServerProcess, type Premises, somePremises } from '../builders/server-process.ts'
import { aServer } from '../builders/server.ts'
import { askDatabase } from '../builders/trial.ts'
import { until } from '../builders/until.ts'

const silent = { info: () => {}, error: () => {} }

function startSecond(databaseUrl: string, dataDir: string, lockWaitMs: number) {
  const settings = { port: 0, host: '127.0.0.1', dataDir, databaseUrl, publicUrl: null, logLevel: 'silent' as const }
  return startServer({ ...settings, lockWaitMs }, { log: silent })
}

/** That whoever is on this server can still do everything. */
async function expectAtWork(person: Person, article: string): Promise<void> {
  const editor = await person.open(article)
  editor.type(0, 'x')
  await editor.whenSaved()
  editor.close()
  expect((await person.fetch('GET', '/health/ready')).status).toBe(200)
}

describe('on a database given by its address', () => {
  test('DB5 a second server is refused after its wait, and the first never notices', async () => {
    const first = await aServer()
    const dataDir = await aFolder('tickmark-collab-second-')
    const noor = await aPerson(first, 'noor')
    const { id } = await anArticle(noor)
    const editor = await noor.open(id)
    await expect(startSecond(first.database.url, dataDir, 1_000)).rejects.toThrow(/Another Tickmark server/)
    expect(editor.connection?.isOpen).toBe(true)
    await expectAtWork(noor, id)
    expect(first.errors).toEqual([])
    noor.leave()
    await first.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('DB6 a server whose lock is cut off takes nothing until it holds it again, and loses nothing', async () => {
    const server = await aServer()
    const noor = await aPerson(server, 'noor')
    const { id } = await anArticle(noor)
    const editor = await noor.open(id)
    editor.type(0, 'Before. ')
    await editor.whenSaved()
    const cut = await asSuperuser(server.database.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'tickmark lock'`,
      ),
    )
    expect(cut.rowCount).toBe(1)
    expect((await editor.connection?.closed())?.code).toBe(1013)
    editor.type(0, 'Meanwhile. ')
    await until('the server is ready again', async () => (await noor.fetch('GET', '/health/ready')).status === 200)
    await until('the text may be opened again', async () => {
      await editor.connect()
      return until('it is settled', () => editor.synced || editor.connection?.ended).then(() => editor.synced)
    })
    await editor.whenSaved()
    expect(await noor.done('GET', `articles/${id}/text`)).toMatchObject({ text: editor.text })
    expect(editor.text).toContain('Meanwhile. Before. ')
    noor.leave()
    await server.stop()
  })
})

describe('on its own PostgreSQL', () => {
  let premises: Premises

  beforeAll(async () => {
    premises = await somePremises()
  }, 120_000)
  afterAll(() => premises?.clear(), 120_000)

  /** Of those who hold the lock, and those who wait for it. */
  const lockConnections = async () =>
    (await askDatabase(premises.dataDir, `select from pg_stat_activity where application_name = 'tickmark lock'`))
      .length

  test('DB5 a second server on the same folder is refused, and the first never notices', async () => {
    const first = await premises.start()
    const noor = await aPerson(first, 'noor')
    const { id } = await anArticle(noor)
    const second = premises.start({ PORT: '0', LOCK_WAIT_SECONDS: '1' })
    await expect(second).rejects.toThrow(/Another Tickmark server is using this database/)
    await expectAtWork(noor, id)
    noor.leave()
    expect(await first.stop()).toBe(0)
  })

  test('DB5 a second server takes over when the first leaves, its PostgreSQL with it', async () => {
    const first = await premises.start()
    const noor = await aPerson(first, 'noor')
    const { id } = await anArticle(noor)
    const second = premises.start({ PORT: '0', LOCK_WAIT_SECONDS: '40' })
    await until('the second waits for the lock', async () => (await lockConnections()) === 2, 30_000)
    expect(await first.stop()).toBe(0)
    const there = await second
    const again = await aPerson(there, 'noor')
    await expectAtWork(again, id)
    again.leave()
    expect(await there.stop()).toBe(0)
  })

  test('DB3 the server does not start as a role that bypasses row security', async () => {
    const postgres = await openEmbeddedPostgres({ dataDir: premises.dataDir, log: () => {} })
    const { host, port, user, database } = postgres.connection
    const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    await asSuperuser(url, (client) => client.query(`alter role ${appRole} bypassrls`))
    const started = aServerProcess({ DATA_DIR: premises.dataDir, DATABASE_URL: url })
    await expect(started).rejects.toThrow(/not bound by row security/)
    await asSuperuser(url, (client) => client.query(`alter role ${appRole} nobypassrls`))
    await postgres.stop()
  })
})
