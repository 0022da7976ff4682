/** Checks every stream's chain of events from its first entry to its head. Rules LG3, LG4. */
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { events, streams } from '../db/log-tables.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { firstBroken, firstHash } from '../log/chain.ts'

export interface Checked {
  readonly newsroom: string
  readonly stream: string
  readonly kind: 'article' | 'newsroom'
  readonly entries: number
  /** Hex; kept elsewhere, it shows later that nothing before it was changed. */
  readonly head: string
  /** seq of the first entry that is not as it was written; null when all are. */
  readonly brokenAt: number | null
}

export async function checkHistory(db: Database): Promise<Checked[]> {
  const all = await db.open.select().from(newsrooms).orderBy(newsrooms.slug)
  const checked = await Promise.all(all.map(({ id, slug }) => checkNewsroom(db, id, slug)))
  return checked.flat()
}

const checkNewsroom = (db: Database, newsroomId: string, newsroom: string): Promise<Checked[]> =>
  db.inNewsroom(newsroomId, async (tx) => {
    const heads = await tx.select().from(streams).where(eq(streams.newsroomId, newsroomId)).orderBy(streams.id)
    const checked: Checked[] = []
    for (const { id, kind, headHash, headEventSeq } of heads) {
      const entries = await tx
        .select({ seq: events.seq, body: events.body, hash: events.hash })
        .from(events)
        .where(eq(events.streamId, id))
        .orderBy(asc(events.seq))
      const last = entries.at(-1)
      // A tail that was cut off leaves a whole chain behind, but not the one that the head tells of.
      const cut = !headHash.equals(last?.hash ?? firstHash(id)) ? headEventSeq : null
      const brokenAt = firstBroken(id, entries) ?? cut
      checked.push({ newsroom, stream: id, kind, entries: entries.length, head: headHash.toString('hex'), brokenAt })
    }
    return checked
  })
