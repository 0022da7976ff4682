/** Our own PostgreSQL from its first start to its end, in one Node process. What a killed one leaves: postmaster.test.ts. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBench, isGone, PATIENT, pidOf, query, read, write, type Bench } from './postgres-for-test.ts'

let bench: Bench
beforeAll(async () => {
  bench = await aBench()
})
afterAll(async () => await bench.clear(), PATIENT.timeout)

test('ST1 the first start makes a database that needs nothing installed and is closed to others', PATIENT, async () => {
  const postgres = await bench.open(join(await bench.folder('first'), 'data'), { fsync: true })
  expect(postgres.adopted).toBe(false)
  const [facts] = await query(
    postgres,
    `select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider,
            datlocale as locale, upper('ärger straße') as upper, current_setting('server_encoding') as server,
            current_setting('fsync') || current_setting('synchronous_commit') as safe,
            current_setting('listen_addresses') as tcp, current_setting('timezone') as zone
       from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual({
    name: 'tickmark',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    upper: 'ÄRGER STRAßE',
    server: 'UTF8',
    safe: 'onon',
    tcp: '',
    zone: 'UTC',
  })
  const { host, port } = postgres.connection
  expect(Buffer.byteLength(`${host}/.s.PGSQL.${port}`)).toBeLessThan(104)
  expect((await stat(host)).mode & 0o777).toBe(0o700)
  expect((await stat(postgres.clusterDir)).mode & 0o777).toBe(0o700)
})

test('ST2 a second start finds what the first one stored', PATIENT, async () => {
  const dataDir = await bench.folder('second')
  const first = await bench.open(dataDir)
  await write(first)
  await first.stop()
  const second = await bench.open(dataDir)
  expect(second).toMatchObject({ adopted: false, clusterDir: first.clusterDir, connection: first.connection })
  expect(await read(second)).toEqual([{ words: 'kept' }])
})

test('ST3 stop() leaves no process and no socket, and may be called again', PATIENT, async () => {
  const postgres = await bench.open(await bench.folder('stopped'))
  const pid = await pidOf(postgres.clusterDir)
  const told: string[] = []
  postgres.onExit((reason) => told.push(reason))
  await Promise.all([postgres.stop(), postgres.stop()])
  await postgres.stop()
  expect(await isGone(pid, postgres.clusterDir)).toBe(true)
  await expect(stat(postgres.connection.host)).rejects.toThrow('ENOENT')
  await expect(pidOf(postgres.clusterDir)).rejects.toThrow('ENOENT')
  expect(told).toEqual([]) // asked for, so no surprise to anyone
})

test('ST4 an end nobody asked for is told, and the next start recovers what was acknowledged', PATIENT, async () => {
  const dataDir = await bench.folder('crashed')
  const first = await bench.open(dataDir, { fsync: true })
  await write(first)
  const told = new Promise<string>((resolve) => first.onExit(resolve))
  process.kill(await pidOf(first.clusterDir), 'SIGKILL')
  expect(await told).toContain('SIGKILL')
  const late = new Promise<string>((resolve) => first.onExit(resolve))
  expect(await late).toBe(await told)
  const second = await bench.open(dataDir)
  expect(await read(second)).toEqual([{ words: 'kept' }])
  await second.stop()
  await first.stop()
})

test('ST5 two starts at once end up with one postmaster', PATIENT, async () => {
  const dataDir = await bench.folder('twice')
  const both = await Promise.all([bench.open(dataDir), bench.open(dataDir)])
  expect(both.map((postgres) => postgres.adopted).toSorted()).toEqual([false, true])
  const [one, other] = await Promise.all(
    both.map(async (postgres) => await query(postgres, 'select pg_postmaster_start_time()::text')),
  )
  expect(one).toEqual(other)
})

test('ST6 no words of an article get into the log, not even by an error', PATIENT, async () => {
  const postgres = await bench.open(await bench.folder('discreet'))
  for (const statement of [
    `select 'EMBARGOED'::int`,
    `select EMBARGOED`,
    `do $$ begin raise exception 'EMBARGOED'; end $$`,
    `do $$ begin raise warning 'EMBARGOED'; end $$`,
  ])
    await query(postgres, statement).catch(() => {})
  await postgres.stop()
  const log = await readFile(join(postgres.clusterDir, 'postgres.log'), 'utf8')
  expect(log).toContain('database system is ready')
  expect(log).not.toContain('EMBARGOED')
})
