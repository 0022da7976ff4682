/**
 * A backup brought back into a database that holds nothing yet. Everything or nothing: one transaction, after every file was found
 * as it was written. Articles begin a new epoch, so that a tab with text from after the backup does not merge into it. Rule BK2.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { DatabaseRefused, ownerRole } from '../db/database.ts'
import { migrate } from '../db/migration.ts'
import { takeServerLock } from '../db/server-lock.ts'
import { type Manifest, manifestFile, manifestShape } from './backup.ts'
import { migrationsOf } from './tables.ts'

/** Throws DatabaseRefused, with a sentence, for everything that makes the backup or the database unfit. */
export async function restore(connection: pg.ClientConfig, blobs: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  for (const table of manifest.tables) await checkFile(folder, table)
  await migrate(connection)
  const lock = await takeServerLock(connection, { waitMs: 0, onWaiting: () => {}, onLost: () => {} })
  const client = new pg.Client({ ...connection, application_name: 'tickmark restore' })
  await client.connect()
  try {
    await client.query(`set role ${ownerRole}`)
    await checkFits(client, manifest)
    // Before the rows that speak of them.
    const kept = path.join(folder, 'blobs')
    if (existsSync(kept)) await cp(kept, blobs, { recursive: true })
    await client.query('begin')
    for (const { name, file } of manifest.tables) {
      await pipeline(createReadStream(path.join(folder, file)), client.query(copyFrom(`copy ${name} from stdin`)))
    }
    await client.query('update streams set epoch = epoch + 1')
    await client.query('commit')
    return manifest
  } finally {
    await client.end()
    await lock.release()
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestFile), 'utf8').catch(() => null)
  if (text === null) throw new DatabaseRefused(`There is no backup in ${folder}: ${manifestFile} is missing.`)
  try {
    return manifestShape.parse(JSON.parse(text))
  } catch {
    throw new DatabaseRefused(`${manifestFile} in ${folder} is not one that this Tickmark has written.`)
  }
}

async function checkFile(folder: string, { file, sha256 }: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256')
  const within = path.resolve(folder, file).startsWith(path.resolve(folder) + path.sep)
  if (within && existsSync(path.join(folder, file))) await pipeline(createReadStream(path.join(folder, file)), hash)
  if (hash.digest('hex') !== sha256) throw new DatabaseRefused(`${file} is not as the backup left it.`)
}

async function checkFits(client: pg.Client, manifest: Manifest): Promise<void> {
  const migrations = await migrationsOf(client)
  if (JSON.stringify(migrations) !== JSON.stringify(manifest.migrations))
    throw new DatabaseRefused(
      'This backup was made by another release of Tickmark. Restore it with that release; the newer one then brings it up to date.',
    )
  const { rows } = await client.query<{ inUse: boolean }>(
    'select exists (select from newsrooms) or exists (select from auth."user") as "inUse"',
  )
  if (rows[0]?.inUse !== false)
    throw new DatabaseRefused(
      'There is something in this database already. Restore into an empty DATA_DIR or database.',
    )
}
