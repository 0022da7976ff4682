/**
 * The server's hold on its database: our own PostgreSQL or the one of DATABASE_URL, brought up to date, and the lock that makes this
 * the only server on it, or one of several that know of one another. When the hold is lost every connection is cut, since what is under
 * way must not be stored later, and it is taken again without a restart; whoever asked is told both times. Rules DB5, DB6, SV6.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Database, DatabaseRefused, openDatabase } from './database.ts'
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded/embedded-postgres.ts'
import { migrate } from './migration.ts'
import { type ServerLock, takeServerLock } from './server-lock.ts'

export interface StorageOptions {
  readonly dataDir: string
  /** Null: our own PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null
  readonly lockWaitMs: number
  /** Whether other servers may use the database too. */
  readonly shared: boolean
  readonly log: (line: { msg: string } & Record<string, unknown>) => void
  /** False from the moment the hold is lost until it is held again. */
  readonly onHold: (held: boolean) => void
}

export interface Storage {
  readonly db: Database
  close(): Promise<void>
}

interface Hold {
  readonly connection: pg.ClientConfig
  readonly own: EmbeddedPostgres | null
  readonly lock: ServerLock
}

const retryMs = 1_000

export async function openStorage(options: StorageOptions): Promise<Storage> {
  let closing = false
  let opened: Database | null = null
  let hold = await takeHold(options, Date.now() + options.lockWaitMs, onLost)
  await migrate(hold.connection)
  const db = await openDatabase(hold.connection, (problem) =>
    options.log({ msg: 'a database connection broke', code: 'code' in problem ? String(problem.code) : problem.name }),
  )
  opened = db
  return {
    db,
    close: async () => {
      closing = true
      await db.close()
      // Our own PostgreSQL ends with the lock still held: let go before, a server that waits would take it on a database about to stop.
      await hold.own?.stop()
      await hold.lock.release().catch(() => undefined)
    },
  }

  function onLost(): void {
    if (closing) return
    options.log({ msg: 'the hold on the database is lost; nothing is taken until it is back' })
    options.onHold(false)
    opened?.cut()
    void takeAgain()
  }

  async function takeAgain(): Promise<void> {
    while (!closing) {
      try {
        hold = await takeHold(options, Date.now() + retryMs, onLost)
        options.log({ msg: 'the database is held again' })
        return options.onHold(true)
      } catch {
        await pause(retryMs)
      }
    }
  }
}

/** Tries until `giveUpAt`: the first server may stop meanwhile, and take its PostgreSQL with it. */
async function takeHold(options: StorageOptions, giveUpAt: number, onLost: () => void): Promise<Hold> {
  for (;;) {
    const { databaseUrl, dataDir, log } = options
    const own = databaseUrl === null ? await openEmbeddedPostgres({ dataDir, log }) : null
    const connection: pg.ClientConfig = own === null ? { connectionString: databaseUrl ?? '' } : own.connection
    try {
      const lock = await takeServerLock(connection, {
        shared: options.shared,
        waitMs: giveUpAt - Date.now(),
        onWaiting: () => log({ msg: 'another Tickmark server uses this database; waiting for it to leave' }),
        onLost,
      })
      return { connection, own, lock }
    } catch (problem) {
      // A PostgreSQL that another server started is not ours to stop.
      if (problem instanceof DatabaseRefused || own === null || Date.now() >= giveUpAt) throw problem
      await pause(retryMs)
    }
  }
}
