/**
 * Where the cluster lies: in `dataDir/postgres`; or, when root runs PostgreSQL as an account that cannot enter dataDir
 * (a checkout under /root), in a system folder, with a file in dataDir that says where.
 * Promise: an existing cluster is never passed over for a new, empty one. When in doubt this throws.
 */
import { createHash } from 'node:crypto'
import { lchown, mkdir, mkdtemp, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accountOwning, canEnter, canWrite, type Account } from './account.ts'
import { ownFolder, remove } from './whole-folder.ts'

export type Home = {
  clusterDir: string
  account: Account
  /** False until initdb has run. */
  exists: boolean
  /** False when dataDir could not be used, and only points to the cluster. */
  insideDataDir: boolean
}

const POINTER = 'postgres-is-at'

export async function findHome(dataDir: string, systemDir: string, account: Account): Promise<Home> {
  const inside = join(dataDir, 'postgres')
  const pointed = await readPointer(dataDir, systemDir)
  if (pointed !== null) {
    if (!(await isCluster(pointed)))
      throw new Error(
        `${join(dataDir, POINTER)} says that the articles lie in ${pointed}, but there is no PostgreSQL cluster. ` +
          `Put it back; or, to begin anew without them, remove that file.`,
      )
    return await existing(pointed, account, false)
  }
  if (await isCluster(inside)) return await existing(inside, account, true)
  if (!account.isOther || (await couldLiveIn(dataDir, account))) {
    return { clusterDir: inside, account, exists: false, insideDataDir: true }
  }
  await ownFolder(systemDir)
  const outside = join(await ownFolder(join(systemDir, shortHash(dataDir))), 'postgres')
  if (await isCluster(outside)) return await existing(outside, account, false)
  return { clusterDir: outside, account, exists: false, insideDataDir: false }
}

/** Once the cluster is whole, never before: the file is a promise that it exists. */
export async function writePointer(dataDir: string, clusterDir: string): Promise<void> {
  const path = join(dataDir, POINTER)
  await remove(`${path}.new`)
  await writeFile(`${path}.new`, `${clusterDir}\n`, { flag: 'wx' }) // not through a link somebody left there for root
  await rename(`${path}.new`, path)
}

async function readPointer(dataDir: string, systemDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, POINTER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const clusterDir = text.trim()
  // Only into our own folder: dataDir may belong to someone who must not send root elsewhere.
  if (dirname(dirname(clusterDir)) !== systemDir || !clusterDir.endsWith('/postgres') || clusterDir.includes('/../'))
    throw new Error(`${join(dataDir, POINTER)} points to ${clusterDir}, which is not in ${systemDir}`)
  return clusterDir
}

async function existing(clusterDir: string, account: Account, insideDataDir: boolean): Promise<Home> {
  const owner = await accountOwning(clusterDir, account)
  if (!(await canEnter(owner, clusterDir)))
    throw new Error(
      `PostgreSQL runs as uid ${owner.uid}, which cannot reach its cluster in ${clusterDir}. ` +
        `Let it pass through the folders above (chmod o+x).`,
    )
  return { clusterDir, account: owner, exists: true, insideDataDir }
}

async function isCluster(folder: string): Promise<boolean> {
  const version = await stat(join(folder, 'PG_VERSION')).catch((error: NodeJS.ErrnoException) => {
    return error.code === 'EACCES' ? 'closed' : onlyIfMissing(error) // closed: somebody's it is, which is told later
  })
  if (version !== null) return true
  const contents = await readdir(folder).catch(onlyIfMissing)
  if (contents !== null && contents.length > 0)
    throw new Error(`${folder} is there, but it is not a PostgreSQL cluster; move it away`)
  return false
}

/** Root can create and give away a folder here, and the account can work in it. Neither goes without saying on a mount. */
async function couldLiveIn(dataDir: string, account: Account): Promise<boolean> {
  const attempt = await mkdtemp(join(dataDir, `postgres.making-${process.pid}-`))
  try {
    await lchown(attempt, account.uid, account.gid)
    return await canWrite(account, attempt)
  } catch {
    return false
  } finally {
    await remove(attempt)
  }
}

function shortHash(dataDir: string): string {
  return createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
}

/** "Not allowed to look" must not be taken for "not there". */
function onlyIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** Root's dataDir lets others pass through (not look), so that the cluster can lie in it; anyone else's is closed. */
export async function makeDataDir(dataDir: string, account: Account): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: account.isOther ? 0o711 : 0o700 })
}
