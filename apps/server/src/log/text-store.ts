/**
 * Reading an article's text from the log, and keeping the log short: a snapshot holds the whole text at a seq, and the updates up
 * to it may go. Rules LG7, LG8.
 */
import { and, asc, desc, eq, gt, isNull, lt, lte } from 'drizzle-orm'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import type { Database, Tx } from '../db/database.ts'
import { clientIds, snapshots, streams, updates } from '../db/log-tables.ts'

export interface StoredUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly by: string
  readonly at: Date
}

export interface StoredText {
  readonly epoch: number
  /** Head of the stream when this was read. */
  readonly seq: number
  readonly snapshot: Snapshot | null
  /** After the snapshot, oldest first, without quarantined ones. */
  readonly updates: readonly StoredUpdate[]
  /** Yjs client id → person. */
  readonly clients: ReadonlyMap<number, string>
}

/** Everything needed to open the text. Null when there is no such article stream. */
export async function readText(db: Database, stream: string): Promise<StoredText | null> {
  return db.open.transaction(
    async (tx) => {
      const [head] = await tx.select().from(streams).where(eq(streams.id, stream))
      if (head === undefined || head.kind !== 'article') return null
      const [snapshot] = await tx
        .select({ seq: snapshots.seq, state: snapshots.state, at: snapshots.at })
        .from(snapshots)
        .where(eq(snapshots.streamId, stream))
        .orderBy(desc(snapshots.seq))
        .limit(1)
      const owners = await tx.select().from(clientIds).where(eq(clientIds.streamId, stream))
      return {
        epoch: head.epoch,
        seq: head.seq,
        snapshot: snapshot ?? null,
        updates: await readUpdates(tx, stream, snapshot?.seq ?? 0),
        clients: new Map(owners.map(({ clientId, person }) => [clientId, person])),
      }
    },
    // One moment of the log: a compaction between two reads must not show as missing words.
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

export function readUpdates(tx: Tx, stream: string, since: number): Promise<StoredUpdate[]> {
  return tx
    .select({ seq: updates.seq, bytes: updates.bytes, by: updates.by, at: updates.at })
    .from(updates)
    .where(and(eq(updates.streamId, stream), gt(updates.seq, since), isNull(updates.quarantined)))
    .orderBy(asc(updates.seq))
}

/** LG8. An update that cannot be applied is set aside, so that it never makes an article unreadable. */
export async function quarantine(db: Database, stream: string, seq: number, reason: string): Promise<void> {
  await db.open
    .update(updates)
    .set({ quarantined: reason })
    .where(and(eq(updates.streamId, stream), eq(updates.seq, seq)))
}

export interface Snapshot {
  readonly seq: number
  readonly state: Uint8Array
  readonly at: Date
}

/** LG7. The whole text as bytes, opened again and compared with the document it was made from. Throws when they differ. */
export function takeSnapshot(doc: Y.Doc, seq: number, at: Date): Snapshot {
  const state = Y.encodeStateAsUpdate(doc)
  const reopened = articleDoc()
  Y.applyUpdate(reopened, state)
  const equal = Y.equalSnapshots(Y.snapshot(reopened), Y.snapshot(doc))
  reopened.destroy()
  if (!equal) throw new Error('A snapshot does not read back as the text it was made from; the log stays as it is.')
  return { seq, state, at }
}

/** LG7. Stores the snapshot and lets the updates up to its seq go, in one transaction. */
export async function compact(db: Database, stream: string, { seq, state, at }: Snapshot): Promise<void> {
  await db.open.transaction(async (tx) => {
    await tx
      .insert(snapshots)
      .values({ streamId: stream, seq, state: Buffer.from(state), at })
      .onConflictDoNothing()
    await tx
      .delete(updates)
      .where(and(eq(updates.streamId, stream), lte(updates.seq, seq), isNull(updates.quarantined)))
    await tx.delete(snapshots).where(and(eq(snapshots.streamId, stream), lt(snapshots.seq, seq)))
  })
}
