/** Reads what happened to an article or one of its claims from the events themselves, newest first, with the words of each claim as they were. */
import { and, asc, desc, eq, gt, inArray, lt, lte } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { privateRefsIn, readErasures, readPrivate } from '../log/private-text.ts'
import { eventFrom } from '../log/stream.ts'

/** Enough for a night's work on one article; what is older is asked for with `before`. */
export const mostEntries = 2_000

export interface HistoryFilter {
  readonly person?: string | undefined
  /** Types of events. */
  readonly types?: readonly string[] | undefined
  /** Only entries before, or after, this seq. */
  readonly before?: number | undefined
  readonly since?: number | undefined
  readonly most?: number | undefined
}

export async function readHistory(
  tx: Tx,
  articleId: string,
  claimId: string | null,
  { person, types, before, since, most = mostEntries }: HistoryFilter = {},
): Promise<HistoryEntry[]> {
  const rows = await tx
    .select({ body: events.body })
    .from(events)
    .where(
      and(
        eq(events.streamId, articleId),
        claimId === null ? undefined : eq(events.claimId, claimId),
        person === undefined ? undefined : eq(events.by, person),
        types === undefined ? undefined : inArray(events.type, [...types]),
        before === undefined ? undefined : lt(events.seq, before),
        since === undefined ? undefined : gt(events.seq, since),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(most)
  const stamped = rows.map(({ body }) => eventFrom(body) as Stamped<ArticleEvent>)
  const numbered = await tx
    .select({ id: claims.id, number: claims.number })
    .from(claims)
    .where(eq(claims.articleId, articleId))
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]))
  const refs = stamped.flatMap(({ event }) => privateRefsIn(event).map(({ id }) => id))
  const texts = await readPrivate(tx, refs)
  const erasures = await readErasures(tx, refs)
  const wordsThen = await readWords(tx, articleId, stamped)
  return stamped.map(({ seq, at, by, event }) => {
    const id = 'claimId' in event ? event.claimId : null
    const other = event.type === 'claim-merged' ? event.into : event.type === 'claim-split' ? event.newClaimId : null
    const { proposed = null } = event.type === 'verdict-given' ? event : {}
    const said = typeof proposed === 'string' ? proposed : proposed && (texts.get(proposed.id) ?? null)
    const ids = privateRefsIn(event).map((ref) => ref.id)
    const erased = ids.map((ref) => erasures.get(ref)).find((one) => one !== undefined)
    const text = ids.filter((ref) => typeof proposed !== 'object' || ref !== proposed?.id).map((ref) => texts.get(ref))
    return {
      seq,
      at,
      by,
      type: event.type,
      event: { ...event },
      claim: id === null ? null : { id, number: numbers.get(id) ?? 0 },
      words: id === null ? null : wordsThen(id, seq),
      other: other === null ? null : { id: other, number: numbers.get(other) ?? 0 },
      text: text[0] ?? null,
      proposed: said,
      erased: erased === undefined ? null : { by: erased.by, at: erased.at.toISOString() },
    }
  })
}

/** Types of events that tell a claim's words. */
const telling = [
  'claim-marked',
  'claim-reworded',
  'claim-detached',
  'claim-restored',
  'claim-relinked',
  'verdict-given',
  'still-held',
  'wording-applied',
  'element-checked',
  'truth-found',
] as const satisfies readonly ArticleEvent['type'][]

/** The words of the claims that these entries are about, as they were at each entry's seq. */
async function readWords(
  tx: Tx,
  articleId: string,
  entries: readonly Stamped<ArticleEvent>[],
): Promise<(claim: string, seq: number) => string | null> {
  const about = [...new Set(entries.flatMap(({ event }) => ('claimId' in event ? [event.claimId] : [])))]
  const last = entries[0]?.seq ?? 0
  if (about.length === 0) return () => null
  const rows = await tx
    .select({ body: events.body })
    .from(events)
    .where(
      and(
        eq(events.streamId, articleId),
        inArray(events.claimId, about),
        inArray(events.type, [...telling]),
        lte(events.seq, last),
      ),
    )
    .orderBy(asc(events.seq))
  const told = new Map<string, { seq: number; words: string }[]>(about.map((id) => [id, []]))
  for (const { body } of rows) {
    const { seq, event } = eventFrom(body) as Stamped<ArticleEvent>
    const words =
      'after' in event && event.type === 'claim-reworded'
        ? event.after
        : 'claimId' in event && 'words' in event
          ? event.words
          : null
    if ('claimId' in event && words !== null) told.get(event.claimId)?.push({ seq, words })
  }
  return (claim, seq) => told.get(claim)?.findLast((one) => one.seq <= seq)?.words ?? null
}
