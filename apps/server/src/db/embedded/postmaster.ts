/**
 * The postmaster: PostgreSQL's first process, which holds the cluster. It writes postmaster.pid into the cluster; that file
 * is evidence, not proof, so a pid is believed only when that process runs as our account, on this very folder.
 */
import { execFile, type ChildProcess } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { spawnAs, type Account } from './account.ts'
import { lives } from './whole-folder.ts'

export type Postmaster = {
  pid: number
  socketFolder: string
  port: number
  status: 'starting' | 'ready' | 'stopping'
}
export type Started = { kind: 'running'; child: ChildProcess; pid: number } | { kind: 'gave-up'; why: string }

const LOOK_EVERY_MS = 20
const FAST_STOP_MS = 60_000
const IMMEDIATE_STOP_MS = 10_000

/** The living postmaster of this cluster. A pid file that only looks alive is removed: PostgreSQL would refuse to start. */
export async function findPostmaster(clusterDir: string, account: Account): Promise<Postmaster | null> {
  const path = join(clusterDir, 'postmaster.pid')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const [pidLine = '', , , port = '', socketFolder = '', , , status = ''] = text.split('\n')
  const pid = Math.abs(Number.parseInt(pidLine, 10)) // negative: someone runs it single-user, and holds it all the same
  if (!(pid > 1)) return null // PostgreSQL knows what to do with an empty or broken file
  if (await holdsCluster(pid, clusterDir, account)) {
    const known = status.trim()
    return {
      pid,
      socketFolder,
      port: Number(port),
      status: known === 'ready' || known === 'stopping' ? known : 'starting',
    }
  }
  // A dead pid is left to PostgreSQL, which also looks for backends that outlived it. One that lives is somebody else by now
  // (or a dead process that no one has collected), which PostgreSQL cannot tell and we can.
  if (lives(pid) && (await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true })
  return null
}

/** By its command line, which we gave it: readable everywhere, while /proc/…/cwd is closed to root in many containers. */
export async function holdsCluster(pid: number, clusterDir: string, account: Account): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') // empty once it is dead
    const [program = '', ...args] = command.split('\0')
    if (basename(program) !== 'postgres') return false
    if ((await stat(`/proc/${pid}`).catch(() => null))?.uid !== account.uid) return false
    return args.includes(clusterDir) || (await isSameFolder(`/proc/${pid}/cwd`, clusterDir))
  }
  if (!lives(pid)) return false
  const found = await promisify(execFile)('/bin/ps', ['-ww', '-o', 'uid=,stat=,command=', '-p', String(pid)]).catch(
    () => null,
  )
  const [, uid, state = '', command = ''] = /^\s*(-?\d+)\s+(\S+)\s+(.*)$/m.exec(found?.stdout ?? '') ?? []
  if (Number(uid) >>> 0 !== account.uid || state.startsWith('Z')) return false
  return command.includes('/postgres ') && command.includes(` -D ${clusterDir} `)
}

/** The folder may have been renamed while it runs; then only its working folder tells. */
async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(async (path) => await stat(path).catch(() => null)))
  return a != null && b != null && a.dev === b.dev && a.ino === b.ino
}

/** Starts it and waits until it takes connections; a crash's recovery comes before that and may take its time. */
export async function startPostmaster(
  program: string,
  clusterDir: string,
  account: Account,
  settings: string[],
  deadline: number,
): Promise<Started> {
  const log = await openLog(clusterDir, account)
  try {
    const child = spawnAs(account, program, ['-D', clusterDir, ...settings], log.fd)
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(String(error)))
      child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`))
    })
    for (;;) {
      const why = await Promise.race([ended, sleep(LOOK_EVERY_MS, null)])
      // Read through our own handle: the folder is the account's, and a name in it may lead root astray.
      if (why !== null) return { kind: 'gave-up', why: `${why}. ${await tail(log)}` }
      const found = await findPostmaster(clusterDir, account)
      if (found?.status === 'ready' && found.pid === child.pid) {
        child.unref() // whoever forgets stop() shall still be able to end; the next start adopts it
        return { kind: 'running', child, pid: found.pid }
      }
      if (Date.now() > deadline) {
        child.unref()
        // Not killed: it may be replaying the log, and that would begin again from the start.
        throw new Error(
          `PostgreSQL is still starting in ${clusterDir}; it goes on, so start again later. ${await tail(log)}`,
        )
      }
    }
  } finally {
    await log.close()
  }
}

/** Fast shutdown: transactions are rolled back, what was acknowledged stays. Immediate only when that hangs; WAL makes it good. */
export async function stopPostmaster(pid: number, clusterDir: string, account: Account): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    if (!(await holdsCluster(pid, clusterDir, account))) return
    try {
      process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
    const deadline = Date.now() + patience
    while (Date.now() < deadline) {
      if (!(await holdsCluster(pid, clusterDir, account))) return
      await sleep(LOOK_EVERY_MS)
    }
  }
  throw new Error(`PostgreSQL (pid ${pid}) in ${clusterDir} does not stop`)
}

/** One run's log and the one before. `ax+`: never through a link that the account could have left there for root. */
async function openLog(clusterDir: string, account: Account): ReturnType<typeof open> {
  const path = join(clusterDir, 'postgres.log')
  await rename(path, `${path}.previous`).catch(() => {})
  await rm(path, { force: true })
  const log = await open(path, 'ax+', 0o600)
  if (account.isOther) await log.chown(account.uid, account.gid)
  return log
}

async function tail(log: Awaited<ReturnType<typeof open>>): Promise<string> {
  const { size } = await log.stat()
  const start = Math.max(0, size - 2000)
  const { buffer, bytesRead } = await log.read(Buffer.alloc(2000), 0, 2000, start)
  return `Its log ends: ${buffer.toString('utf8', 0, bytesRead).trim()}`
}
