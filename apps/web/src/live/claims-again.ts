/**
 * Asks again for a few claims of an article, those alone: while somebody types in one claim, a thousand others are not sent with every
 * key. Whenever that could show something older than what is here, all are asked for instead. Rule LV9.
 */
import type { QueryClient } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import { claimsQuery } from '#web/queries.ts'

/** More than this are read faster all at once. */
const most = 8

export async function readClaims(
  queries: QueryClient,
  newsroom: string,
  article: string,
  claims: ReadonlySet<string>,
  ask: typeof api.claim = api.claim,
): Promise<void> {
  if (claims.size === 0) return
  const { queryKey } = claimsQuery(newsroom, article)
  const whole = () => queries.invalidateQueries({ queryKey, exact: true })
  const before = queries.getQueryState(queryKey)
  if (before === undefined) return
  const known = new Set(queries.getQueryData(queryKey)?.claims.map(({ id }) => id))
  const areKnown = [...claims].every((id) => known.has(id))
  if (claims.size > most || !areKnown || before.fetchStatus !== 'idle') return whole()
  const replies = await Promise.all([...claims].map((id) => ask(newsroom, article, id)))
  const now = queries.getQueryState(queryKey)
  // Answers that crossed one another: which is newer cannot be told.
  if (now?.fetchStatus !== 'idle' || now.dataUpdateCount !== before.dataUpdateCount || now.isInvalidated) return whole()
  const fresh = new Map(replies.flatMap((reply) => (reply.ok ? [[reply.value.id, reply.value] as const] : [])))
  if (fresh.size < claims.size) return whole()
  queries.setQueryData(
    queryKey,
    (data) => data && { ...data, claims: data.claims.map((one) => fresh.get(one.id) ?? one) },
  )
}
