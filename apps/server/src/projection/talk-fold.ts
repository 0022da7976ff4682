/** What events on talk and queries do to their rows. */
import { and, eq } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { queries, talk } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'

export type TalkEvent = Extract<ArticleEvent, { type: `talk-${string}` | `query-${string}` }>

export async function applyTalkEvent(tx: Tx, newsroomId: string, stamped: Stamped<TalkEvent>): Promise<void> {
  const { event, stream: articleId, by, seq } = stamped
  const at = new Date(stamped.at)
  const onClaim = { newsroomId, articleId, claimId: event.claimId }
  const query = (id: string, set: Partial<typeof queries.$inferInsert>) =>
    tx
      .update(queries)
      .set(set)
      .where(and(eq(queries.articleId, articleId), eq(queries.id, id)))
  switch (event.type) {
    case 'talk-said': {
      const { entryId: id, text, mentions } = event
      return void (await tx.insert(talk).values({ ...onClaim, id, textId: text.id, mentions, by, at, seq }))
    }
    case 'talk-resolved':
      return void (await tx
        .update(talk)
        .set({ resolvedBy: by, resolvedAt: at })
        .where(and(eq(talk.articleId, articleId), eq(talk.id, event.entryId))))
    case 'query-asked': {
      const { queryId: id, to, text } = event
      return void (await tx
        .insert(queries)
        .values({ ...onClaim, id, to, textId: text.id, askedBy: by, askedAt: at, seq }))
    }
    case 'query-answered':
      return void (await query(event.queryId, { answerId: event.text.id, answeredBy: by, answeredAt: at }))
    case 'query-decided':
      return void (await query(event.queryId, { decisionId: event.text?.id ?? null, decidedBy: by, decidedAt: at }))
  }
}
