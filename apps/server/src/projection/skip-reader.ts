/** Reads the suggested words of an article that were skipped. */
import { asc, eq } from 'drizzle-orm'
import type { SkipView } from '#protocol/skip-view.ts'
import { skips } from '../db/verdict-tables.ts'
import type { Tx } from '../db/database.ts'

/** In the order in which they were skipped; also those that do not stand in the text just now. */
export async function readSkips(tx: Tx, articleId: string): Promise<SkipView[]> {
  const rows = await tx
    .select()
    .from(skips)
    .where(eq(skips.articleId, articleId))
    .orderBy(asc(skips.seq), asc(skips.sha256))
  return rows.map(({ words, by, at, seq }) => ({ words, by, at: at.toISOString(), seq }))
}
