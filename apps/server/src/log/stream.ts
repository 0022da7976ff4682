/**
 * A stream under its lock: the one place where events are appended. Whoever holds the row is the only writer, so `seq` is gapless
 * and in commit order. Rules LG1–LG3.
 */
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { articleEvent, EVENT_VERSION, newsroomEvent, type Stamped, type TickmarkEvent } from '#domain/event.ts'
import { articles } from '../db/article-tables.ts'
import type { Database, Tx } from '../db/database.ts'
import { clientIds, events, streams, updates } from '../db/log-tables.ts'
import { firstHash, nextHash } from './chain.ts'
import { wellFormedJson } from './well-formed.ts'

export interface LockedStream {
  readonly id: string
  readonly newsroomId: string
  readonly seq: number
  /** Appends one event; its author and time come from here and never from a message. */
  append<E extends TickmarkEvent>(event: E, by: string, at: Date): Promise<Stamped<E>>
  /** Appends an edit of the text that the server makes, by a Yjs client id that nobody has used; returns its seq. */
  appendText(bytes: Uint8Array, clientId: number, by: string, at: Date): Promise<number>
}

/** Whose the client ids of the server's own edits are. */
export const serverAsClient = 'tickmark-server'

export async function createStream(tx: Tx, stream: { id: string; newsroomId: string; kind: 'article' | 'newsroom' }) {
  await tx.insert(streams).values({ ...stream, headHash: firstHash(stream.id) })
}

/** Locks the stream until the transaction ends. Null when there is no such stream in this newsroom. */
export async function lockStream(tx: Tx, id: string, newsroomId: string): Promise<LockedStream | null> {
  const [row] = await tx
    .select()
    .from(streams)
    .where(and(eq(streams.id, id), eq(streams.newsroomId, newsroomId)))
    .for('update')
  if (row === undefined) return null
  let { seq, headHash } = row
  return {
    id,
    newsroomId,
    get seq() {
      return seq
    },
    append: async (event, by, at) => {
      const stamped = { stream: id, seq: seq + 1, at: at.toISOString(), by, event }
      const body = wellFormedJson(JSON.stringify({ v: EVENT_VERSION, ...stamped }))
      const hash = nextHash(headHash, body)
      const claimId = 'claimId' in event ? event.claimId : null
      await tx
        .insert(events)
        .values({ newsroomId, streamId: id, seq: stamped.seq, type: event.type, claimId, by, at, body, hash })
      await tx
        .update(streams)
        .set({ seq: stamped.seq, headHash: hash, headEventSeq: stamped.seq })
        .where(eq(streams.id, id))
      seq = stamped.seq
      headHash = hash
      return stamped
    },
    appendText: async (bytes, clientId, by, at) => {
      seq += 1
      // A client id that somebody has used is refused by its key: what they type next would not be theirs.
      await tx.insert(clientIds).values({ streamId: id, clientId, person: serverAsClient })
      await tx.insert(updates).values({ streamId: id, seq, bytes: Buffer.from(bytes), by, at })
      await tx.update(streams).set({ seq }).where(eq(streams.id, id))
      return seq
    },
  }
}

/** Reads an event back from the bytes it was hashed as. Throws when they are not an event of this version. */
export function eventFrom(body: string): Stamped {
  const { stream, seq, at, by, event } = JSON.parse(body) as Stamped
  const shape = articleEvent.or(newsroomEvent)
  return { stream, seq, at, by, event: shape.parse(event) }
}

/** The stream's events after `since`, oldest first. */
export async function readEvents(tx: Tx, stream: string, since = 0, most = 100_000): Promise<Stamped[]> {
  const rows = await tx
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.streamId, stream), gt(events.seq, since)))
    .orderBy(asc(events.seq))
    .limit(most)
  return rows.map(({ body }) => eventFrom(body))
}

/** Heads of the streams named, without locking anything. */
export async function headOf(tx: Tx, id: string): Promise<{ seq: number; epoch: number } | null> {
  const [row] = await tx
    .select({ seq: streams.seq, epoch: streams.epoch })
    .from(streams)
    .where(eq(streams.id, sql`${id}::uuid`))
  return row ?? null
}

/** Heads of the streams named. */
export async function headsOf(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db.open
    .select({ id: streams.id, seq: streams.seq })
    .from(streams)
    .where(inArray(streams.id, [...ids]))
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

/** Heads of a newsroom's stream and of all its articles'. */
export async function newsroomHeads(db: Database, newsroomId: string): Promise<Map<string, number>> {
  const rows = await db.inNewsroom(newsroomId, (tx) =>
    tx
      .select({ id: streams.id, seq: streams.seq })
      .from(articles)
      .innerJoin(streams, eq(streams.id, articles.id))
      .where(eq(articles.newsroomId, newsroomId)),
  )
  const heads = new Map(rows.map(({ id, seq }) => [id, seq]))
  for (const [id, seq] of await headsOf(db, [newsroomId])) heads.set(id, seq)
  return heads
}
