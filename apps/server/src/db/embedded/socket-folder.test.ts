/** Whoever reaches the socket is let in, so its folder must be ours alone. */
import { chmod, mkdir, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountToRunAs } from './account.ts'
import { aBench, type Bench } from './postgres-for-test.ts'
import { openSocketFolder } from './socket-folder.ts'

let bench: Bench
beforeAll(async () => {
  bench = await aBench()
})
afterAll(async () => await bench.clear())

test('ST23 the same cluster gets the same folder again', async () => {
  const parents = [await bench.folder('tmp', 0o777)]
  const account = await accountToRunAs()
  const first = await openSocketFolder('/a/cluster', account, parents)
  expect(await openSocketFolder('/a/cluster', account, parents)).toBe(first)
  expect(await openSocketFolder('/another/cluster', account, parents)).not.toBe(first)
  expect(await stat(first)).toMatchObject({ uid: account.uid })
})

test('ST24 a folder that others can enter, or a link, is left to whoever made it', async () => {
  const parents = [await bench.folder('squatted', 0o777)]
  const account = await accountToRunAs()
  const open = await openSocketFolder('/open', account, parents)
  await chmod(open, 0o755)
  const instead = await openSocketFolder('/open', account, parents)
  expect(instead).not.toBe(open)
  expect((await stat(instead)).mode & 0o777).toBe(0o700)

  const target = await openSocketFolder('/target', account, parents)
  const other = await bench.folder('linked', 0o777)
  const name = (await openSocketFolder('/link', account, parents)).slice((parents[0] ?? '').length + 1)
  await symlink(target, join(other, name))
  expect(await openSocketFolder('/link', account, [other])).not.toBe(join(other, name))
})

test('ST25 a temporary folder with too long a name is passed over', async () => {
  const long = await bench.folder('x'.repeat(90), 0o777)
  await mkdir(join(long, 'deeper'))
  const short = await bench.folder('s', 0o777)
  expect(await openSocketFolder('/a/cluster', await accountToRunAs(), [long, short])).toContain(short)
})
