/**
 * The database as the rest of the server sees it: a pool whose every connection is the role `tickmark_app`, which row security
 * binds, and the one helper that opens a transaction for a newsroom. Rules DB1–DB3.
 */
import { Socket } from 'node:net'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export const appRole = 'tickmark_app'
export const ownerRole = 'tickmark_owner'

type NoSchema = Record<string, never>
/** What is asked and written within one transaction; it has none within it. */
export type Tx = Omit<NodePgDatabase<NoSchema>, 'transaction'>

export interface Database {
  readonly pool: pg.Pool
  /** For tables without a newsroom: streams, newsrooms, sign-in. Newsroom tables show no row through it. */
  readonly open: NodePgDatabase<NoSchema>
  /** One transaction on such tables. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction in which exactly this newsroom's rows are seen and written. */
  inNewsroom<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As `inNewsroom`, to read only: all of it as it was at one moment, whatever is decided meanwhile. */
  atOneMoment<T>(newsroomId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Rows of the newsroom with this slug, none without such a newsroom: for what is asked with every request and socket. The values stand
   * in the question as literals (`pg.escapeLiteral`).
   */
  askAt<Row>(slug: string, question: string): Promise<Row[]>
  /** One transaction in which a person's own memberships are seen, of whichever newsroom. */
  asPerson<T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Ends every connection, in the middle of whatever it does; the next question gets a new one. */
  cut(): void
  close(): Promise<void>
}

export class DatabaseRefused extends Error {}

/** Opens the pool as the application's role. Throws DatabaseRefused when that role would see past row security. */
export async function openDatabase(
  connection: pg.PoolConfig,
  report: (problem: Error) => void,
  size = 20,
): Promise<Database> {
  const sockets = new Set<Socket>()
  const pool = new pg.Pool({
    ...connection,
    max: size,
    // The role is set when the connection is made, so no query can run as anyone else.
    options: `-c role=${appRole}`,
    application_name: 'tickmark',
    connectionTimeoutMillis: 10_000,
    stream: () => {
      const socket = new Socket()
      sockets.add(socket.once('close', () => sockets.delete(socket)))
      return socket
    },
  })
  // An idle connection that breaks (the server restarted) is not the process's end; the next query gets a new one.
  pool.on('error', report)
  // One that breaks between two questions of a transaction says so with the next one.
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await refusePowerfulRole(pool)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  const open = drizzle(pool, { casing: 'snake_case' })
  // Begun by hand: Drizzle would never give a connection back that breaks at “begin”, and asks once more for each setting.
  const begun = async <T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let isBroken = false
    try {
      await client.query(begin)
      const value = await work(drizzle(client, { casing: 'snake_case' }))
      await client.query('commit')
      return value
    } catch (problem) {
      await client.query('rollback').catch(() => (isBroken = true))
      throw problem
    } finally {
      client.release(isBroken)
    }
  }
  const within = <T>(setting: string, value: string, work: (tx: Tx) => Promise<T>, how = ''): Promise<T> =>
    begun(`begin ${how}; select set_config('${setting}', ${pg.escapeLiteral(value)}, true)`, work)
  return {
    pool,
    open,
    transaction: (work) => begun('begin', work),
    inNewsroom: (newsroomId, work) => within('app.newsroom_id', newsroomId, work),
    atOneMoment: (newsroomId, work) =>
      within('app.newsroom_id', newsroomId, work, 'isolation level repeatable read read only'),
    askAt: async (slug, question) => {
      // PostgreSQL takes the statements of one message for one transaction, so the setting ends with it, and nothing is waited for in between.
      const newsroom = `(select id::text from newsrooms where slug = ${pg.escapeLiteral(slug)})`
      const answers: unknown = await pool.query(`select set_config('app.newsroom_id', ${newsroom}, true); ${question}`)
      const [, answer] = answers as [pg.QueryResult, pg.QueryResult]
      return answer.rows
    },
    asPerson: (person, work) => within('app.person', person, work),
    cut: () => {
      // Not with a word of farewell: behind a dead line nobody would ever answer it.
      for (const socket of sockets) socket.destroy()
    },
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
