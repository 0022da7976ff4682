/**
 * The frame of every command on a source: lock the newsroom's stream, find the source, ask the rule, append the event and write the
 * rows, in one transaction; then tell. Rules LG1, LG2, DL4.
 */
import type { Actor } from '#domain/actor.ts'
import type { NewsroomEvent, PrivateRef } from '#domain/event.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { Tx } from '../db/database.ts'
import type { Announcement } from '../log/announcer.ts'
import { keepPrivate } from '../log/private-text.ts'
import { readSource, type SourceDbRow } from '../projection/source-reader.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'

/** What a command may do while it holds the newsroom's stream. */
export interface SourceWork {
  readonly tx: Tx
  readonly actor: Actor
  readonly source: SourceDbRow
  readonly now: Date
  record(event: NewsroomEvent): Promise<void>
  /** Keeps free text where it can be forgotten. */
  keep(text: string): Promise<PrivateRef>
  /** What is told of an article once everything is committed. */
  tellLater(announcement: Announcement): void
}

export interface OnSource extends Asked {
  readonly sourceId: string
}

/**
 * Rules are asked before anything is written, so a refusal leaves nothing behind. Under the command's key only ids are kept, and what they
 * stand for is read again for each answer: a copy of it would outlive its being forgotten (ER2).
 */
export async function commandSource<K extends object, T extends object>(
  services: Services,
  on: OnSource,
  act: (work: SourceWork) => Promise<Result<K>>,
  show: (tx: Tx, done: K) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { actor, sourceId } = on
  const { newsroomId } = actor
  const now = services.now()
  const articles: Announcement[] = []
  const { result, seq } = await services.db.inNewsroom(newsroomId, async (tx) => {
    const stream = await lockNewsroom(tx, newsroomId)
    const source = await readSource(tx, sourceId)
    if (source === null) return { result: refuse('not-found'), seq: 0 }
    const work: SourceWork = {
      tx,
      actor,
      source,
      now,
      record: async (event) => void (await recordInNewsroom(tx, stream, event, actor.id, now)),
      keep: (text) => keepPrivate(tx, stream, text),
      tellLater: (announcement) => void articles.push(announcement),
    }
    const done = await once(tx, on, () => act(work))
    return { result: done.ok ? await show(tx, done.value) : done, seq: stream.seq }
  })
  if (!result.ok) return result
  services.announcer.tell({ newsroomId, article: null, seq, events: [], claims: [] })
  for (const announcement of articles) services.announcer.tell(announcement)
  return result
}

/** A source that was merged is changed where it leads to. */
export const unmerged = (source: SourceDbRow): Result<null> =>
  source.mergedInto === null ? { ok: true, value: null } : refuse('source-merged')
