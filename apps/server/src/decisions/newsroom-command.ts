/** Appending to a newsroom's own stream: sources, members. Locked before any article of the newsroom. */
import type { NewsroomEvent, Stamped } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { type LockedStream, lockStream } from '../log/stream.ts'
import { applyNewsroomEvent } from '../projection/newsroom-fold.ts'

/** A newsroom's stream carries its id. Throws when there is none: a newsroom is founded together with its stream. */
export async function lockNewsroom(tx: Tx, newsroomId: string): Promise<LockedStream> {
  const stream = await lockStream(tx, newsroomId, newsroomId)
  if (stream === null) throw new Error(`Newsroom ${newsroomId} has no stream.`)
  return stream
}

export async function recordInNewsroom(
  tx: Tx,
  stream: LockedStream,
  event: NewsroomEvent,
  by: string,
  at: Date,
): Promise<Stamped<NewsroomEvent>> {
  const stamped = await stream.append(event, by, at)
  await applyNewsroomEvent(tx, stream.newsroomId, stamped)
  return stamped
}
