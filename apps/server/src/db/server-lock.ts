/**
 * One server for one database: a lock held by a connection of its own for as long as the server lives. A second server waits for
 * the first to leave (a rolling restart), then refuses. Rule DB5.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseRefused } from './database.ts'

const serverLock = 7_420_111

export interface ServerLock {
  release(): Promise<void>
}

/**
 * Resolves once the lock is held. Throws DatabaseRefused when another server still holds it after `waitMs`.
 * `onLost` is called when the connection that holds the lock breaks: from then on another server may write.
 */
export async function takeServerLock(
  connection: pg.ClientConfig,
  options: { waitMs: number; onWaiting: () => void; onLost: (problem: Error) => void },
): Promise<ServerLock> {
  const client = new pg.Client({ ...connection, application_name: 'tickmark lock', keepAlive: true })
  // While it only waits, a broken connection shows in the question that fails; there is nothing to lose yet.
  let held = false
  client.on('error', (problem) => {
    if (held) options.onLost(problem)
  })
  await client.connect()
  const giveUpAt = Date.now() + options.waitMs
  for (let waiting = false; ; waiting = true) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [serverLock])
    if (rows[0]?.held === true) {
      held = true
      break
    }
    if (!waiting) options.onWaiting()
    if (Date.now() >= giveUpAt) {
      await client.end()
      throw new DatabaseRefused('Another Tickmark server is using this database. Stop it first.')
    }
    await pause(500)
  }
  return {
    release: async () => {
      held = false
      await client.end()
    },
  }
}
