/**
 * Writes what follows from the text into the rows, and its events into the log, in a transaction of its own that carries the seq it
 * was read at: run again after a crash it changes nothing twice. Rules AN4, PJ2.
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import { mayDecide } from '#domain/actor.ts'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import { articles, claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { eventFrom, type LockedStream } from '../log/stream.ts'
import { applyArticleEvent } from './article-fold.ts'
import { type ClaimChange, claimChange, markedEvent, type PlacedClaim, type TextNow, wordsEvent } from './placing.ts'

/** A claim id that came up in the text, and who brought it. */
export interface NewMark {
  readonly id: string
  readonly by: string
}

export interface Followed {
  readonly events: readonly Stamped<ArticleEvent>[]
  /** Claims whose rows changed. */
  readonly claims: readonly string[]
  /** Whether the article has a new title. */
  readonly retitled: boolean
}

export const nothingFollowed: Followed = { events: [], claims: [], retitled: false }

const columns = {
  id: claims.id,
  words: claims.words,
  recorded: claims.recorded,
  attached: claims.attached,
  ranges: claims.ranges,
  doubled: claims.doubled,
  loggedWords: claims.loggedWords,
}

/** Appends and applies one event in one go: the row can never be without its event. */
export async function record(
  tx: Tx,
  stream: LockedStream,
  event: ArticleEvent,
  by: string,
  at: Date,
): Promise<Stamped<ArticleEvent>> {
  const stamped = await stream.append(event, by, at)
  await applyArticleEvent(tx, stream.newsroomId, stamped)
  return stamped
}

/** Logs the claims newly marked in the text. Marks of claims that are logged already are passed over. */
export async function followMarks(
  tx: Tx,
  stream: LockedStream,
  now: TextNow,
  marks: readonly NewMark[],
  at: Date,
): Promise<Followed> {
  const known = new Set((await readPlaced(tx, stream.id)).map(({ id }) => id))
  const mayMark = await markersAmong(tx, stream.newsroomId, marks)
  const [article] = await tx.select({ count: articles.claimCount }).from(articles).where(eq(articles.id, stream.id))
  let number = article?.count ?? 0
  const events: Stamped<ArticleEvent>[] = []
  for (const { id, by } of marks) {
    const event = known.has(id) || !mayMark.has(by) ? null : markedEvent(now, id, number + 1)
    if (event === null) continue
    number += 1
    events.push(await record(tx, stream, event, by, at))
    known.add(id)
  }
  const rest = await followWords(tx, stream.id, now)
  return { ...rest, events, claims: [...marks.map(({ id }) => id).filter((id) => known.has(id)), ...rest.claims] }
}

/** AC8. A mark by somebody who may not mark is text like any other, but no claim. */
async function markersAmong(tx: Tx, newsroomId: string, marks: readonly NewMark[]): Promise<Set<string>> {
  if (marks.length === 0) return new Set()
  const members = await readMembers(tx, newsroomId)
  return new Set(members.filter((member) => mayDecide(actorFrom(member))).map(({ person }) => person))
}

/** Brings words, places and title of the rows up to the text. Older text never overwrites newer. */
export async function followWords(tx: Tx, articleId: string, now: TextNow): Promise<Followed> {
  const [article] = await tx
    .select({ title: articles.title, placedAtSeq: articles.placedAtSeq })
    .from(articles)
    .where(eq(articles.id, articleId))
    .for('update')
  if (article === undefined || article.placedAtSeq > now.seq) return nothingFollowed
  const title = now.title ?? (await importedTitle(tx, articleId)) ?? article.title
  await tx
    .update(articles)
    .set({
      placedAtSeq: now.seq,
      updatedAt: sql`greatest(${articles.updatedAt}, ${now.at.toISOString()}::timestamptz)`,
      title,
      deck: now.deck,
    })
    .where(eq(articles.id, articleId))
  const placed = await readPlaced(tx, articleId)
  const changes = placed.flatMap((claim) => {
    const change = claimChange(now, claim)
    return change === null
      ? []
      : [{ ...change, told: change.words !== claim.words || change.attached !== claim.attached }]
  })
  await writeChanges(tx, articleId, changes)
  // A claim that only moved because of words before it is not news to anyone.
  return {
    events: [],
    claims: changes.filter(({ told }) => told).map(({ id }) => id),
    retitled: title !== article.title,
  }
}

/** PJ1. Of a text without a title: the one the article came in with. What stood there last is in no event, and so in no rebuilt row. */
async function importedTitle(tx: Tx, articleId: string): Promise<string | null> {
  const [first] = await tx
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.streamId, articleId), eq(events.type, 'article-imported')))
    .orderBy(asc(events.seq))
    .limit(1)
  const event = first && (eventFrom(first.body) as Stamped<ArticleEvent>).event
  return event?.type === 'article-imported' ? event.title : null
}

/** One statement, however many claims a keystroke at the top of the article has moved. */
async function writeChanges(tx: Tx, articleId: string, changes: readonly ClaimChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = JSON.stringify(changes)
  await tx.execute(sql`
    update claims c set words = n.words, attached = n.attached, ranges = n.ranges, doubled = n.doubled
    from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, words text, attached boolean, ranges jsonb, doubled integer)
    where c.article_id = ${articleId} and c.id = n.id`)
}

/** Puts into the history what the rows know of the claims' words and the events do not yet. `only`: just that claim. */
export async function settleWords(
  tx: Tx,
  stream: LockedStream,
  by: string,
  at: Date,
  only?: string,
): Promise<Stamped<ArticleEvent>[]> {
  const events: Stamped<ArticleEvent>[] = []
  for (const claim of await readPlaced(tx, stream.id)) {
    if (only !== undefined && claim.id !== only) continue
    const event = wordsEvent(claim)
    if (event !== null) events.push(await record(tx, stream, event, by, at))
  }
  return events
}

const readPlaced = (tx: Tx, articleId: string): Promise<PlacedClaim[]> =>
  tx.select(columns).from(claims).where(eq(claims.articleId, articleId)).orderBy(claims.number)
