/**
 * The folder of the Unix socket: short, since a socket's path must stay under 104 bytes (macOS; 108 on Linux), and closed to
 * everybody but the account that runs PostgreSQL, since whoever reaches the socket is let in without a password.
 */
import { createHash } from 'node:crypto'
import { lchown, lstat, mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type Account } from './account.ts'

/** Only a part of the socket's name: PostgreSQL does not listen on TCP. */
export const PORT = 5432

const LONGEST = 103 - `/.s.PGSQL.${PORT}`.length

/** The same name each time, so that crashes leave one folder and not one each; another name when a stranger took that one. */
export async function openSocketFolder(
  clusterDir: string,
  account: Account,
  parents = [tmpdir(), '/tmp'],
): Promise<string> {
  const name = `tickmark-pg-${createHash('sha256').update(clusterDir).digest('hex').slice(0, 16)}`
  for (const parent of parents) {
    const path = join(parent, name)
    if (Buffer.byteLength(path) + '-xxxxxx'.length > LONGEST || !(await canEnter(account, parent))) continue
    try {
      await mkdir(path, { mode: 0o700 })
      await lchown(path, account.uid, account.gid)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') continue
    }
    if (await isPrivate(path, account)) return path
    const other = await mkdtemp(`${path}-`)
    await lchown(other, account.uid, account.gid)
    return other
  }
  throw new Error(
    `No folder for PostgreSQL's socket: neither of ${parents.join(', ')} is short, writable and open to uid ${account.uid}`,
  )
}

export async function isPrivate(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === account.uid && (found.mode & 0o777) === 0o700
}

/** PostgreSQL has removed its socket; whatever else is in there is not ours to remove. */
export async function closeSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {})
}
