/**
 * Reading an article's text from the log, and keeping the log short: a snapshot holds the whole text at a seq, and the updates up
 * to it may go. Rules LG7, LG8.
 */
import { and, asc, desc, eq, gt, isNull, lt, lte } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { clientIds, snapshots, streams, updates } from '../db/log-tables.ts'

/** A transaction, or the connection itself where each question may be answered at a moment of its own. */
type Reader = Pick<Tx, 'select'>

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

// One statement sees one moment of the log: a compaction between two reads must not show as missing words.
const textSql = `
with snapshot as (select seq, state, at from snapshots where stream_id = $1 order by seq desc limit 1)
select 'stream' as what, seq::float8 as seq, null::bytea as bytes, kind as who, null::timestamptz as at, epoch::float8 as epoch
  from streams where id = $1
union all select 'snapshot', seq, state, null, at, null from snapshot
union all select 'update', seq, bytes, by, at, null from updates
  where stream_id = $1 and quarantined is null and seq > coalesce((select seq from snapshot), 0)
union all select 'client', client_id, null, person, null, null from client_ids where stream_id = $1
order by seq`

interface TextRow {
  readonly what: 'stream' | 'snapshot' | 'update' | 'client'
  /** Of a client: its id. */
  readonly seq: number
  readonly bytes: Buffer
  /** Of a stream: its kind. */
  readonly who: string
  readonly at: Date
  readonly epoch: number
}

/** Everything needed to open the text. Null when there is no such article stream. */
export async function readText(db: Database, stream: string): Promise<StoredText | null> {
  const { rows } = await db.pool.query<TextRow>({ name: 'read-text', text: textSql, values: [stream] })
  const of = (what: TextRow['what']) => rows.filter((row) => row.what === what)
  const [head] = of('stream')
  if (head === undefined || head.who !== 'article') return null
  const [snapshot] = of('snapshot')
  return {
    epoch: head.epoch,
    seq: head.seq,
    snapshot: snapshot === undefined ? null : { seq: snapshot.seq, state: snapshot.bytes, at: snapshot.at },
    updates: of('update').map(({ seq, bytes, who, at }) => ({ seq, bytes, by: who, at })),
    clients: new Map(of('client').map(({ seq, who }) => [seq, who])),
  }
}

export function readUpdates(tx: Reader, stream: string, since: number): Promise<StoredUpdate[]> {
  return tx
    .select({ seq: updates.seq, bytes: updates.bytes, by: updates.by, at: updates.at })
    .from(updates)
    .where(and(eq(updates.streamId, stream), gt(updates.seq, since), isNull(updates.quarantined)))
    .orderBy(asc(updates.seq))
}

/** What the log holds of a text after a seq. */
export interface TextSince {
  /** Everything up to this seq is in here, or was no text. */
  readonly head: number
  /** Only when the log was shortened beyond the seq asked for: the updates are those after it. */
  readonly snapshot: Snapshot | null
  readonly updates: readonly StoredUpdate[]
  /** Yjs client id → person, of this article. */
  readonly owners: ReadonlyMap<number, string>
}

/**
 * SV2. What a room lacks that another server, or a decision, has stored. Null when there is no such stream. The order of the questions
 * matters: the head before the updates, and a snapshot that took updates away is found after they were looked for.
 */
export async function readSince(tx: Reader, stream: string, since: number): Promise<TextSince | null> {
  const [head] = await tx.select({ seq: streams.seq }).from(streams).where(eq(streams.id, stream))
  if (head === undefined) return null
  if (head.seq <= since) return { head: head.seq, snapshot: null, updates: [], owners: new Map() }
  const later = await readUpdates(tx, stream, since)
  const [snapshot] = await tx
    .select({ seq: snapshots.seq, state: snapshots.state, at: snapshots.at })
    .from(snapshots)
    .where(and(eq(snapshots.streamId, stream), gt(snapshots.seq, since)))
    .orderBy(desc(snapshots.seq))
    .limit(1)
  const updates = snapshot === undefined ? later : later.filter(({ seq }) => seq > snapshot.seq)
  const owners =
    updates.length === 0 && snapshot === undefined
      ? []
      : await tx.select().from(clientIds).where(eq(clientIds.streamId, stream))
  return {
    head: Math.max(head.seq, updates.at(-1)?.seq ?? 0),
    snapshot: snapshot ?? null,
    updates,
    owners: new Map(owners.map(({ clientId, person }) => [clientId, person])),
  }
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

/** LG7. Stores the snapshot and lets the updates up to its seq go, in one transaction. */
export async function compact(db: Database, stream: string, { seq, state, at }: Snapshot): Promise<void> {
  await db.transaction(async (tx) => {
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
