/**
 * Taking somebody who leaves off the articles that name them: invited again later, they are in none of them, and no article is left open
 * to nobody. Rule MB6. The newsroom is locked already; its articles are locked by id.
 */
import { and, arrayContains, asc, eq } from 'drizzle-orm'
import type { Actor } from '#domain/actor.ts'
import { accessWithout, type Membership } from '#domain/member.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { lockStream } from '../log/stream.ts'
import { record } from '../projection/text-rows.ts'

export async function takeOffArticles(
  tx: Tx,
  actor: Actor,
  members: readonly Membership[],
  person: string,
  at: Date,
): Promise<void> {
  const naming = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.open, 'named'), arrayContains(articles.people, [person])))
    .orderBy(asc(articles.id))
  for (const { id } of naming) {
    const stream = await lockStream(tx, id, actor.newsroomId)
    if (stream === null) throw new Error(`Article ${id} has no stream.`)
    // Read again under its lock: an editor may just have changed who it is open to.
    const [row] = await tx.select({ people: articles.people }).from(articles).where(eq(articles.id, id))
    if (!row?.people.includes(person)) continue
    const people = accessWithout(row.people, members, person)
    await record(tx, stream, { type: 'article-access-changed', open: 'named', people }, actor.id, at)
  }
}
