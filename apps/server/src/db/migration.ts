/**
 * Brings a database to this release's tables: makes the two roles, then runs the migrations in `drizzle/` as the owner role, under
 * an advisory lock, so that several servers starting at once do it once. Rule DB1.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { appRole, DatabaseRefused, ownerRole } from './database.ts'

/** Any number, the same in every release. */
const migrationLock = 7_420_110

export async function migrate(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'tickmark migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await makeRoles(client)
    await client.query(`set role ${ownerRole}`)
    await runMigrations(drizzle(client), { migrationsFolder: migrationsFolder(), migrationsSchema: 'drizzle' })
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of [ownerRole, appRole]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rowCount === 0) await makeRole(client, role)
  }
  const { rows } = await client.query<{ database: string }>('select current_database() as database')
  const database = pg.escapeIdentifier(rows[0]?.database ?? '')
  await client.query(`grant create on database ${database} to ${ownerRole}`)
  await client.query(`grant usage, create on schema public to ${ownerRole}`)
}

async function makeRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole`)
    await client.query(`grant ${role} to current_user`)
  } catch (problem) {
    const code = problem instanceof pg.DatabaseError ? problem.code : undefined
    // Roles belong to the whole cluster: a server starting on another database may have been quicker.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw problem
    throw new DatabaseRefused(
      `The user of DATABASE_URL may not create the role ${role}. Create it once: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO that user.`,
    )
  }
}

/** `drizzle/` lies at the project's root, above this file both as source and when built. */
function migrationsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'drizzle')
    if (existsSync(path.join(candidate, 'meta', '_journal.json'))) return candidate
    if (folder === path.dirname(folder)) throw new Error('The folder drizzle/ with the migrations is missing.')
  }
}
