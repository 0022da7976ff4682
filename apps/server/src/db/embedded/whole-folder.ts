/**
 * Folders we rely on: whole or not there, and changed by nobody else. They are made under another name beside its place and renamed
 * at the end, so a process killed half-way leaves something recognisable, which the next start sweeps away.
 */
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const LONG_AGO_MS = 10 * 60_000

/** When somebody else finished first, theirs stands and ours is dropped; the caller finds a whole folder either way. */
export async function makeWhole(target: string, build: (making: string) => Promise<void>): Promise<void> {
  const making = await mkdtemp(`${target}.making-${process.pid}-`)
  try {
    await build(making)
    await rename(making, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    await settle(dirname(target))
  } finally {
    await remove(making)
  }
}

/** Sweeps what dead makers left. In a new container another process may bear the maker's pid, hence the age. */
export async function sweepHalfMade(target: string): Promise<void> {
  const prefix = `${basename(target)}.making-`
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue
    const path = join(dirname(target), name)
    const made = await stat(path).catch(() => null)
    const young = made !== null && Date.now() - made.mtimeMs < LONG_AGO_MS
    if (young && lives(Number.parseInt(name.slice(prefix.length), 10))) continue
    await remove(path)
  }
}

/** A folder made by us that nobody else can write to: what lies in it may be run, and trusted with articles. */
export async function ownFolder(folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o755 }).then(
    async () => await chmod(folder, 0o755), // whatever our umask
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const found = await stat(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new Error(`${folder} can be changed by others; it has to belong to uid ${process.getuid?.()} alone`)
  return folder
}

/** Retries, because an orphaned initdb may still be writing into what we remove. */
export async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Without this a power cut could undo the rename. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {}) // some network file systems cannot sync a folder
  await handle.close()
}
