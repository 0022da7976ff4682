/** The newsroom desk: every article that is open to this person, with its counts, in order of risk. Computed from rows, kept nowhere. */
import { eq } from 'drizzle-orm'
import { type Actor, mayOpen } from '#domain/actor.ts'
import { standingOf } from '#domain/claim.ts'
import { byRisk, tally, type TalliedClaim } from '#domain/desk.ts'
import { riskOf } from '#domain/risk.ts'
import type { ArticleRow } from '#protocol/view.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { readStandings } from './claim-reader.ts'

type ArticleDbRow = typeof articles.$inferSelect
type CountedClaim = Awaited<ReturnType<typeof readStandings>>[number]

export async function readDesk(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<{ rows: ArticleRow[]; tally: ReturnType<typeof tally> }> {
  const all = await tx.select().from(articles).where(eq(articles.newsroomId, actor.newsroomId))
  const open = all.filter((article) => mayOpen(actor, article))
  const claims = await readStandings(
    tx,
    open.map(({ id }) => id),
  )
  const byArticle = new Map<string, CountedClaim[]>(open.map(({ id }) => [id, []]))
  for (const claim of claims) byArticle.get(claim.row.articleId)?.push(claim)
  const rows = open.map((article) => rowView(article, byArticle.get(article.id) ?? []))
  return { rows: rows.toSorted(byRisk(now.getTime())), tally: tally(claims.map(tallied)) }
}

const tallied = ({ row, claim, queries }: CountedClaim): TalliedClaim => ({
  kind: row.kind,
  standing: standingOf(claim),
  assignee: row.assignee,
  risk: riskOf(row),
  queries,
})

export const rowView = (article: ArticleDbRow, claims: readonly CountedClaim[]): ArticleRow => ({
  id: article.id,
  title: article.title,
  stage: article.stage,
  language: article.language,
  direction: article.direction,
  desk: article.desk,
  assignees: article.assignees,
  dueAt: article.dueAt?.toISOString() ?? null,
  updatedAt: article.updatedAt.toISOString(),
  tally: tally(claims.map(tallied)),
})
