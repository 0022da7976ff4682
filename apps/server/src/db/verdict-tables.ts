/** What was found of claims, and on what it rests: verdicts, evidence, sign-offs, exceptions, ticks, skips. Projections, like the articles' own rows. */
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { stances } from '#domain/evidence.ts'
import { gateRules } from '#domain/gate.ts'
import { ratings } from '#domain/rating.ts'
import { tickReasons } from '#domain/tick.ts'
import { articles, claimOf, newsroomColumn } from './article-tables.ts'
import { moment, seqColumn } from './log-tables.ts'
import { sources } from './newsroom-tables.ts'
import { ofNewsroom } from './policy.ts'

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
    /** How the words should read instead; equal to `words` once they do. */
    proposed: text(),
    /** Of the erasable text that holds the proposed words; erased, they are null here too. */
    proposedId: uuid(),
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
    /** Of what it covers of a quote's truth. */
    truth: seqColumn(),
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

/** Exceptions from the gate that editors have accepted; kept also when they no longer count. */
export const exceptions = pgTable(
  'exceptions',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    seq: seqColumn().notNull(),
    rule: text({ enum: gateRules }).notNull(),
    words: text().notNull(),
    verdict: seqColumn(),
    whyId: uuid().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.seq] }), claimOf(t), ofNewsroom(t.newsroomId)],
)

/** Sentences ticked “nothing to check”: bound to their words, whether those stand in the text just now or not. */
export const ticks = pgTable(
  'ticks',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    /** SHA-256 of the words in UTF-8, hex: words can be too long for a key. */
    sha256: text().notNull(),
    words: text().notNull(),
    places: integer().notNull(),
    reason: text({ enum: tickReasons }).notNull(),
    whyId: uuid(),
    by: text().notNull(),
    at: moment().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.sha256] }), ofNewsroom(t.newsroomId)],
)

/** Suggested words that need no claim: bound to the words, whether they stand in the text just now or not. */
export const skips = pgTable(
  'skips',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    /** SHA-256 of the words in UTF-8, hex: words can be too long for a key. */
    sha256: text().notNull(),
    words: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    seq: seqColumn().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.sha256] }), ofNewsroom(t.newsroomId)],
)
