/** The database itself keeps newsrooms apart and history as it was, whatever the program above it forgets. */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRole, openDatabase, ownerRole } from '#server/db/database.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { asSuperuser } from '../builders/postgres.ts'
import { aDatabase, aServer, type TestServer } from '../builders/server.ts'
import { aDocument } from './routes.ts'

let server: TestServer
let noor: Person
let idris: Person
let sana: Person

/** Tables without a newsroom of their own: opaque bytes, and what is looked up before anyone is known. Each for a reason. */
const withoutNewsroom = ['client_ids', 'newsrooms', 'snapshots', 'updates']

beforeAll(async () => {
  server = await aServer()
  ;[noor, idris, sana] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'idris'), aPerson(server, 'sana')])
  // One row in every table of a newsroom, by the commands that people use.
  const { id } = await anArticle(noor)
  const words = 'At least 14 people drowned'
  await noor.done('POST', `articles/${id}/claims`, { exact: words, kind: 'casualty' }, { key: 'a-key' })
  const at = `articles/${id}/claims/C1`
  const link = { source: { kind: 'other', title: 'A note' }, stance: 'context', locator: 'p. 1' }
  await noor.done('POST', `${at}/evidence`, link)
  const given = { wordsSeen: words, verdictSeen: null, rating: 'wrong', why: 'Seventeen.' }
  const { seq } = await noor.done<{ seq: number }>('POST', `${at}/verdicts`, given)
  await idris.done('POST', `${at}/sign-offs`, { wordsSeen: words, verdictSeen: seq })
  await noor.done('POST', `${at}/talk`, { text: 'Seventeen, says the registrar.', mentions: [] })
  await noor.done('POST', `${at}/queries`, { to: await personId(idris), text: 'Who counted?' })
  await noor.done('POST', `articles/${id}/review-requests`, { note: '' })
  const seen = {
    rule: 'nothing-wrong-in-text',
    wordsSeen: words,
    verdictSeen: seq,
    why: 'The correction runs beside it.',
  }
  await idris.done('POST', `${at}/exceptions`, seen)
  await idris.done('POST', `articles/${id}/looks`, { seq })
  const { id: source } = await noor.done<{ id: string }>('POST', 'sources', { kind: 'document', title: 'The list' })
  await noor.done('PUT', `sources/${source}/origin`, { origin: { name: 'The registrar' } })
  const form = new FormData()
  form.append('file', new File(['Seventeen names.'], 'list.txt'))
  await noor.done('POST', `sources/${source}/documents`, form)
  await noor.done('POST', `articles/${id}/ticks`, { sentences: ['Officials deny it.'], reason: 'opinion' })
  await noor.done('POST', `articles/${id}/skips`, { words: ['Officials deny it.'] })
  await noor.done('POST', `articles/${id}/drafts`, { document: aDocument('A new draft') })
  await sana.done('POST', 'invitations', { email: 'mira@demo.test', roles: ['checker'] })
})

const personId = async (person: Person): Promise<string> => (await person.done<{ me: { id: string } }>('GET', '')).me.id

afterAll(async () => {
  for (const person of [noor, idris, sana]) person?.leave()
  await server?.stop()
})

interface Table {
  readonly name: string
  readonly secured: boolean
}

const tables = (where: string) =>
  server.database.sql<Table>(`
    select t.table_name as name, c.relrowsecurity as secured from information_schema.tables t
    join pg_class c on c.oid = format('%I.%I', t.table_schema, t.table_name)::regclass
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and ${where} (
      select from information_schema.columns n
      where n.table_schema = 'public' and n.table_name = t.table_name and n.column_name = 'newsroom_id')
    order by 1`)

