/**
 * Blobs that no event speaks of are left from imports that were shown and never brought in. They go after a day, when the server
 * starts; what any event speaks of stays, also when it was taken away since. Rule BL3.
 */
import { inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { eventFrom } from '../log/stream.ts'
import type { Blobs } from './disk-blobs.ts'

const dayMs = 24 * 60 * 60_000

export async function sweepBlobs(db: Database, blobs: Blobs, now: Date): Promise<void> {
  const all = await db.open.select({ id: newsrooms.id }).from(newsrooms)
  for (const { id } of all) await blobs.sweep(id, await spokenOf(db, id), new Date(now.getTime() - dayMs))
}

async function spokenOf(db: Database, newsroomId: string): Promise<Set<string>> {
  const rows = await db.inNewsroom(newsroomId, (tx) =>
    tx
      .select({ body: events.body })
      .from(events)
      .where(inArray(events.type, ['article-imported', 'document-added'])),
  )
  const hashes = rows.flatMap(({ body }) => {
    const { event } = eventFrom(body)
    if (event.type === 'article-imported') return event.original?.sha256 ?? []
    return event.type === 'document-added' ? event.file.sha256 : []
  })
  return new Set(hashes)
}
