/**
 * The PostgreSQL of one run of the tests, and fresh databases on it. Ours, without fsync and thrown away at the end; or the one at
 * TEST_DATABASE_URL, whose user has to be a superuser. Every test file works on a copy of one template: tables and people are there.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'

export interface TestPostgres {
  /** Address of the database that every connection can start from. */
  readonly url: string
  stop(): Promise<void>
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const dataDir = await aFolder('tickmark-collab-')
  const postgres = await openEmbeddedPostgres({ dataDir, log: () => {}, fsync: false })
  const { host, port, user } = postgres.connection
  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}&port=${port}`,
    stop: async () => {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A folder that PostgreSQL's own account may pass through when root runs the tests. */
export async function aFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix))
  await chmod(folder, 0o711)
  return folder
}

export function inDatabase(url: string, database: string): string {
  const there = new URL(url)
  there.pathname = `/${database}`
  return there.href
}

/** One connection as superuser for as long as `work` takes: what no role of the program may do. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface TestDatabase {
  readonly url: string
  /** Runs one statement as superuser. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

let made = 0

/** A copy of `template`, or an empty database when it is null. */
export async function createDatabase(url: string, template: string | null): Promise<TestDatabase> {
  const name = `collab_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`
  const source = template === null ? '' : `template ${pg.escapeIdentifier(template)}`
  await asSuperuser(url, (client) => client.query(`create database ${name} ${source}`))
  const there = inDatabase(url, name)
  return {
    url: there,
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await asSuperuser(there, (client) => client.query<Row>(text, [...values]))).rows,
    drop: async () => {
      await asSuperuser(url, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
