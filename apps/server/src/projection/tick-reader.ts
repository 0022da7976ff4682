/** Reads an article's ticks, and how much of its text has been looked at. */
import { and, asc, eq } from 'drizzle-orm'
import { type Coverage, coverageOf, sentencesOf } from '#document/coverage.ts'
import type { TickView } from '#protocol/tick-view.ts'
import { articles, claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { ticks } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import type { WholeClaim } from './claim-reader.ts'
import type { SentenceInText } from '#domain/tick.ts'

type TickRow = typeof ticks.$inferSelect

/** In the order in which they were given; also those whose words do not stand in the text just now. */
export const readTicks = (tx: Tx, articleId: string): Promise<TickRow[]> =>
  tx.select().from(ticks).where(eq(ticks.articleId, articleId)).orderBy(asc(ticks.seq), asc(ticks.sha256))

export async function readTickViews(tx: Tx, articleId: string): Promise<TickView[]> {
  const rows = await readTicks(tx, articleId)
  const texts = await readPrivate(tx, [...new Set(rows.flatMap(({ whyId }) => whyId ?? []))])
  return rows.map(({ words, places, reason, whyId, by, at, seq }) => ({
    words,
    places,
    reason,
    why: whyId === null ? null : (texts.get(whyId) ?? null),
    by,
    at: at.toISOString(),
    seq,
  }))
}

/** All sentences of a text that the claims' rows are up with. */
export async function readSentences(tx: Tx, articleId: string, text: string): Promise<SentenceInText[]> {
  const [article] = await tx.select({ language: articles.language }).from(articles).where(eq(articles.id, articleId))
  const standing = await tx
    .select({ ranges: claims.ranges })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.withdrawn, false), eq(claims.attached, true)))
  return sentencesOf(
    text,
    article?.language ?? '',
    standing.flatMap(({ ranges }) => ranges),
  )
}

export async function readCoverage(
  tx: Tx,
  article: Pick<typeof articles.$inferSelect, 'id' | 'language'>,
  text: string,
  claims: readonly WholeClaim[],
): Promise<Coverage> {
  const standing = claims.filter(({ row }) => !row.withdrawn && row.attached).flatMap(({ row }) => row.ranges)
  const given = new Map((await readTicks(tx, article.id)).map((tick) => [tick.words, tick]))
  return coverageOf(sentencesOf(text, article.language, standing), article.language, given)
}
