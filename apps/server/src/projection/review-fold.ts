/** What the events on an article's way to print do to its stage and to the record of that way. */
import { eq } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import type { Stage } from '#domain/desk.ts'
import { articles, reviewSteps } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { exceptions } from '../db/verdict-tables.ts'

export type ReviewEvent = Extract<
  ArticleEvent,
  {
    type:
      | 'version-made'
      | 'review-requested'
      | 'sent-back'
      | 'article-approved'
      | 'article-published'
      | 'exception-accepted'
  }
>

export async function applyReviewEvent(tx: Tx, newsroomId: string, stamped: Stamped<ReviewEvent>): Promise<void> {
  const { event, stream: articleId, by, seq } = stamped
  const at = new Date(stamped.at)
  const step = async (
    stage: Stage,
    row: Pick<typeof reviewSteps.$inferInsert, 'step' | 'version' | 'noteId' | 'claims'>,
  ) => {
    await tx.update(articles).set({ stage }).where(eq(articles.id, articleId))
    await tx.insert(reviewSteps).values({ newsroomId, articleId, seq, by, at, ...row })
  }
  switch (event.type) {
    // The row of a version holds the text itself and is written by the command that makes it.
    case 'version-made':
      return
    case 'review-requested':
      return step('review', { step: 'requested', version: event.version, noteId: event.note?.id ?? null })
    case 'sent-back':
      return step('checking', { step: 'sent-back', noteId: event.note.id })
    case 'article-approved':
      return step('ready', { step: 'approved', version: event.version, claims: event.claims })
    case 'article-published':
      return step('published', { step: 'published', version: event.version })
    case 'exception-accepted': {
      const { claimId, rule, words, verdict, why } = event
      return void (await tx
        .insert(exceptions)
        .values({ newsroomId, articleId, claimId, seq, rule, words, verdict, whyId: why.id, by, at }))
    }
  }
}
