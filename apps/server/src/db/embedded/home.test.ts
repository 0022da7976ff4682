/** Where the cluster lies. Each test says what holds for root and what for everybody else; none is skipped. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBench, isRoot, PATIENT, read, write, type Bench } from './postgres-for-test.ts'

let bench: Bench
beforeAll(async () => {
  bench = await aBench()
})
afterAll(async () => await bench.clear(), PATIENT.timeout)

test(
  'ST15 a closed folder is good enough for its owner; for root the cluster lies in a system folder',
  PATIENT,
  async () => {
    const closed = await bench.folder('closed', 0o700)
    const dataDir = join(closed, 'data')
    const first = await bench.open(dataDir)
    await write(first)
    if (isRoot) {
      expect(dirname(dirname(first.clusterDir))).toBe(bench.systemDir)
      expect((await readFile(join(dataDir, 'postgres-is-at'), 'utf8')).trim()).toBe(first.clusterDir)
      expect(bench.events).toContainEqual(expect.objectContaining({ dataDir, clusterDir: first.clusterDir }))
    } else {
      expect(first.clusterDir).toBe(join(dataDir, 'postgres'))
    }
    await first.stop()

    // It stays where it is, also when dataDir is opened later or carries another name.
    await chmod(closed, 0o755)
    await rename(dataDir, `${dataDir}-renamed`)
    const second = await bench.open(`${dataDir}-renamed`)
    expect(second.clusterDir).toBe(isRoot ? first.clusterDir : join(`${dataDir}-renamed`, 'postgres'))
    expect(await read(second)).toEqual([{ words: 'kept' }])
  },
)

test(
  'ST16 a cluster that should be there and is not stops the start, instead of an empty one taking its place',
  PATIENT,
  async () => {
    const dataDir = await bench.folder('lost')
    await writeFile(join(dataDir, 'postgres-is-at'), join(bench.systemDir, '0123456789abcdef', 'postgres'))
    await expect(bench.open(dataDir)).rejects.toThrow('there is no PostgreSQL cluster')
    await writeFile(join(dataDir, 'postgres-is-at'), '/etc/postgres')
    await expect(bench.open(dataDir)).rejects.toThrow('is not in')
    await rm(join(dataDir, 'postgres-is-at'))
    await mkdir(join(dataDir, 'postgres', 'something'), { recursive: true })
    await expect(bench.open(dataDir)).rejects.toThrow('it is not a PostgreSQL cluster')
  },
)

test('ST17 a cluster runs as the account that owns it', PATIENT, async () => {
  const dataDir = await bench.folder('owned')
  const first = await bench.open(dataDir)
  await write(first)
  await first.stop()
  const owner = isRoot ? 12_345 : process.getuid?.()
  if (isRoot) execFileSync('chown', ['-R', `${owner}:${owner}`, first.clusterDir])
  const second = await bench.open(dataDir)
  expect(await read(second)).toEqual([{ words: 'kept' }])
  expect((await stat(join(second.clusterDir, 'postmaster.pid'))).uid).toBe(owner)
})

test('ST18 a cluster of another major version is refused by name', PATIENT, async () => {
  const dataDir = await bench.folder('older')
  const first = await bench.open(dataDir)
  await first.stop()
  await writeFile(join(first.clusterDir, 'PG_VERSION'), '17\n')
  await expect(bench.open(dataDir)).rejects.toThrow('was made by PostgreSQL 17')
})
