/**
 * An online backup: every table as it was at one moment, and the blobs it speaks of, in a folder of plain files. The server goes on
 * meanwhile. What was acknowledged before the backup began is in it. Rule BK1.
 */
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { ownerRole } from '../db/database.ts'
import { migrationsOf, tablesInOrder } from './tables.ts'

export const manifestShape = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** In the order in which they can be filled again. `sha256` (hex) of the file. */
  tables: z.array(z.object({ name: z.string(), file: z.string(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestShape>

export const manifestFile = 'backup.json'

/** Throws when `folder` exists: a backup is never written over. Appears under its name only when it is whole. */
export async function backUp(connection: pg.ClientConfig, blobs: string, folder: string, at: Date): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} exists already. Name a folder that does not.`)
  const unfinished = `${folder}.unfinished`
  await mkdir(path.join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client({ ...connection, application_name: 'tickmark backup' })
  await client.connect()
  try {
    await client.query(`set role ${ownerRole}`)
    await client.query('begin isolation level repeatable read read only')
    const migrations = await migrationsOf(client)
    const tables = []
    for (const name of await tablesInOrder(client)) tables.push(await copyOut(client, name, unfinished))
    // After the tables: blobs are only ever added, so each one the tables speak of is there.
    if (existsSync(blobs)) await cp(blobs, path.join(unfinished, 'blobs'), { recursive: true })
    const manifest: Manifest = { format: 1, at: at.toISOString(), migrations, tables }
    await writeFile(path.join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(unfinished, folder)
    return manifest
  } finally {
    await client.end()
  }
}

async function copyOut(client: pg.Client, name: string, folder: string): Promise<Manifest['tables'][number]> {
  const file = path.join('tables', `${name.replaceAll('"', '')}.copy`)
  const hash = createHash('sha256')
  const passing = new PassThrough()
  passing.on('data', (bytes: Buffer) => hash.update(bytes))
  const rows = client.query(copyTo(`copy ${name} to stdout`))
  await pipeline(rows, passing, createWriteStream(path.join(folder, file), { mode: 0o600 }))
  return { name, file, sha256: hash.digest('hex') }
}
