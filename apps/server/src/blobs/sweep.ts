/**
 * Blobs that no event speaks of are left from imports that were shown and never brought in. They go after a day, when the server
 * starts; what any event speaks of stays, also when it was taken away since, and the files of drafts that wait. A draft that has waited
 * for a week goes. Rules BL3, DR9.
 */
import { inArray, lt } from 'drizzle-orm'
import { pendingDrafts } from '../db/article-tables.ts'
import type { Database } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { eventFrom } from '../log/stream.ts'
import type { Blobs } from './disk-blobs.ts'

const dayMs = 24 * 60 * 60_000
const weekMs = 7 * dayMs

export async function sweepBlobs(db: Database, blobs: Blobs, now: Date): Promise<void> {
  const all = await db.open.select({ id: newsrooms.id }).from(newsrooms)
  for (const { id } of all) {
    const waiting = await sweepDrafts(db, id, new Date(now.getTime() - weekMs))
    const kept = new Set([...(await spokenOf(db, id)), ...waiting])
    await blobs.sweep(id, kept, new Date(now.getTime() - dayMs))
  }
}

/** Lets drafts from before `until` go; the files of the others. */
async function sweepDrafts(db: Database, newsroomId: string, until: Date): Promise<string[]> {
  return db.inNewsroom(newsroomId, async (tx) => {
    await tx.delete(pendingDrafts).where(lt(pendingDrafts.at, until))
    const waiting = await tx.select({ original: pendingDrafts.original }).from(pendingDrafts)
    return waiting.flatMap(({ original }) => original?.sha256 ?? [])
  })
}

async function spokenOf(db: Database, newsroomId: string): Promise<Set<string>> {
  const rows = await db.inNewsroom(newsroomId, (tx) =>
    tx
      .select({ body: events.body })
      .from(events)
      .where(inArray(events.type, ['article-imported', 'draft-imported', 'document-added'])),
  )
  const hashes = rows.flatMap(({ body }) => {
    const { event } = eventFrom(body)
    if (event.type === 'article-imported' || event.type === 'draft-imported') return event.original?.sha256 ?? []
    return event.type === 'document-added' ? event.file.sha256 : []
  })
  return new Set(hashes)
}
