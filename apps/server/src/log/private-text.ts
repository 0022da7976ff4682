/**
 * Free text that may have to be forgotten: reasons, excerpts, source details. It lies in an erasable row; the event that belongs to
 * it holds the row's id and a salted hash, so erasing leaves the chain valid. Rule LG5.
 */
import { createHash, randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { PrivateRef } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { privateTexts } from '../db/log-tables.ts'

const saltedHash = (salt: Buffer, text: string): string =>
  createHash('sha256').update(salt).update(text, 'utf8').digest('hex')

export async function keepPrivate(
  tx: Tx,
  stream: { id: string; newsroomId: string },
  text: string,
): Promise<PrivateRef> {
  const id = newId()
  const salt = randomBytes(16)
  await tx.insert(privateTexts).values({ newsroomId: stream.newsroomId, id, streamId: stream.id, salt, body: text })
  return { id, sha256: saltedHash(salt, text) }
}

/** The texts that still stand, by id; erased ones are absent. */
export async function readPrivate(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: privateTexts.id, body: privateTexts.body })
    .from(privateTexts)
    .where(inArray(privateTexts.id, [...ids]))
  return new Map(rows.flatMap(({ id, body }) => (body === null ? [] : [[id, body]])))
}
