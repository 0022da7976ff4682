/** Which steps of a first night somebody has done, as the log tells: by their own hand, in this newsroom. Rule FN1. */
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#domain/actor.ts'
import type { ArticleEvent } from '#domain/event.ts'
import { type FirstNightStep, firstNightSteps } from '#domain/first-night.ts'
import type { Tx } from '../db/database.ts'
import { events } from '../db/log-tables.ts'

const told = {
  marked: 'claim-marked',
  sourced: 'evidence-attached',
  judged: 'verdict-given',
  reworded: 'still-held',
  signed: 'claim-signed-off',
  published: 'article-published',
} as const satisfies Record<FirstNightStep, ArticleEvent['type']>

/** `after`: what happened before that moment does not count; null when everything does. */
export async function readFirstNight(tx: Tx, actor: Actor, after: Date | null): Promise<FirstNightStep[]> {
  const { rows } = await tx.execute<{ type: string }>(firstNightQuery(actor, after))
  const types = new Set(rows.map(({ type }) => type))
  return firstNightSteps.filter((step) => types.has(told[step]))
}

/** Of each type one entry is looked for, by an index of what each person did: years of others' work, and of one's own, cost nothing. */
export const firstNightQuery = (actor: Pick<Actor, 'id' | 'newsroomId'>, after: Date | null): SQL => sql`
  select wanted.type from unnest(${sql.param(Object.values(told))}::text[]) as wanted(type)
  cross join lateral (
    select from ${events}
    where ${events.newsroomId} = ${actor.newsroomId} and ${events.by} = ${actor.id} and ${events.type} = wanted.type
      and ${events.at} > ${after?.toISOString() ?? '-infinity'}::timestamptz
    limit 1
  ) as found`
