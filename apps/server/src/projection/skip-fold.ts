/** What skipping suggested words and bringing them back does to the rows. */
import { and, eq, inArray } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { skips } from '../db/verdict-tables.ts'
import type { Tx } from '../db/database.ts'
import { sha256Of } from './version-reader.ts'

export type SkipEvent = Extract<ArticleEvent, { type: 'suggestions-skipped' | 'suggestions-restored' }>

export async function applySkipEvent(tx: Tx, newsroomId: string, stamped: Stamped<SkipEvent>): Promise<void> {
  const { event, stream: articleId, by, seq } = stamped
  if (event.type === 'suggestions-restored') {
    const gone = event.words.map(sha256Of)
    await tx.delete(skips).where(and(eq(skips.articleId, articleId), inArray(skips.sha256, gone)))
    return
  }
  const given = { newsroomId, articleId, by, at: new Date(stamped.at), seq }
  await tx
    .insert(skips)
    .values(event.words.map((words) => ({ ...given, sha256: sha256Of(words), words })))
    .onConflictDoNothing()
}
