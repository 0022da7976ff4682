/**
 * The database for a command that somebody runs by hand: the one of the environment, whether a server is running on it or not.
 * PostgreSQL of our own is started for the command when it is not running, and left alone when it is.
 */
import type pg from 'pg'
import { type Database, openDatabase } from '../db/database.ts'
import { openEmbeddedPostgres } from '../db/embedded/embedded-postgres.ts'
import { migrate } from '../db/migration.ts'
import type { Settings } from '../settings.ts'

export const withDatabase = <T>(settings: Settings, work: (db: Database) => Promise<T>): Promise<T> =>
  withConnection(settings, async (connection) => {
    await migrate(connection)
    const db = await openDatabase(connection, () => {}, 2)
    try {
      return await work(db)
    } finally {
      await db.close()
    }
  })

/** The same before anything is opened or brought up to date. */
export async function withConnection<T>(
  settings: Settings,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = settings
  const own = databaseUrl === null ? await openEmbeddedPostgres({ dataDir, log: () => {} }) : null
  try {
    return await work(own === null ? { connectionString: databaseUrl ?? '' } : own.connection)
  } finally {
    if (own !== null && !own.adopted) await own.stop()
  }
}
