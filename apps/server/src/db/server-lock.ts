/**
 * Who may use a database: one server that holds it for itself, or several that know of one another (REDIS_URL) and share it. A lock held by
 * a connection of its own for as long as the server lives says so. A server that finds it taken waits (a rolling restart), then refuses.
 * The connection is asked every two seconds: a database that is out of reach says nothing by itself. Rules DB5, SV6.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseRefused } from './database.ts'

const serverLock = 7_420_111
const tryLock = {
  alone: 'select pg_try_advisory_lock($1) as held',
  shared: 'select pg_try_advisory_lock_shared($1) as held',
}
const inUse = {
  alone: 'Another Tickmark server is using this database. Stop it first.',
  shared: 'A Tickmark server without REDIS_URL is using this database. Stop it first, or give it the same REDIS_URL.',
}

/** How often the connection is asked whether it still stands, and how long the answer may take. */
const askEveryMs = 2_000
const answerMs = 6_000
const connectMs = 10_000

export interface ServerLock {
  release(): Promise<void>
}

export interface LockOptions {
  /** Whether other servers may hold it too. */
  readonly shared?: boolean
  readonly waitMs: number
  readonly onWaiting: () => void
  readonly onLost: (problem: Error) => void
}

/**
 * Resolves once the lock is held. Throws DatabaseRefused when others still hold it after `waitMs`.
 * `onLost` is called once when the connection that holds the lock breaks: from then on another server may write.
 */
export async function takeServerLock(connection: pg.ClientConfig, options: LockOptions): Promise<ServerLock> {
  const { shared = false, waitMs, onWaiting, onLost } = options
  const client = new pg.Client({
    ...connection,
    application_name: 'tickmark lock',
    keepAlive: true,
    // A server that has vanished without a word lets go of the lock within half a minute.
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    connectionTimeoutMillis: connectMs,
  })
  // While it only waits, a broken connection shows in the question that fails; there is nothing to lose yet.
  let held = false
  let asking: NodeJS.Timeout | null = null
  const lose = (problem: Error) => {
    if (!held) return
    held = false
    clearInterval(asking ?? undefined)
    // The lock must not outlive our belief in it: where the connection still stands, its end frees the lock.
    client.end().catch(() => undefined)
    onLost(problem)
  }
  client.on('error', lose)
  client.on('end', () => lose(new Error('The connection that holds the lock has ended.')))
  await client.connect()
  const kind = shared ? 'shared' : 'alone'
  const giveUpAt = Date.now() + waitMs
  for (let waiting = false; ; waiting = true) {
    const { rows } = await client.query<{ held: boolean }>(tryLock[kind], [serverLock])
    if (rows[0]?.held === true) break
    if (!waiting) onWaiting()
    if (Date.now() >= giveUpAt) {
      await client.end()
      throw new DatabaseRefused(inUse[kind])
    }
    await pause(500)
  }
  held = true
  let waits = false
  asking = setInterval(() => {
    if (waits) return
    waits = true
    answered(client).then(() => (waits = false), lose)
  }, askEveryMs)
  asking.unref()
  return {
    release: async () => {
      held = false
      clearInterval(asking ?? undefined)
      await client.end()
    },
  }
}

/** How many servers share the database now, this one included. */
export async function countServers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and objid = $1 and objsubid = 1 and granted and datname = current_database()`,
    [serverLock],
  )
  return rows[0]?.count ?? 0
}

/** Tells this database from every other, so that servers of two installations on one Redis do not take each other for their own. */
export async function nameOfDatabase(pool: pg.Pool): Promise<string> {
  const query = (sql: string) => pool.query<{ name: string }>(sql)
  const { rows } = await query(
    `select system_identifier || '-' || d.oid as name from pg_control_system(), pg_database d
     where datname = current_database()`,
    // A database run by somebody else may keep its identifier to itself.
  ).catch(() => query('select current_database() as name'))
  return rows[0]?.name ?? ''
}

async function answered(client: pg.Client): Promise<void> {
  // Our own clock: a database that is out of reach answers no question, and ends none.
  const late = AbortSignal.timeout(answerMs)
  await new Promise<void>((resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error('The database does not answer.')))
    client.query('select 1').then(() => resolve(), reject)
  })
}
