/** Forgetting a text that somebody wrote: the row loses its words, the history keeps its place and says who took them away. Rule ER1. */
import { and, eq } from 'drizzle-orm'
import { eraseText } from '#domain/erasure.ts'
import { ok, type Result } from '#domain/result.ts'
import { events } from '../db/log-tables.ts'
import { erasePrivate, privateRefsIn, readPrivate } from '../log/private-text.ts'
import { eventFrom } from '../log/stream.ts'
import { commandArticle } from './article-command.ts'
import type { OnArticle } from './review.ts'
import type { Services } from './services.ts'

/** `of` is the seq of the event whose texts are to go. Rows hold their ids; the fold takes proposed words out of the verdict's row. */
export const eraseTextOf = (services: Services, on: OnArticle, of: number): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async ({ tx, actor, stream, record }) => {
    const [row] = await tx
      .select({ body: events.body })
      .from(events)
      .where(and(eq(events.streamId, stream.id), eq(events.seq, of)))
    const refs = row === undefined ? [] : privateRefsIn(eventFrom(row.body).event)
    const standing = await readPrivate(
      tx,
      refs.map(({ id }) => id),
    )
    const may = eraseText(actor, { erased: standing.size === 0 })
    if (!may.ok) return may
    let last = 0
    for (const textId of standing.keys()) {
      const { seq, by, at } = await record({ type: 'text-erased', textId, of })
      await erasePrivate(tx, textId, by, new Date(at))
      last = seq
    }
    return ok({ seq: last })
  })
