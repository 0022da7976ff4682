/** Articles that came in the same file, byte for byte: so that nobody checks one twice without knowing. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { type Actor, mayOpen } from '#domain/actor.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'

/** Those open to this person, the newest first; of others not even that they are there. */
export async function readCameFrom(tx: Tx, actor: Actor, sha256: string): Promise<{ id: string; title: string }[]> {
  const rows = await tx
    .select({ id: articles.id, title: articles.title, open: articles.open, people: articles.people })
    .from(articles)
    .where(and(eq(articles.newsroomId, actor.newsroomId), eq(sql`${articles.original} ->> 'sha256'`, sha256)))
    .orderBy(desc(articles.importedAt))
  return rows.filter((row) => mayOpen(actor, row)).map(({ id, title }) => ({ id, title }))
}
