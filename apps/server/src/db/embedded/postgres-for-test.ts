/**
 * A bench for tests of our own PostgreSQL: temporary folders, servers that are stopped whatever happens, and a second Node
 * process that opens one and can be killed. Everything it makes lies under one temporary folder and is gone after `clear`.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { accountOwning, accountToRunAs } from './account.ts'
import { openEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts'
import { findPostmaster, holdsCluster } from './postmaster.ts'
import { remove } from './whole-folder.ts'

export const isRoot = process.getuid?.() === 0

/** Enough for a busy machine with a slow disk; a start takes about a second. */
export const PATIENT = { timeout: 120_000 }

export type Bench = Awaited<ReturnType<typeof aBench>>

export async function aBench() {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tickmark-test-')))
  await chmod(root, 0o755) // else root's PostgreSQL could not reach its cluster in it
  const systemDir = join(root, 'system')
  const opened: EmbeddedPostgres[] = []
  const children: ChildProcess[] = []
  const events: Record<string, unknown>[] = []

  return {
    systemDir,
    /** What was logged, latest last. */
    events,
    async folder(name: string, mode = 0o755): Promise<string> {
      const path = join(root, name)
      await mkdir(path)
      await chmod(path, mode)
      return path
    },
    async open(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
      const log = (event: { msg: string }): number => events.push(event)
      const postgres = await openEmbeddedPostgres({ dataDir, systemDir, log, fsync: false, ...more })
      opened.push(postgres)
      return postgres
    },
    /** A Node process of its own process group, as a terminal would start one. It prints what it logs; see `says`. */
    async openInChild(dataDir: string): Promise<ChildProcess> {
      const child = spawn(process.execPath, ['--input-type=module', '-e', inChild({ dataDir, systemDir, root })], {
        cwd: dirname(fileURLToPath(import.meta.url)),
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      return child
    },
    async clear(): Promise<void> {
      for (const child of children) child.kill('SIGKILL')
      for (const postgres of opened) await postgres.stop()
      await remove(root)
    },
  }
}

/** Node 20 cannot run TypeScript; Vite can import it, without bundling or writing anything beside our sources. */
function inChild(at: { dataDir: string; systemDir: string; root: string }): string {
  const config = { configFile: false, logLevel: 'silent', root: at.root, cacheDir: join(at.root, 'cache') }
  const module = fileURLToPath(new URL('./embedded-postgres.ts', import.meta.url))
  return `
    import { runnerImport } from 'vite'
    const { module } = await runnerImport(${JSON.stringify(module)}, ${JSON.stringify(config)})
    const log = (event) => console.log(event.msg)
    await module.openEmbeddedPostgres({ ...${JSON.stringify(at)}, log, fsync: false })
    setInterval(() => {}, 1000)
  `
}

export async function says(child: ChildProcess, words: string): Promise<void> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes(words)) return
  }
  throw new Error(`The child ended after saying: ${said}`)
}

export async function killed(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  const gone = once(child, 'exit')
  // SIGINT as Ctrl-C sends it: to everyone in the terminal's foreground group.
  if (child.pid !== undefined) process.kill(signal === 'SIGINT' ? -child.pid : child.pid, signal)
  await gone
}

export async function query(postgres: EmbeddedPostgres, ...statements: string[]): Promise<unknown[]> {
  const client = await connect(postgres)
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

export async function connect(postgres: EmbeddedPostgres): Promise<pg.Client> {
  const client = new pg.Client(postgres.connection)
  client.on('error', () => {}) // tests kill servers
  await client.connect()
  return client
}

export const write = async (postgres: EmbeddedPostgres): Promise<unknown> =>
  await query(postgres, 'create table note (words text)', `insert into note values ('kept')`)

export const read = async (postgres: EmbeddedPostgres): Promise<unknown[]> =>
  await query(postgres, 'select words from note')

export async function pidOf(clusterDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(clusterDir, 'postmaster.pid'), 'utf8'), 10)
}

/** By its files and its command line: where nobody collects orphans, the pid of a dead one stays in use. */
export async function isGone(pid: number, clusterDir: string): Promise<boolean> {
  const account = await accountOwning(clusterDir, await accountToRunAs())
  return !(await holdsCluster(pid, clusterDir, account)) && (await findPostmaster(clusterDir, account)) === null
}
