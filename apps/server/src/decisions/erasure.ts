/** Forgetting a text that somebody wrote: the row loses its words, the history keeps its place and says who took them away. Rule ER1. */
import { and, eq } from 'drizzle-orm'
import { eraseText } from '#domain/erasure.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { events } from '../db/log-tables.ts'
import { erasePrivate, privateRefIn, readPrivate } from '../log/private-text.ts'
import { eventFrom } from '../log/stream.ts'
import { commandArticle } from './article-command.ts'
import type { OnArticle } from './review.ts'
import type { Services } from './services.ts'

/** `of` is the seq of the event whose text is to go. Rows hold only the text's id, so nothing else remembers it. */
export const eraseTextOf = (services: Services, on: OnArticle, of: number): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async ({ tx, actor, stream, record }) => {
    const [row] = await tx
      .select({ body: events.body })
      .from(events)
      .where(and(eq(events.streamId, stream.id), eq(events.seq, of)))
    const ref = row === undefined ? null : privateRefIn(eventFrom(row.body).event)
    const standing = ref === null ? null : await readPrivate(tx, [ref.id])
    const may = eraseText(actor, { erased: standing === null || standing.size === 0 })
    if (!may.ok) return may
    if (ref === null) return refuse('not-found')
    const { seq, by, at } = await record({ type: 'text-erased', textId: ref.id, of })
    await erasePrivate(tx, ref.id, by, new Date(at))
    return ok({ seq })
  })
