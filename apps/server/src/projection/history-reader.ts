/** Reads what happened to an article or one of its claims from the events themselves, newest first. */
import { and, desc, eq } from 'drizzle-orm'
import type { HistoryEntry } from '#protocol/view.ts'
import { claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import { eventFrom } from '../log/stream.ts'

/** Enough for a night's work on one article; what is older is in the log and not on the screen. */
const mostEntries = 2_000

export async function readHistory(tx: Tx, articleId: string, claimId: string | null): Promise<HistoryEntry[]> {
  const ofArticle = eq(events.streamId, articleId)
  const rows = await tx
    .select({ body: events.body })
    .from(events)
    .where(claimId === null ? ofArticle : and(ofArticle, eq(events.claimId, claimId)))
    .orderBy(desc(events.seq))
    .limit(mostEntries)
  const stamped = rows.map(({ body }) => eventFrom(body))
  const numbered = await tx
    .select({ id: claims.id, number: claims.number })
    .from(claims)
    .where(eq(claims.articleId, articleId))
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]))
  const refOf = (event: object): string | null => {
    const kept = 'why' in event ? event.why : 'details' in event ? event.details : null
    return typeof kept === 'object' && kept !== null && 'id' in kept ? String(kept.id) : null
  }
  const refs = stamped.flatMap(({ event }) => refOf(event) ?? [])
  const texts = await readPrivate(tx, refs)
  return stamped.map(({ seq, at, by, event }) => {
    const id = 'claimId' in event ? event.claimId : null
    const ref = refOf(event)
    return {
      seq,
      at,
      by,
      type: event.type,
      event: { ...event },
      claim: id === null ? null : { id, number: numbers.get(id) ?? 0 },
      text: ref === null ? null : (texts.get(ref) ?? null),
    }
  })
}