/** As the application, with `newsroom` set or nothing; rolled back. */
async function asApplication<T>(newsroom: string | null, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await server.services.db.pool.connect()
  try {
    await client.query('begin')
    if (newsroom !== null) await client.query(`select set_config('app.newsroom_id', $1, true)`, [newsroom])
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const code = (problem: unknown) => (problem as { code?: string }).code

describe('DB2 every table of a newsroom', () => {
  test('DB2 has its policy; a table without a newsroom is one of the few that are meant to be', async () => {
    const ofNewsrooms = await tables('exists')
    expect(ofNewsrooms.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual(['streams'])
    expect((await tables('not exists')).map(({ name }) => name)).toEqual(withoutNewsroom)
  })

  test('DB2 shows no row and takes none when no newsroom, or another one, was opened', async () => {
    const other = await server.newsroomId('other')
    const names = (await tables('exists')).map(({ name }) => name).filter((name) => name !== 'streams')
    expect(names).toContain('events')
    for (const table of names) {
      const [row] = await server.database.sql<{ row: object }>(
        `select to_jsonb(t) as row from ${table} t where newsroom_id <> $1 limit 1`,
        [other],
      )
      expect(row, `no row in ${table} to try this with: add one above`).toBeDefined()
      for (const newsroom of [null, other]) {
        await asApplication(newsroom, async (client) => {
          const { rows } = await client.query(`select * from ${table} where newsroom_id <> $1`, [other])
          expect([table, rows]).toEqual([table, []])
          const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`
          const refused = await client.query(insert, [JSON.stringify(row?.row)]).catch(code)
          expect([table, refused]).toEqual([table, '42501'])
        })
      }
      const removed = await asApplication(null, (client) =>
        client.query(`delete from ${table}`).then(({ rowCount }) => rowCount, code),
      )
      expect([table, [0, '42501'].includes(removed as never)]).toEqual([table, true])
    }
  })

  test('DB2 a setting that is empty or left over from an earlier transaction opens nothing', async () => {
    const harbour = await server.newsroomId('harbour')
    const seen = await asApplication(harbour, (client) => client.query('select from articles'))
    expect(seen.rowCount).toBe(1)
    const client = await server.services.db.pool.connect()
    await client.query('begin')
    await client.query(`select set_config('app.newsroom_id', $1, true)`, [harbour])
    await client.query('commit')
    expect((await client.query('select from articles')).rowCount).toBe(0)
    client.release()
    expect((await asApplication('', (empty) => empty.query('select from articles'))).rowCount).toBe(0)
  })

  test('DB2 a question in one message sees one newsroom, and leaves none open behind it, also when it fails', async () => {
    const { db } = server.services
    expect(await db.askAt('harbour', 'select from articles')).toHaveLength(1)
    expect(await db.askAt('other', 'select from articles')).toEqual([])
    expect(await db.askAt("nobody's", 'select from articles')).toEqual([])
    await expect(db.askAt('harbour', 'select 1 / 0')).rejects.toThrow('division by zero')
    for (let connection = 0; connection < 25; connection += 1) {
      expect((await db.pool.query('select from articles')).rowCount).toBe(0)
    }
  })
})

describe('DB4 events are kept', () => {
  test.each([
    ['UPDATE', `update events set body = '{}'`],
    ['DELETE', 'delete from events'],
    ['TRUNCATE', 'truncate events cascade'],
  ])('DB4 %s is refused to the application, to the tables’ owner and to a superuser', async (_, statement) => {
    const before = await server.database.sql('select hash from events order by stream_id, seq')
    const application = await asApplication(null, (client) => client.query(statement).catch(code))
    expect(application).toBe('42501')
    for (const role of [ownerRole, null]) {
      const refused = await asSuperuser(server.database.url, async (client) => {
        if (role !== null) await client.query(`set role ${role}`)
        return client.query(statement).catch(code)
      })
      expect([role, refused]).toEqual([role, 'P0001'])
    }
    expect(await server.database.sql('select hash from events order by stream_id, seq')).toEqual(before)
  })
})

describe('DB3 the application’s role', () => {
  test('DB3 is the one every connection has, and it owns nothing', async () => {
    const { rows } = await server.services.db.pool.query('select current_user as role')
    expect(rows).toEqual([{ role: appRole }])
    const owned = await server.database.sql(`select from pg_class where pg_get_userbyid(relowner) = '${appRole}'`)
    expect(owned).toEqual([])
  })

  test('DB3 the server refuses a database where that role owns a table, since an owner sees past row security', async () => {
    const scratch = await aDatabase()
    try {
      await scratch.sql(`alter table sources owner to ${appRole}`)
      await expect(openDatabase({ connectionString: scratch.url }, () => {})).rejects.toThrow(/row security/)
    } finally {
      await scratch.drop()
    }
  })
})
