/** Reads the talk on one claim: remarks and queries, oldest first. Words that were erased are null. */
import { and, asc, eq } from 'drizzle-orm'
import type { QueryView, RemarkView, TalkView } from '#protocol/talk-view.ts'
import { queries, talk } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { readPrivate } from '../log/private-text.ts'

type RemarkRow = typeof talk.$inferSelect
type QueryRow = typeof queries.$inferSelect
type Texts = ReadonlyMap<string, string>

export async function readTalk(tx: Tx, articleId: string, claimId: string): Promise<TalkView> {
  const said = await tx
    .select()
    .from(talk)
    .where(and(eq(talk.articleId, articleId), eq(talk.claimId, claimId)))
    .orderBy(asc(talk.seq))
  const asked = await tx
    .select()
    .from(queries)
    .where(and(eq(queries.articleId, articleId), eq(queries.claimId, claimId)))
    .orderBy(asc(queries.seq))
  const ids = [
    ...said.map(({ textId }) => textId),
    ...asked.flatMap(({ textId, answerId, decisionId }) => [textId, answerId, decisionId].filter((id) => id !== null)),
  ]
  const texts = await readPrivate(tx, ids)
  return {
    remarks: said.map((row) => remarkViewOf(row, texts)),
    queries: asked.map((row) => queryViewOf(row, texts)),
  }
}

const remarkViewOf = (row: RemarkRow, texts: Texts): RemarkView => ({
  id: row.id,
  text: texts.get(row.textId) ?? null,
  by: row.by,
  at: row.at.toISOString(),
  mentions: row.mentions,
  resolvedBy: row.resolvedBy,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
})

const queryViewOf = (row: QueryRow, texts: Texts): QueryView => ({
  id: row.id,
  state: row.decidedAt !== null ? 'decided' : row.answeredAt !== null ? 'answered' : 'asked',
  askedBy: row.askedBy,
  to: row.to,
  text: texts.get(row.textId) ?? null,
  at: row.askedAt.toISOString(),
  answer: saidOf(row.answeredBy, row.answeredAt, row.answerId, texts),
  decision: saidOf(row.decidedBy, row.decidedAt, row.decisionId, texts),
})

function saidOf(by: string | null, at: Date | null, textId: string | null, texts: Texts): QueryView['answer'] {
  if (by === null || at === null) return null
  const text = textId === null ? null : (texts.get(textId) ?? null)
  return { text, erased: textId !== null && text === null, by, at: at.toISOString() }
}
