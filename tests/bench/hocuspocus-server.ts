/** Hocuspocus as its manual sets it up: the database extension over PostgreSQL, every default as it is. */
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
await pool.query('create table if not exists documents (name text primary key, data bytea)')

const database = new Database({
  fetch: async ({ documentName }) => {
    const { rows } = await pool.query<{ data: Buffer }>('select data from documents where name = $1', [documentName])
    return rows[0]?.data ?? null
  },
  store: async ({ documentName, state }) => {
    await pool.query(
      'insert into documents (name, data) values ($1, $2) on conflict (name) do update set data = excluded.data',
      [documentName, state],
    )
  },
})

const server = new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  extensions: [database],
})
await server.listen()
process.stdout.write('ready\n')
