/**
 * The log: streams and what is appended to them. The text lane's tables (streams, updates, snapshots, client_ids) hold opaque bytes,
 * carry no row policy and are reached from src/log only; events and erasable texts belong to a newsroom and carry its policy.
 */
import { bigint, customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { ofNewsroom } from './policy.ts'

/** Bytes as they are. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

export const seqColumn = () => bigint({ mode: 'number' })
export const moment = () => timestamp({ withTimezone: true, precision: 3 })

/** One row an article or newsroom: its head. Whoever appends holds this row, so seq is gapless and in commit order. */
export const streams = pgTable('streams', {
  id: uuid().primaryKey(),
  newsroomId: uuid().notNull(),
  kind: text({ enum: ['article', 'newsroom'] }).notNull(),
  seq: seqColumn().notNull().default(0),
  /** Hash of the newest event; the next one is chained to it. */
  headHash: bytea().notNull(),
  /** seq of the newest event; 0 when there is none. */
  headEventSeq: seqColumn().notNull().default(0),
  /** Raised by a restore: clients with text from another epoch must not merge it. */
  epoch: integer().notNull().default(1),
})

export const updates = pgTable(
  'updates',
  {
    streamId: uuid()
      .notNull()
      .references(() => streams.id),
    seq: seqColumn().notNull(),
    bytes: bytea().notNull(),
    by: text().notNull(),
    at: moment().notNull().defaultNow(),
    /** Why this update could not be applied on load; null for every healthy one. */
    quarantined: text(),
  },
  (t) => [primaryKey({ columns: [t.streamId, t.seq] })],
)

/** The whole text at a seq; updates up to it may be gone. */
export const snapshots = pgTable(
  'snapshots',
  {
    streamId: uuid()
      .notNull()
      .references(() => streams.id),
    seq: seqColumn().notNull(),
    state: bytea().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.streamId, t.seq] })],
)

/** A Yjs client id belongs to one person in one article: a struct forged under another's id would diverge for ever. */
export const clientIds = pgTable(
  'client_ids',
  {
    streamId: uuid()
      .notNull()
      .references(() => streams.id),
    clientId: bigint({ mode: 'number' }).notNull(),
    person: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.streamId, t.clientId] })],
)

/** Decisions, kept for good: a trigger refuses UPDATE, DELETE and TRUNCATE. `body` is stored as it was hashed. */
export const events = pgTable(
  'events',
  {
    newsroomId: uuid().notNull(),
    streamId: uuid()
      .notNull()
      .references(() => streams.id),
    seq: seqColumn().notNull(),
    type: text().notNull(),
    claimId: uuid(),
    by: text().notNull(),
    at: moment().notNull(),
    body: text().notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.seq] }),
    index('events_of_claim').on(t.claimId, t.seq),
    index('events_of_person').on(t.newsroomId, t.by, t.type, t.at),
    ofNewsroom(t.newsroomId),
  ],
)

/** Free text that may have to be forgotten. The chain holds only its id and salted hash. */
export const privateTexts = pgTable(
  'private_texts',
  {
    newsroomId: uuid().notNull(),
    id: uuid().primaryKey(),
    streamId: uuid()
      .notNull()
      .references(() => streams.id),
    salt: bytea().notNull(),
    /** Null once erased. */
    body: text(),
    erasedAt: moment(),
    erasedBy: text(),
  },
  (t) => [index('private_texts_of_stream').on(t.streamId), ofNewsroom(t.newsroomId)],
)
