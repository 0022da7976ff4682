/** An article comes in: its stream, its first text and its row, in one transaction. The server writes the text; clients never seed. */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { mayEdit } from '#domain/actor.ts'
import type { ArticleDetails, ArticleEvent, FileRef, Stamped } from '#domain/event.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ArticleDraft } from '#document/draft.ts'
import { documentFrom, type Seed, seedUpdate } from '#document/seed.ts'
import { clientIds, streams, updates } from '../db/log-tables.ts'
import { createStream, lockStream, serverAsClient } from '../log/stream.ts'
import { followWords, record } from '../projection/text-rows.ts'
import { lockNewsroom } from './newsroom-command.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'
import { makeVersion } from './version.ts'

/** What a person says of an article besides what import found in it, and the file it came in. */
export type Arrival = Pick<ArticleDetails, 'byline' | 'desk'> & {
  readonly original: FileRef | null
  /** Whether its desk opens with suggested claims. */
  readonly suggests: boolean
}

const pasted: Arrival = { byline: '', desk: '', original: null, suggests: true }

export async function bringArticleIn(
  services: Services,
  asked: Asked,
  { document: json, ...draft }: ArticleDraft,
  dueAt: string | null,
  arrival: Arrival = pasted,
): Promise<Result<{ id: string; seq: number }>> {
  const { actor } = asked
  if (!mayEdit(actor)) return refuse('may-not-edit')
  const seed = seedFrom(json)
  if (seed === null) return refuse('not-understood')
  if (!(await isKept(services, actor.newsroomId, arrival.original))) return refuse('file-unknown')
  const { newsroomId } = actor
  const events: Stamped<ArticleEvent>[] = []
  const imported = await services.db.inNewsroom(newsroomId, async (tx) => {
    // Sent twice at the same time, the second waits here for the answer of the first.
    if (asked.once !== null) await lockNewsroom(tx, newsroomId)
    return once(tx, asked, async () => {
      const id = newId()
      const at = services.now()
      await createStream(tx, { id, newsroomId, kind: 'article' })
      await tx.insert(updates).values({ streamId: id, seq: 1, bytes: Buffer.from(seed.update), by: actor.id, at })
      await tx.insert(clientIds).values({ streamId: id, clientId: seed.clientId, person: serverAsClient })
      await tx.update(streams).set({ seq: 1 }).where(eq(streams.id, id))
      const stream = await lockStream(tx, id, newsroomId)
      if (stream === null) throw new Error('A stream just made is missing.')
      const { title, deck, publicationDate, language, direction } = draft
      const details = {
        title,
        deck,
        publicationDate,
        language,
        direction,
        dueAt,
        open: 'newsroom' as const,
        people: [],
        ...arrival,
      }
      const write = async (event: ArticleEvent) => {
        const stamped = await record(tx, stream, event, actor.id, at)
        events.push(stamped)
        return stamped
      }
      await write({ type: 'article-imported', ...details })
      const { text } = seed
      await followWords(tx, id, { seq: 1, at, text, title: seed.title, deck: seed.deck, runs: new Map() })
      await makeVersion({ tx, stream, record: write, text: { seq: 1, text, document: () => seed.json } }, 'import')
      return ok({ id, seq: stream.seq })
    })
  })
  if (imported.ok) {
    const { id, seq } = imported.value
    services.announcer.tell({ newsroomId, article: id, seq, events, claims: [] })
  }
  return imported
}

/** Null when the document does not fit the schema or has no words. */
function seedFrom(json: ArticleDraft['document']): Seed | null {
  try {
    const document = documentFrom(json)
    return document.textContent.trim() === '' ? null : seedUpdate(document)
  } catch {
    return null
  }
}

/** Whether the bytes lie among this newsroom's blobs, and are as many as it says. */
async function isKept({ blobs }: Services, newsroomId: string, file: FileRef | null): Promise<boolean> {
  return file === null || (await blobs.size(newsroomId, file.sha256)) === file.size
}
