/** What a killed process leaves behind, and what the next start makes of it. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountToRunAs, spawnAs } from './account.ts'
import { aBench, connect, isGone, killed, PATIENT, pidOf, read, says, write, type Bench } from './postgres-for-test.ts'

/** initdb is at work in it: not merely our attempt whether the account can write here. */
const HALF_MADE = /^postgres\.making-.*PG_VERSION$/

let bench: Bench
beforeAll(async () => {
  bench = await aBench()
})
afterAll(async () => await bench.clear(), PATIENT.timeout)

test('ST7 a cluster orphaned by kill -9 is adopted with its data, and stopped by who adopted it', PATIENT, async () => {
  const dataDir = await bench.folder('orphan')
  const child = await bench.openInChild(dataDir)
  await says(child, 'postgres started')
  const pid = await pidOf(join(dataDir, 'postgres'))
  await killed(child, 'SIGKILL')
  const first = await bench.open(dataDir)
  expect(first.adopted).toBe(true)
  expect(await pidOf(first.clusterDir)).toBe(pid)
  await write(first)

  const second = await bench.open(dataDir)
  expect(second.adopted).toBe(true)
  expect(await read(second)).toEqual([{ words: 'kept' }])
  const told = new Promise<string>((resolve) => first.onExit(resolve))
  await second.stop()
  expect(await isGone(pid, second.clusterDir)).toBe(true)
  expect(await told).toContain(String(pid))
})

test('ST8 Ctrl-C ends the process that started PostgreSQL, and not PostgreSQL itself', PATIENT, async () => {
  const dataDir = await bench.folder('ctrl-c')
  const child = await bench.openInChild(dataDir)
  await says(child, 'postgres started')
  await killed(child, 'SIGINT')
  expect((await bench.open(dataDir)).adopted).toBe(true)
})

test('ST9 a pid file is not believed when its pid is dead', PATIENT, async () => {
  const dataDir = await bench.folder('dead')
  const first = await bench.open(dataDir)
  await write(first)
  const pidFile = await readFile(join(first.clusterDir, 'postmaster.pid'), 'utf8')
  await first.stop()
  await writeFile(join(first.clusterDir, 'postmaster.pid'), pidFile)
  const second = await bench.open(dataDir)
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ words: 'kept' }])
})

test('ST10 a pid file is not believed when its pid is somebody else by now', PATIENT, async () => {
  const dataDir = await bench.folder('reused')
  const first = await bench.open(dataDir)
  await write(first)
  const pidFile = await readFile(join(first.clusterDir, 'postmaster.pid'), 'utf8')
  await first.stop()
  // Of the same account, so that PostgreSQL by itself would take it for a living postmaster and refuse.
  const stranger = spawnAs(await accountToRunAs(), '/bin/sleep', ['60'], 'pipe')
  await writeFile(join(first.clusterDir, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)))
  const second = await bench.open(dataDir)
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ words: 'kept' }])
  expect(stranger.exitCode ?? stranger.signalCode).toBe(null) // and it was let alone
  stranger.kill()
})

test('ST11 a cluster half-made by a killed initdb is made again', PATIENT, async () => {
  const dataDir = await bench.folder('half-made')
  const child = await bench.openInChild(dataDir)
  const seen = async (): Promise<boolean> =>
    (await readdir(dataDir, { recursive: true })).some((path) => HALF_MADE.test(path))
  while (!(await seen().catch(() => false))) await sleep(5)
  await killed(child, 'SIGKILL')
  // Without this wait all is well too; but an initdb that loses its folder half-way leaves 56 bytes of System V memory
  // behind for good, and a Mac has only 32 such pieces.
  await sleep(2000)
  expect((await readdir(dataDir)).filter((name) => name === 'postgres')).toEqual([])
  const postgres = await bench.open(dataDir)
  await write(postgres)
  expect((await readdir(dataDir)).filter((name) => name.includes('making'))).toEqual([])
})

test('ST12 a postmaster on its way out is waited for', PATIENT, async () => {
  const dataDir = await bench.folder('stopping')
  const first = await bench.open(dataDir)
  await write(first)
  const lingering = await connect(first)
  process.kill(await pidOf(first.clusterDir), 'SIGTERM') // lets clients finish
  const pidFile = join(first.clusterDir, 'postmaster.pid')
  while (!(await readFile(pidFile, 'utf8')).includes('stopping')) await sleep(10)
  const opening = bench.open(dataDir)
  await sleep(500)
  expect(bench.events.at(-1)).toMatchObject({ msg: 'postgres started', clusterDir: first.clusterDir })
  await lingering.end()
  const second = await opening
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ words: 'kept' }])
})

test('ST13 a living postmaster whose socket was cleaned away is started anew', PATIENT, async () => {
  const dataDir = await bench.folder('cleaned')
  const first = await bench.open(dataDir)
  await write(first)
  await rm(first.connection.host, { recursive: true })
  const second = await bench.open(dataDir)
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ words: 'kept' }])
})

test('ST14 one that runs without fsync is not adopted by who wants to keep articles', PATIENT, async () => {
  const dataDir = await bench.folder('unsafe')
  await write(await bench.open(dataDir, { fsync: false }))
  const second = await bench.open(dataDir, { fsync: true })
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ words: 'kept' }])
})
