/** Newsrooms, who belongs to them and the sources in their library. */
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { roles } from '#domain/actor.ts'
import { sourceKinds } from '#domain/evidence.ts'
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

export const sources = pgTable(
  'sources',
  {
    newsroomId: uuid()
      .notNull()
      .references(() => newsrooms.id),
    id: uuid().primaryKey(),
    kind: text({ enum: sourceKinds }).notNull(),
    title: text().notNull(),
    publisher: text().notNull(),
    url: text().notNull(),
    addedBy: text().notNull(),
    addedAt: moment().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('sources_of_newsroom').on(t.newsroomId, t.addedAt), ofNewsroom(t.newsroomId)],
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
