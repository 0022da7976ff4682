/** Reads the last words of claims together with what stood around them when they were marked, or put on other words by hand. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import type { LostWords } from '#document/lost-words.ts'
import type { Tx } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { eventFrom } from '../log/stream.ts'

const placing = ['claim-marked', 'claim-relinked'] as const satisfies readonly ArticleEvent['type'][]

export async function readLostWords(
  tx: Tx,
  articleId: string,
  claims: readonly { readonly id: string; readonly words: string }[],
): Promise<Map<string, LostWords>> {
  if (claims.length === 0) return new Map()
  const ids = claims.map(({ id }) => id)
  const rows = await tx
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.streamId, articleId), inArray(events.claimId, ids), inArray(events.type, [...placing])))
    .orderBy(desc(events.seq))
  const around = new Map<string, { before: string; after: string }>()
  for (const { body } of rows) {
    const { event } = eventFrom(body) as Stamped<ArticleEvent>
    if (event.type !== 'claim-marked' && event.type !== 'claim-relinked') continue
    const { claimId, before, after } = event
    if (!around.has(claimId)) around.set(claimId, { before, after })
  }
  return new Map(claims.map(({ id, words }) => [id, { words, before: '', after: '', ...around.get(id) }] as const))
}
