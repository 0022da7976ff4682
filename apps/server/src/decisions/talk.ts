/**
 * Talk on a claim: remarks and queries. Their words lie where they can be forgotten; the events hold who, when and whom. Whether
 * those called on may open the article is asked under the lock, so that nobody is called to what was closed to them meanwhile.
 */
import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Actor } from '#domain/actor.ts'
import { refuse, ok, type Result } from '#domain/result.ts'
import { answer, ask, callOn, decide, type QueryState, resolveTalk, say } from '#domain/talk.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import { articles, queries, talk } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { keepPrivate } from '../log/private-text.ts'
import { type ArticleWork, commandArticle } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import type { Services } from './services.ts'

type Told = Promise<Result<{ seq: number; id: string }>>

export interface NewRemark {
  readonly text: string
  /** Ids of the people called on. */
  readonly mentions: readonly string[]
}

export const sayOn = (services: Services, on: OnClaim, { text, mentions }: NewRemark): Told =>
  onClaim(services, on, async ({ tx, actor, stream, record }, claimId) => {
    const said = say(actor, text)
    if (!said.ok) return said
    const called = await calledOn(tx, on, mentions)
    if (!called.ok) return called
    const entryId = newId()
    const event = { type: 'talk-said' as const, claimId, entryId, text: await keepPrivate(tx, stream, text) }
    const { seq } = await record({ ...event, mentions: called.value.people.map(({ id }) => id) })
    return ok({ seq, id: entryId })
  })

export const resolveOn = (services: Services, on: OnClaim, entryId: string): Told =>
  onClaim(services, on, async ({ tx, actor, record }, claimId) => {
    const [entry] = await tx
      .select({ resolvedAt: talk.resolvedAt })
      .from(talk)
      .where(and(eq(talk.articleId, on.articleId), eq(talk.claimId, claimId), eq(talk.id, entryId)))
    if (entry === undefined) return refuse('not-found')
    const resolved = resolveTalk(actor, { resolved: entry.resolvedAt !== null })
    if (!resolved.ok) return resolved
    return ok({ seq: (await record({ type: 'talk-resolved', claimId, entryId })).seq, id: entryId })
  })

export const askOn = (services: Services, on: OnClaim, { to, text }: { to: string; text: string }): Told =>
  commandArticle(services, on, on.articleId, async ({ tx, actor, stream, claim, record }) => {
    const found = await claim(on.claim)
    if (found === null) return refuse('not-found')
    const called = await calledOn(tx, on, [to])
    const asked = ask(found.claim, actor, called.ok ? (called.value.people[0] ?? null) : null, text)
    if (!asked.ok) return asked
    const queryId = newId()
    const event = { type: 'query-asked' as const, claimId: found.claim.id, queryId, to: asked.value.to }
    return ok({ seq: (await record({ ...event, text: await keepPrivate(tx, stream, text) })).seq, id: queryId })
  })

export const answerOn = (services: Services, on: OnClaim, queryId: string, text: string): Told =>
  onQuery(services, on, queryId, async ({ tx, actor, stream, record }, claimId, state) => {
    const answered = answer(actor, { state }, text)
    if (!answered.ok) return answered
    const kept = await keepPrivate(tx, stream, text)
    return ok({ seq: (await record({ type: 'query-answered', claimId, queryId, text: kept })).seq, id: queryId })
  })

export const decideOn = (services: Services, on: OnClaim, queryId: string, text: string): Told =>
  onQuery(services, on, queryId, async ({ actor, keep, record }, claimId, state) => {
    const decided = decide(actor, { state })
    if (!decided.ok) return decided
    const kept = await keep(text)
    return ok({ seq: (await record({ type: 'query-decided', claimId, queryId, text: kept })).seq, id: queryId })
  })

function onClaim(services: Services, on: OnClaim, act: (work: ArticleWork, claimId: string) => Told): Told {
  return commandArticle(services, on, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    return found === null ? refuse('not-found') : act(work, found.claim.id)
  })
}

const onQuery = (
  services: Services,
  on: OnClaim,
  queryId: string,
  act: (work: ArticleWork, claimId: string, state: QueryState) => Told,
): Told =>
  onClaim(services, on, async (work, claimId) => {
    const [query] = await work.tx
      .select({ answeredAt: queries.answeredAt, decidedAt: queries.decidedAt })
      .from(queries)
      .where(and(eq(queries.articleId, on.articleId), eq(queries.claimId, claimId), eq(queries.id, queryId)))
    if (query === undefined) return refuse('not-found')
    const state = query.decidedAt !== null ? 'decided' : query.answeredAt !== null ? 'answered' : 'asked'
    return act(work, claimId, state)
  })

/** TK6. The people as the rules know them, each once; refused when the article is closed to one of them. */
async function calledOn(
  tx: Tx,
  { actor, articleId }: OnClaim,
  ids: readonly string[],
): Promise<Result<{ people: Actor[] }>> {
  if (ids.length === 0) return ok({ people: [] })
  const [article] = await tx
    .select({ open: articles.open, people: articles.people })
    .from(articles)
    .where(eq(articles.id, articleId))
  if (article === undefined) return refuse('not-found')
  const members = new Map((await readMembers(tx, actor.newsroomId)).map((row) => [row.person, actorFrom(row)]))
  const called = callOn(
    article,
    ids.map((id) => members.get(id) ?? null),
  )
  if (!called.ok) return called
  return ok({ people: called.value.people.flatMap((id) => members.get(id) ?? []) })
}
