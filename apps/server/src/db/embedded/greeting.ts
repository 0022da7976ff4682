/**
 * The first words with a PostgreSQL behind a socket: is it this cluster's, does it keep what it acknowledges, and is our
 * database there. Nothing else opens a connection as superuser before the pools do.
 */
import pg from 'pg'

export type Connection = { host: string; port: number; user: string; database: string }
export type Greeting =
  | { kind: 'ours'; connection: Connection; fsync: boolean }
  | { kind: 'not-yet' } //     starting, recovering, stopping or out of connections: ask again
  | { kind: 'unreachable' } // nobody listens at the socket
  | { kind: 'stranger' } //    someone does, and it is another cluster

const USER = 'postgres'
const DATABASE = 'tickmark'
const ANSWER_WITHIN_MS = 10_000

const DUPLICATE_DATABASE = '42P04'
/** Starting up, shutting down, recovering from a crash, too many connections. */
const PASSES = new Set(['57P03', '57P02', '57P01', '53300'])
const IS_SQLSTATE = /^[0-9A-Z]{5}$/

export async function greet(socket: { host: string; port: number }, clusterDir: string): Promise<Greeting> {
  const client = new pg.Client({
    ...socket,
    user: USER,
    database: 'postgres',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: 3 * ANSWER_WITHIN_MS,
  })
  client.on('error', () => {}) // the query in flight rejects too, and that is where it is answered
  try {
    await client.connect()
    const { rows } = await client.query<{ cluster: string; fsync: string; exists: boolean }>(
      `select current_setting('data_directory') as cluster, current_setting('fsync') as fsync,
              exists (select from pg_database where datname = $1) as exists`,
      [DATABASE],
    )
    const row = rows[0]
    if (row === undefined || row.cluster !== clusterDir) return { kind: 'stranger' }
    if (!row.exists) await createDatabase(client)
    return {
      kind: 'ours',
      connection: { ...socket, user: USER, database: DATABASE },
      fsync: row.fsync === 'on',
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return { kind: 'unreachable' }
    // No word from PostgreSQL itself (a connection cut off, no answer in time) may pass too; whoever asks has a deadline.
    if (PASSES.has(code) || !IS_SQLSTATE.test(code)) return { kind: 'not-yet' }
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** Under a lock that ends with this connection: two starts at once may both find it missing. */
async function createDatabase(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(1)')
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== DUPLICATE_DATABASE) throw error
  })
}
