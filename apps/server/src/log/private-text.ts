/**
 * Free text that may have to be forgotten: reasons, excerpts, source details. It lies in an erasable row; the event that belongs to
 * it holds the row's id and a salted hash, so erasing leaves the chain valid. Rule LG5.
 */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { type PrivateRef, privateRef, type TickmarkEvent } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { privateTexts } from '../db/log-tables.ts'

export const saltedHash = (salt: Uint8Array, text: string): string =>
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

/** The references that an event holds to its free text: a verdict has a reason and words that it proposes. */
export const privateRefsIn = (event: TickmarkEvent): PrivateRef[] =>
  Object.values<unknown>(event).flatMap((value) => privateRef.safeParse(value).data ?? [])

export interface Erasure {
  readonly by: string
  readonly at: Date
}

/** Who erased which of these texts, and when; those that stand are absent. */
export async function readErasures(tx: Tx, ids: readonly string[]): Promise<Map<string, Erasure>> {
  if (ids.length === 0) return new Map()
  const { id, body, erasedBy, erasedAt } = privateTexts
  const rows = await tx
    .select({ id, by: erasedBy, at: erasedAt })
    .from(privateTexts)
    .where(and(inArray(id, [...ids]), isNull(body), isNotNull(erasedAt)))
  return new Map(rows.flatMap(({ id, by, at }) => (by === null || at === null ? [] : [[id, { by, at }] as const])))
}

/** Forgets the text and its salt: without the salt nobody can try words against the hash. */
export async function erasePrivate(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx
    .update(privateTexts)
    .set({ body: null, salt: Buffer.alloc(0), erasedBy: by, erasedAt: at })
    .where(eq(privateTexts.id, id))
}
