/** Programs that run, whatever the state npm left them in. */
import { chmod, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountToRunAs } from './account.ts'
import { findPackage, prepareBinaries } from './binaries.ts'
import { aBench, isRoot, PATIENT, query, type Bench } from './postgres-for-test.ts'

let bench: Bench
beforeAll(async () => {
  bench = await aBench()
})
afterAll(async () => await bench.clear(), PATIENT.timeout)

/** As after `npm ci --ignore-scripts` under /root: nobody else may look, no links, nothing executable. */
async function aBarePackage(): Promise<string> {
  const closed = await bench.folder('closed-package', 0o700)
  const packageDir = join(closed, 'package')
  await cp(findPackage(), packageDir, { recursive: true })
  const native = join(packageDir, 'native')
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) await rm(path)
    else if (entry.isFile()) await chmod(path, 0o600)
  }
  return packageDir
}

test('ST19 binaries without links and modes, in a closed folder, run all the same', PATIENT, async () => {
  const packageDir = await aBarePackage()
  const postgres = await bench.open(await bench.folder('bare'), { packageDir })
  // Loads a library, reads time zones and the text search dictionaries: all found beside the copy.
  expect(
    await query(
      postgres,
      `select to_char(timestamptz '2026-07-01 12:00Z' at time zone 'Europe/Berlin', 'HH24') as hour,
              to_tsvector('english', 'claims')::text as words`,
    ),
  ).toEqual([{ hour: '14', words: `'claim':1` }])
})

test('ST20 a copy that lost part of a file is made again', PATIENT, async () => {
  const place = await bench.folder('copies')
  const account = await accountToRunAs()
  const { postgres } = await prepareBinaries(findPackage(), [place], account)
  const whole = (await readFile(postgres)).length
  await writeFile(postgres, '')
  await prepareBinaries(findPackage(), [place], account)
  expect((await readFile(postgres)).length).toBe(whole)
})

test('ST21 programs that others could have changed are not run', PATIENT, async () => {
  const place = await bench.folder('shared')
  const account = await accountToRunAs()
  const { postgres } = await prepareBinaries(findPackage(), [place], account)
  await chmod(join(postgres, '../..'), 0o777)
  const elsewhere = await bench.folder('elsewhere')
  expect((await prepareBinaries(findPackage(), [place, elsewhere], account)).postgres).toContain(elsewhere)
  await chmod(place, 0o777)
  await chmod(join(postgres, '../..'), 0o755)
  // The place itself: root trusts nobody there, a user may share their own folder with a group.
  expect((await prepareBinaries(findPackage(), [place, elsewhere], account)).postgres).toContain(
    isRoot ? elsewhere : place,
  )
})

test('ST22 a platform without binaries is told what to do', () => {
  expect(() => findPackage('plan9-mips')).toThrow('No PostgreSQL binaries for plan9-mips; set DATABASE_URL')
})
