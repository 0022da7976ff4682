/** Rows of an article's current state: a projection of its stream's events and text, and rebuilt from them at any time. */
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { stages } from '#domain/desk.ts'
import { stances } from '#domain/evidence.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { moment, seqColumn, streams } from './log-tables.ts'
import { newsrooms, sources } from './newsroom-tables.ts'
import { ofNewsroom } from './policy.ts'

const newsroomColumn = () =>
  uuid()
    .notNull()
    .references(() => newsrooms.id)

export const articles = pgTable(
  'articles',
  {
    newsroomId: newsroomColumn(),
    /** The id of its stream, too. */
    id: uuid()
      .primaryKey()
      .references(() => streams.id),
    title: text().notNull(),
    deck: text(),
    publicationDate: text(),
    language: text().notNull(),
    direction: text({ enum: ['ltr', 'rtl'] }).notNull(),
    stage: text({ enum: stages }).notNull(),
    dueAt: moment(),
    open: text({ enum: ['newsroom', 'named'] }).notNull(),
    /** Ids of the people it is open to when `open` is named. */
    people: text().array().notNull(),
    importedBy: text().notNull(),
    importedAt: moment().notNull(),
    updatedAt: moment().notNull(),
    /** How many claims were ever marked: the next one's number is one more. */
    claimCount: integer().notNull(),
    /** Up to which seq the text has been read for claims, words and title. */
    placedAtSeq: seqColumn().notNull(),
  },
  (t) => [index('articles_of_newsroom').on(t.newsroomId), ofNewsroom(t.newsroomId)],
)

export const claims = pgTable(
  'claims',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    id: uuid().notNull(),
    number: integer().notNull(),
    kind: text({ enum: claimKinds }).notNull(),
    words: text().notNull(),
    recorded: text().notNull(),
    attached: boolean().notNull(),
    ranges: jsonb().$type<{ from: number; to: number }[]>().notNull(),
    doubled: integer().notNull(),
    /** What the events have said so far of the words: null when the last word was "detached". */
    loggedWords: text(),
    withdrawn: boolean().notNull(),
    markedBy: text().notNull(),
    markedAt: moment().notNull(),
    assignee: text(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.id] }),
    uniqueIndex('claims_number').on(t.articleId, t.number),
    ofNewsroom(t.newsroomId),
  ],
)

const claimOf = (t: { articleId: AnyPgColumn; claimId: AnyPgColumn }) =>
  foreignKey({ columns: [t.articleId, t.claimId], foreignColumns: [claims.articleId, claims.id] })

export const verdicts = pgTable(
  'verdicts',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    /** Of the event that gave it. */
    givenSeq: seqColumn().notNull(),
    /** Of the event that gave it or, later, said that it still holds. */
    seq: seqColumn().notNull(),
    rating: text({ enum: ratings }).notNull(),
    words: text().notNull(),
    whyId: uuid(),
    by: text().notNull(),
    at: moment().notNull(),
    heldBy: text(),
    heldAt: moment(),
    /** newest: the one that counts · rival: in conflict with the newest · past: history. */
    role: text({ enum: ['newest', 'rival', 'past'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.givenSeq] }),
    index('verdicts_of_claim').on(t.articleId, t.claimId),
    claimOf(t),
    ofNewsroom(t.newsroomId),
  ],
)

export const signOffs = pgTable(
  'sign_offs',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    seq: seqColumn().notNull(),
    words: text().notNull(),
    verdict: seqColumn().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.seq] }),
    index('sign_offs_of_claim').on(t.articleId, t.claimId),
    claimOf(t),
    ofNewsroom(t.newsroomId),
  ],
)

export const evidence = pgTable(
  'evidence',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    id: uuid().primaryKey(),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id),
    stance: text({ enum: stances }).notNull(),
    /** JSON of locator and excerpt lies in the erasable text. */
    detailsId: uuid().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [
    index('evidence_of_claim').on(t.articleId, t.claimId),
    index('evidence_of_source').on(t.sourceId),
    claimOf(t),
    ofNewsroom(t.newsroomId),
  ],
)
