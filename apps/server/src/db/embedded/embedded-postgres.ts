/**
 * Our own PostgreSQL, for whoever gives no DATABASE_URL: a real server, from npm binaries, under DATA_DIR.
 * One postmaster per cluster, always: a living one (left by a kill -9) is adopted, a starting or stopping one waited for.
 * It speaks only through a socket in a folder closed to others, and what it has acknowledged is on disk.
 * Rules ST1–ST24 in docs/RULES.md; the tests carry the same numbers.
 */
import type { ChildProcess } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountToRunAs, type Account } from './account.ts'
import { findPackage, prepareBinaries, type Binaries } from './binaries.ts'
import { checkVersion, makeCluster } from './cluster.ts'
import { findHome, makeDataDir, writePointer, type Home } from './home.ts'
import { greet, type Connection } from './greeting.ts'
import { findPostmaster, holdsCluster, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'
import { serverSettings } from './settings.ts'
import { closeSocketFolder, isPrivate, openSocketFolder, PORT } from './socket-folder.ts'

export type EmbeddedPostgres = {
  /** For `pg`, as it is; the host is the socket's folder. */
  connection: Connection
  clusterDir: string
  /** True when it was already running and we only took it over. */
  adopted: boolean
  /** Ends it in order and waits for the end. May be called again, and after it has ended by itself. */
  stop(): Promise<void>
  /** Called once when it ends without stop(): nothing can be stored any more. */
  onExit(listener: (reason: string) => void): void
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  log: (event: { msg: string } & Record<string, unknown>) => void
  /** Off in tests only: faster, and a power cut destroys everything. */
  fsync?: boolean
  /** Where root keeps the programs, and clusters of dataDirs that cannot be reached. For tests. */
  systemDir?: string
  /** The npm package with the binaries. For tests. */
  packageDir?: string
}

const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 100
const LOOK_AT_ADOPTED_EVERY_MS = 1000
const DEFAULT_SYSTEM_DIR = process.platform === 'darwin' ? '/private/var/db/tickmark' : '/var/lib/tickmark'

/** Somebody else was faster, or backends of a killed postmaster are still ending: worth another look, not an error. */
const PASSES_BY_ITSELF = /lock file .* already exists|pre-existing shared memory block|could not create lock file/

export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, fsync = true, systemDir = DEFAULT_SYSTEM_DIR } = options
  const begun = Date.now()
  const account = await accountToRunAs()
  await makeDataDir(options.dataDir, account)
  const dataDir = await realpath(options.dataDir)
  const home = await findHome(dataDir, systemDir, account)
  const adopted = home.exists ? await adopt(home, fsync, begun + PATIENCE_MS, log) : null
  if (adopted !== null) return adopted

  const places = home.account.isOther ? [systemDir, dataDir] : [dataDir]
  const binaries = await prepareBinaries(options.packageDir ?? findPackage(), places, home.account)
  if (!home.exists) {
    await makeCluster(home.clusterDir, home.account, binaries, fsync)
    log({ msg: 'postgres cluster made', clusterDir: home.clusterDir, ms: Date.now() - begun })
  }
  if (!home.insideDataDir) {
    await writePointer(dataDir, home.clusterDir)
    log({
      msg: 'postgres cannot enter DATA_DIR, its cluster lies elsewhere',
      dataDir,
      clusterDir: home.clusterDir,
    })
  }
  await checkVersion(home.clusterDir, binaries)
  return await start(home, binaries, fsync, begun, log)
}

