/** Which tables a backup holds, read from the database itself: a table made by a later migration is in it without a word here. */
import type pg from 'pg'

/** `schema.table`, quoted. */
export type TableName = string

/** What ends with a restore: whoever was signed in signs in again, and counts of tries begin anew. */
const leftOut = new Set(['auth.session', 'auth.rate_limit', 'auth.failed_sign_ins', 'auth.verification'])

/** All tables of ours, those first that others refer to. */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableName[]> {
  const { rows: tables } = await client.query<{ name: string; quoted: string }>(
    `select schemaname || '.' || tablename as name, format('%I.%I', schemaname, tablename) as quoted
     from pg_tables where schemaname in ('public', 'auth') order by 1`,
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct format('%I.%I', fn.nspname, f.relname) as "from", format('%I.%I', tn.nspname, t.relname) as "to"
     from pg_constraint c
     join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where c.contype = 'f' and c.conrelid <> c.confrelid`,
  )
  const kept = tables.filter(({ name }) => !leftOut.has(name)).map(({ quoted }) => quoted)
  return afterWhatTheyReferTo(kept, references)
}

function afterWhatTheyReferTo(
  tables: readonly TableName[],
  references: readonly { readonly from: string; readonly to: string }[],
): TableName[] {
  const ordered: TableName[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const next = [...waiting].find((table) => !references.some(({ from, to }) => from === table && waiting.has(to)))
    if (next === undefined) throw new Error('Tables refer to one another in a circle.')
    waiting.delete(next)
    ordered.push(next)
  }
  return ordered
}

/** Hashes of the migrations that have run, oldest first: what the tables look like. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id')
  return rows.map(({ hash }) => hash)
}
