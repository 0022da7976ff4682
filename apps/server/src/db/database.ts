/**
 * The database as the rest of the server sees it: a pool whose every connection is the role `tickmark_app`, which row security
 * binds, and the one helper that opens a transaction for a newsroom. Rules DB1–DB3.
 */
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import pg from 'pg'

export const appRole = 'tickmark_app'
export const ownerRole = 'tickmark_owner'

type NoSchema = Record<string, never>
export type Tx = NodePgTransaction<NoSchema, ExtractTablesWithRelations<NoSchema>>

export interface Database {
  readonly pool: pg.Pool
  /** For tables without a newsroom: streams, newsrooms, sign-in. Newsroom tables show no row through it. */
  readonly open: NodePgDatabase<NoSchema>
  /** One transaction in which exactly this newsroom's rows are seen and written. */
  inNewsroom<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction in which a person's own memberships are seen, of whichever newsroom. */
  asPerson<T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export class DatabaseRefused extends Error {}

/** Opens the pool as the application's role. Throws DatabaseRefused when that role would see past row security. */
export async function openDatabase(
  connection: pg.PoolConfig,
  report: (problem: Error) => void,
  size = 20,
): Promise<Database> {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    // The role is set when the connection is made, so no query can run as anyone else.
    options: `-c role=${appRole}`,
    application_name: 'tickmark',
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks (the server restarted) is not the process's end; the next query gets a new one.
  pool.on('error', report)
  try {
    await refusePowerfulRole(pool)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  const open = drizzle(pool, { casing: 'snake_case' })
  const within = <T>(setting: string, value: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    open.transaction(async (tx) => {
      await tx.execute(sql`select set_config(${setting}, ${value}, true)`)
      return work(tx)
    })
  return {
    pool,
    open,
    inNewsroom: (newsroomId, work) => within('app.newsroom_id', newsroomId, work),
    asPerson: (person, work) => within('app.person', person, work),
    close: () => pool.end(),
  }
}

/** DB3. A role that bypasses row security would show every newsroom to every other. */
async function refusePowerfulRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; powerful: boolean }>(
    `select current_user as name, rolsuper or rolbypassrls
       or exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as powerful
     from pg_roles where rolname = current_user`,
  )
  const role = rows[0]
  if (role === undefined || role.powerful) {
    throw new DatabaseRefused(
      `The database role ${role?.name ?? '?'} is not bound by row security. Tickmark does not start.`,
    )
  }
}
