/**
 * The account PostgreSQL runs as. PostgreSQL refuses to run as root, so root hands it to `postgres`, else `nobody`.
 * Whatever is run here sees neither our environment (secrets, PG* variables, locales), nor our working folder (perhaps
 * one the account cannot enter), nor root's supplementary groups (libuv clears them together with the uid).
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

export type Account = {
  uid: number
  gid: number
  /** True when we are root and have to switch to it; false when it is simply us. */
  isOther: boolean
}

/** Most systems agree on this number, and a container image may have no /etc/passwd at all. */
const NOBODY = 65534

/** Locale C and UTC exist everywhere; with none set, macOS makes the postmaster multithreaded and it gives up. */
const PLAIN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export async function accountToRunAs(): Promise<Account> {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  if (uid !== 0) return { uid, gid, isOther: false }
  const named = (await lookUp('postgres')) ?? (await lookUp('nobody'))
  return { ...(named ?? { uid: NOBODY, gid: NOBODY }), isOther: true }
}

/**
 * An existing cluster decides for itself: it runs as the account that owns it. So data survives a new image with other uids,
 * a `postgres` user installed later, and root starting once what someone else set up.
 */
export async function accountOwning(folder: string, account: Account): Promise<Account> {
  const owner = await stat(folder)
  if (owner.uid === account.uid) return { ...account, gid: account.isOther ? owner.gid : account.gid }
  if (account.isOther && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, isOther: true }
  throw new Error(
    `The PostgreSQL cluster in ${folder} belongs to uid ${owner.uid}, and PostgreSQL would run as uid ${account.uid}. ` +
      `Start as the owner or as root, or give the folder away: chown -R ${account.uid}:${account.gid} ${folder}`,
  )
}

export function spawnAs(account: Account, file: string, args: string[], output: number | 'pipe'): ChildProcess {
  return spawn(file, args, {
    ...(account.isOther ? { uid: account.uid | 0, gid: account.gid | 0 } : {}), // | 0: macOS calls nobody -2, spawn wants it signed
    cwd: '/',
    env: PLAIN_ENVIRONMENT,
    stdio: ['ignore', output, output],
    // A file as output means a long life: its own session, so that Ctrl-C reaches us alone and we shut it down in order.
    detached: output !== 'pipe',
  })
}

/** Runs to the end; a program that cannot even be started is an answer too. */
export async function runAs(account: Account, file: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  return await new Promise((resolve) => {
    let output = ''
    let child: ChildProcess
    try {
      child = spawnAs(account, file, args, 'pipe')
    } catch (error) {
      resolve({ ok: false, output: String(error) }) // EACCES and the like are thrown, not emitted, by some versions of Node
      return
    }
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}

/** A real attempt, since modes are not the whole story (ACLs, mounts, security modules). initdb needs /bin/sh anyway. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (!account.isOther) return true
  return (await runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).ok
}

export async function canWrite(account: Account, folder: string): Promise<boolean> {
  if (!account.isOther) return true
  const attempt = 'cd -- "$1" && : > .attempt && rm .attempt'
  return (await runAs(account, '/bin/sh', ['-c', attempt, 'sh', folder])).ok
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | null> {
  if (process.platform === 'darwin') {
    const id = async (flag: string): Promise<number> =>
      Number((await promisify(execFile)('/usr/bin/id', [flag, name])).stdout) >>> 0
    return await Promise.all([id('-u'), id('-g')]).then(
      ([uid, gid]) => ({ uid, gid }),
      () => null,
    )
  }
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name)
  return fields === undefined || fields[2] === '0' ? null : { uid: Number(fields[2]), gid: Number(fields[3]) }
}