async function start(
  home: Home,
  binaries: Binaries,
  fsync: boolean,
  begun: number,
  log: EmbeddedPostgresOptions['log'],
): Promise<EmbeddedPostgres> {
  const { clusterDir, account } = home
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const host = await openSocketFolder(clusterDir, account)
    const started = await startPostmaster(binaries.postgres, clusterDir, account, serverSettings(host, fsync), deadline)
    if (started.kind === 'running') {
      const { pid, child } = started
      const connection = await firstConnection(host, clusterDir).catch(async (error: unknown) => {
        await stopPostmaster(pid, clusterDir, account)
        throw error
      })
      log({ msg: 'postgres started', pid, clusterDir, uid: account.uid, ms: Date.now() - begun })
      return handle({ pid, home, connection, child, adopted: false })
    }
    if (!PASSES_BY_ITSELF.test(started.why) || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start in ${clusterDir}: ${started.why}`)
    const adopted = await adopt(home, fsync, deadline, log)
    if (adopted !== null) return adopted
    await sleep(LOOK_EVERY_MS)
  }
}

async function firstConnection(host: string, clusterDir: string): Promise<Connection> {
  const greeting = await greet({ host, port: PORT }, clusterDir)
  if (greeting.kind === 'ours') return greeting.connection
  throw new Error(`PostgreSQL started in ${clusterDir}, but at its socket we find: ${greeting.kind}`)
}

/** The living postmaster of this cluster, or null when there is none (any more) and a new one may be started. */
async function adopt(
  home: Home,
  fsync: boolean,
  deadline: number,
  log: EmbeddedPostgresOptions['log'],
): Promise<EmbeddedPostgres | null> {
  const { clusterDir, account } = home
  let found: Postmaster | null
  while ((found = await findPostmaster(clusterDir, account)) !== null) {
    const { pid, socketFolder, status } = found
    if (status === 'ready') {
      const greeting = (await isPrivate(socketFolder, account))
        ? await greet({ host: socketFolder, port: found.port }, clusterDir)
        : ({ kind: 'unreachable' } as const)
      if (greeting.kind === 'ours' && (greeting.fsync || !fsync)) {
        log({ msg: 'postgres adopted', pid, clusterDir })
        return handle({ pid, home, connection: greeting.connection, child: null, adopted: true })
      }
      if (greeting.kind !== 'not-yet') {
        // It is ours by its command line, but of no use: its socket was cleaned away, or it was started without fsync.
        log({
          msg: 'postgres is running but not usable, restarting it',
          pid,
          clusterDir,
          because: greeting.kind,
        })
        await stopPostmaster(pid, clusterDir, account)
      }
    }
    if (Date.now() > deadline)
      throw new Error(
        `PostgreSQL (pid ${pid}) in ${clusterDir} has been ${status} for a minute; it goes on, so start again later`,
      )
    await sleep(LOOK_EVERY_MS)
  }
  return null
}

function handle(running: {
  pid: number
  home: Home
  connection: Connection
  child: ChildProcess | null
  adopted: boolean
}): EmbeddedPostgres {
  const { pid, connection, child, adopted } = running
  const { clusterDir, account } = running.home
  const listeners: ((reason: string) => void)[] = []
  let ended: string | null = null
  let stopping: Promise<void> | null = null
  const end = (reason: string): void => {
    if (ended !== null || stopping !== null) return
    ended = reason
    for (const listener of listeners) listener(reason)
  }
  const watch = child === null ? watchAdopted(pid, clusterDir, account, end) : null
  child?.once('exit', (code, signal) => end(`PostgreSQL (pid ${pid}) ended with ${signal ?? code}`))
  if (child !== null && (child.exitCode ?? child.signalCode) !== null) end(`PostgreSQL (pid ${pid}) ended at once`)
  const stop = async (): Promise<void> => {
    clearInterval(watch ?? undefined)
    await stopPostmaster(pid, clusterDir, account)
    // Only while no one else has started it again meanwhile; they would be using the same folder.
    if ((await findPostmaster(clusterDir, account)) === null) await closeSocketFolder(connection.host)
  }
  return {
    connection,
    clusterDir,
    adopted,
    stop: async () => await (stopping ??= stop()),
    onExit: (listener) => {
      if (ended === null) listeners.push(listener)
      else listener(ended)
    },
  }
}

/** We are not its parent, so nobody tells us. */
function watchAdopted(
  pid: number,
  clusterDir: string,
  account: Account,
  end: (reason: string) => void,
): NodeJS.Timeout {
  const timer = setInterval(() => {
    void holdsCluster(pid, clusterDir, account).then((holds) => {
      if (holds) return
      clearInterval(timer)
      end(`PostgreSQL (pid ${pid}) ended`)
    })
  }, LOOK_AT_ADOPTED_EVERY_MS)
  return timer.unref()
}
