/** Rows of an article's current state: a projection of its stream's events and text, and rebuilt from them at any time. */
import {
  type AnyPgColumn,
  bigint,
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
import type { AsserterKind } from '#domain/asserter.ts'
import { stages } from '#domain/desk.ts'
import type { CheckedElement, Element } from '#domain/element.ts'
import type { FileRef } from '#domain/event.ts'
import { claimKinds } from '#domain/kind.ts'
import type { ApprovedClaim } from '#domain/review.ts'
import type { Reopening } from '#domain/reopening.ts'
import { risks } from '#domain/risk.ts'
import type { SourceTerms } from '#domain/source.ts'
import type { TruthRating } from '#domain/truth.ts'
import { versionCauses } from '#domain/version.ts'
import type { DocumentJson } from '#document/draft.ts'
import { bytea, moment, seqColumn, streams } from './log-tables.ts'
import { newsrooms } from './newsroom-tables.ts'
import { ofNewsroom } from './policy.ts'

export const newsroomColumn = () =>
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
    byline: text().notNull().default(''),
    desk: text().notNull().default(''),
    /** The file it was brought in from; null when it was pasted. */
    original: jsonb().$type<FileRef>(),
    /** Whether its desk opens with suggested claims. */
    suggests: boolean().notNull().default(true),
    /** Ids of the people it is given to. */
    assignees: text().array().notNull().default([]),
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

/** Whether what a quote says is so. `at` is ISO 8601. */
export interface TruthRow {
  readonly seq: number
  readonly rating: TruthRating
  readonly words: string
  readonly whyId: string | null
  readonly by: string
  readonly at: string
}

/** Who says what the claim says. */
export interface AsserterRow {
  readonly kind: AsserterKind
  readonly nameId: string | null
  readonly terms: SourceTerms | null
}

/** `at` is ISO 8601. */
export type CheckedElementRows = Partial<Record<Element, CheckedElement & { by: string; at: string }>>

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
    /** As set by a person; null: what its kind says. */
    risk: text({ enum: risks }),
    dueAt: moment(),
    /** What took a verdict's ground away last; verdicts given or affirmed later count. */
    reopened: jsonb().$type<{ seq: number; sourceId: string | null; because: Reopening }>(),
    /** seq at which its verdict was last taken back with none in its place. */
    clearedSeq: seqColumn(),
    /** What was found of the parts of its words that are looked up one by one. */
    elements: jsonb().$type<CheckedElementRows>().notNull().default({}),
    truth: jsonb().$type<TruthRow>(),
    asserter: jsonb().$type<AsserterRow>(),
    /** The claim it was found to be one with; it is withdrawn then. */
    mergedInto: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.id] }),
    uniqueIndex('claims_number').on(t.articleId, t.number),
    ofNewsroom(t.newsroomId),
  ],
)

/** The claim that a row is about. */
export const claimOf = (t: { articleId: AnyPgColumn; claimId: AnyPgColumn }) =>
  foreignKey({ columns: [t.articleId, t.claimId], foreignColumns: [claims.articleId, claims.id] })

/** Remarks on a claim. */
export const talk = pgTable(
  'talk',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    id: uuid().primaryKey(),
    textId: uuid().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
    /** Ids of the people called on. */
    mentions: text().array().notNull(),
    resolvedBy: text(),
    resolvedAt: moment(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('talk_of_claim').on(t.articleId, t.claimId), claimOf(t), ofNewsroom(t.newsroomId)],
)

/** Questions on a claim: asked, then answered, then decided. */
export const queries = pgTable(
  'queries',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid().notNull(),
    claimId: uuid().notNull(),
    id: uuid().primaryKey(),
    textId: uuid().notNull(),
    askedBy: text().notNull(),
    askedAt: moment().notNull(),
    to: text().notNull(),
    answerId: uuid(),
    answeredBy: text(),
    answeredAt: moment(),
    decisionId: uuid(),
    decidedBy: text(),
    decidedAt: moment(),
    seq: seqColumn().notNull(),
  },
  (t) => [index('queries_of_claim').on(t.articleId, t.claimId), claimOf(t), ofNewsroom(t.newsroomId)],
)

/**
 * Versions of the text, kept for good. Not a projection: the text of long ago cannot be made again once its updates are compacted,
 * so a rebuild leaves these rows alone; the event of each holds its hash.
 */
export const versions = pgTable(
  'versions',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => streams.id),
    number: integer().notNull(),
    cause: text({ enum: versionCauses }).notNull(),
    /** Of the event that made it, and of the text it holds. */
    seq: seqColumn().notNull(),
    textSeq: seqColumn().notNull(),
    text: text().notNull(),
    document: jsonb().$type<DocumentJson>().notNull(),
    /** Of `text` in UTF-8, hex. */
    sha256: text().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.number] }), ofNewsroom(t.newsroomId)],
)

/**
 * New drafts that were read and not brought in yet, with the text they were compared with: people go on typing meanwhile. Not a
 * projection; a draft goes when it is brought in, put away, or a week old.
 */
export const pendingDrafts = pgTable(
  'pending_drafts',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => streams.id),
    id: uuid().primaryKey(),
    document: jsonb().$type<DocumentJson>().notNull(),
    original: jsonb().$type<FileRef>(),
    /** Of the text it was compared with: its seq and its whole Yjs state. */
    baseSeq: seqColumn().notNull(),
    baseState: bytea().notNull(),
    /** The Yjs client id that its edit will have: sent twice, it is one and the same edit. */
    clientId: bigint({ mode: 'number' }).notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('drafts_of_article').on(t.articleId), ofNewsroom(t.newsroomId)],
)

/** What happened on the way to print: review asked for, sent back, approved, published. */
export const reviewSteps = pgTable(
  'review_steps',
  {
    newsroomId: newsroomColumn(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    seq: seqColumn().notNull(),
    step: text({ enum: ['requested', 'sent-back', 'approved', 'published'] }).notNull(),
    /** Null for what names no version. */
    version: integer(),
    noteId: uuid(),
    /** Of an approval: the claims with the words and verdicts it names. */
    claims: jsonb().$type<ApprovedClaim[]>(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.seq] }), ofNewsroom(t.newsroomId)],
)

/** Up to where each person has looked at an article's review page. Theirs alone, and so in no log. */
export const looks = pgTable(
  'looks',
  {
    newsroomId: newsroomColumn(),
    person: text().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => streams.id),
    seq: seqColumn().notNull(),
    /** The newest version at that time; null when there was none. */
    version: integer(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.articleId] }), ofNewsroom(t.newsroomId)],
)
