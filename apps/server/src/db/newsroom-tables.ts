/** Newsrooms, who belongs to them and the sources in their library. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from '#domain/actor.ts'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import { moment, seqColumn } from './log-tables.ts'
import { ofNewsroom } from './policy.ts'

/** Looked up by slug before anyone is known to belong to it, so it carries no policy and no secret. */
export const newsrooms = pgTable('newsrooms', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** IANA time zone. */
  zone: text().notNull(),
})

export const memberships = pgTable(
  'memberships',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    person: text().notNull(),
    name: text().notNull(),
    roles: text({ enum: roles }).array().notNull(),
    /** 0–7, one of the eight hues of people. */
    hue: integer().notNull(),
    kind: text({ enum: ['person', 'program'] })
      .notNull()
      .default('person'),
    /** Of a program's token (hex); null for people. */
    tokenSha256: text(),
    /** Who has left keeps a row without roles: their name stays beside what they did. */
    left: boolean().notNull().default(false),
    seq: seqColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.newsroomId, t.person] }),
    index('memberships_of_person').on(t.person),
    ofNewsroom(t.newsroomId),
    // A person may list the newsrooms they belong to before any is opened.
    pgPolicy('own_memberships', {
      as: 'permissive',
      for: 'select',
      to: 'public',
      using: sql`${t.person} = nullif(current_setting('app.person', true), '')`,
    }),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    id: uuid().primaryKey(),
    emailId: uuid().notNull(),
    roles: text({ enum: roles }).array().notNull(),
    tokenSha256: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    expiresAt: moment().notNull(),
    state: text({ enum: ['open', 'accepted', 'withdrawn'] }).notNull(),
    acceptedBy: text(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('invitations_of_newsroom').on(t.newsroomId, t.at), ofNewsroom(t.newsroomId)],
)

/** Sources that repeat one another share an origin. */
export const origins = pgTable(
  'origins',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    id: uuid().primaryKey(),
    nameId: uuid().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('origins_of_newsroom').on(t.newsroomId), ofNewsroom(t.newsroomId)],
)

export const sources = pgTable(
  'sources',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    id: uuid().primaryKey(),
    /** The erasable text that the details below were read from. */
    detailsId: uuid(),
    kind: text({ enum: sourceKinds }).notNull(),
    title: text().notNull(),
    publisher: text().notNull(),
    url: text().notNull(),
    /** The address without what differs between links to one page; empty without an address. */
    urlKey: text().notNull().default(''),
    author: text().notNull().default(''),
    publishedOn: text().notNull().default(''),
    language: text().notNull().default(''),
    terms: text({ enum: sourceTerms }).notNull().default('on-record'),
    attribution: text().notNull().default(''),
    anonymity: text().notNull().default(''),
    approvedBy: text(),
    originId: uuid().references(() => origins.id),
    state: text({ enum: sourceStates }).notNull().default('stands'),
    /** The reason of its last withdrawal or correction. */
    stateWhyId: uuid(),
    mergedInto: uuid().references((): AnyPgColumn => sources.id),
    addedBy: text().notNull(),
    addedAt: moment().notNull(),
    changedAt: moment(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('sources_of_newsroom').on(t.newsroomId, t.addedAt), ofNewsroom(t.newsroomId)],
)

/** Files that belong to a source; the bytes lie among the blobs. */
export const sourceDocuments = pgTable(
  'source_documents',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    id: uuid().primaryKey(),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id),
    nameId: uuid().notNull(),
    sha256: text().notNull(),
    type: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('documents_of_source').on(t.sourceId), ofNewsroom(t.newsroomId)],
)

/** Answers already given to a person's Idempotency-Key: a command sent twice happens once. */
export const answeredKeys = pgTable(
  'answered_keys',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    person: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body: the same key on another command is a mistake and is refused. */
    command: text().notNull(),
    answer: jsonb().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.newsroomId, t.person, t.key] }), ofNewsroom(t.newsroomId)],
)
