/** Adding a source to the newsroom's library. */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Actor } from '#domain/actor.ts'
import { describeSource, type SourceDetails } from '#domain/source.ts'
import { ok, type Result } from '#domain/result.ts'
import type { SourceView } from '#protocol/view.ts'
import type { Tx } from '../db/database.ts'
import { sources } from '../db/newsroom-tables.ts'
import { keepPrivate } from '../log/private-text.ts'
import { sourceViewOf } from '../projection/claim-reader.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'

/** Adds the source inside a transaction that may go on to use it. Returns its id. */
export async function putSource(tx: Tx, actor: Actor, details: SourceDetails, at: Date): Promise<string> {
  const stream = await lockNewsroom(tx, actor.newsroomId)
  const sourceId = newId()
  const kept = await keepPrivate(tx, stream, JSON.stringify(details))
  await recordInNewsroom(tx, stream, { type: 'source-added', sourceId, details: kept }, actor.id, at)
  return sourceId
}

export async function addSourceToLibrary(
  services: Services,
  asked: Asked,
  details: SourceDetails,
): Promise<Result<SourceView>> {
  const { actor } = asked
  const may = describeSource(actor, details)
  if (!may.ok) return may
  const added = await services.db.inNewsroom(actor.newsroomId, async (tx) => {
    const stream = await lockNewsroom(tx, actor.newsroomId)
    const answer = await once(tx, asked, async () => {
      const id = await putSource(tx, actor, details, services.now())
      const [row] = await tx.select().from(sources).where(eq(sources.id, id))
      if (row === undefined) throw new Error('A source just added has no row.')
      return ok(sourceViewOf(row))
    })
    return { answer, seq: stream.seq }
  })
  services.announcer.tell({ newsroomId: actor.newsroomId, article: null, seq: added.seq, events: [], claims: [] })
  return added.answer
}
