/** Marking by quotation, for programs: the mark goes into the live text, and the claim is logged like any other. */
import { v7 as newId } from 'uuid'
import { mayDecide } from '#domain/actor.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { findQuote, type Quote } from '#document/quote.ts'
import { marking } from '#document/server-edit.ts'
import { lockStream } from '../log/stream.ts'
import { followMarks } from '../projection/text-rows.ts'
import type { Room } from '../rooms/room.ts'
import { answeredBefore, type Asked, once } from './once.ts'
import type { Services } from './services.ts'

/** AN7. Marks the quoted words when they stand in exactly one place. Returns the claim's id once it is logged. */
export async function markQuote(
  services: Services,
  asked: Asked,
  articleId: string,
  quote: Quote,
  kind: ClaimKind,
): Promise<Result<{ id: string }>> {
  const { actor } = asked
  if (!mayDecide(actor)) return refuse('may-not-mark')
  if (quote.exact.trim() === '') return refuse('words-not-found')
  const entered = await services.rooms.enter(articleId, actor.newsroomId)
  if (entered === null) return refuse('not-found')
  const { room, release } = entered
  try {
    return await room.edits.inTurn(() => markInRoom(services, asked, room, quote, kind))
  } finally {
    release()
  }
}

async function markInRoom(
  services: Services,
  asked: Asked,
  room: Room,
  quote: Quote,
  kind: ClaimKind,
): Promise<Result<{ id: string }>> {
  const { actor } = asked
  const before = await services.db.inNewsroom(actor.newsroomId, (tx) => answeredBefore<{ id: string }>(tx, asked))
  if (before !== null) return before
  const found = findQuote(room.now.text, quote)
  if (found.kind === 'nowhere') return refuse('words-not-found')
  if (found.kind === 'several') return refuse('words-found-twice')
  const id = newId()
  await room.edits.make(marking(found.at, { id, kind }), actor.id)
  const followed = await services.db.inNewsroom(actor.newsroomId, async (tx) => {
    const stream = await lockStream(tx, room.id, actor.newsroomId)
    if (stream === null) return null
    await once(tx, asked, async () => ok({ id }))
    return followMarks(tx, stream, room.now, [{ id, by: actor.id }], services.now())
  })
  if (followed === null) return refuse('not-found')
  const { events, claims } = followed
  services.announcer.tell({ newsroomId: actor.newsroomId, article: room.id, seq: room.seq, events, claims })
  return ok({ id })
}
