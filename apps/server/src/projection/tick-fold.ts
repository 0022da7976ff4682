/** What ticking sentences and taking ticks back does to the rows. A later tick of the same words takes the place of the earlier. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { ticks } from '../db/verdict-tables.ts'
import { sha256Of } from './version-reader.ts'

export type TickEvent = Extract<ArticleEvent, { type: 'sentences-ticked' | 'sentences-unticked' }>

export async function applyTickEvent(tx: Tx, newsroomId: string, stamped: Stamped<TickEvent>): Promise<void> {
  const { event, stream: articleId, by, seq } = stamped
  const at = new Date(stamped.at)
  if (event.type === 'sentences-unticked') {
    const gone = event.words.map(sha256Of)
    await tx.delete(ticks).where(and(eq(ticks.articleId, articleId), inArray(ticks.sha256, gone)))
    return
  }
  const given = { newsroomId, articleId, reason: event.reason, whyId: event.why?.id ?? null, by, at, seq }
  const new_ = (column: string) => sql.raw(`excluded.${column}`)
  await tx
    .insert(ticks)
    .values(event.sentences.map(({ words, places }) => ({ ...given, sha256: sha256Of(words), words, places })))
    .onConflictDoUpdate({
      target: [ticks.articleId, ticks.sha256],
      set: {
        places: new_('places'),
        reason: new_('reason'),
        whyId: new_('why_id'),
        by: new_('by'),
        at: new_('at'),
        seq: new_('seq'),
      },
    })
}
