/**
 * A stream under its lock: the one place where events are appended. Whoever holds the row is the only writer, so `seq` is gapless
 * and in commit order. Rules LG1–LG3.
 */
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { articleEvent, EVENT_VERSION, newsroomEvent, type Stamped, type TickmarkEvent } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { events, streams } from '../db/log-tables.ts'
import { firstHash, nextHash } from './chain.ts'

export interface LockedStream {
  readonly id: string
  readonly newsroomId: string
  readonly seq: number
  /** Appends one event; its author and time come from here and never from a message. */
  append<E extends TickmarkEvent>(event: E, by: string, at: Date): Promise<Stamped<E>>
}

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
      const body = JSON.stringify({ v: EVENT_VERSION, ...stamped })
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
