/**
 * What waits for one person, in the articles that are open to them: computed from the rows each time, kept nowhere. Claims that are
 * withdrawn wait for nobody. Rules WT1, WT2, AC2.
 */
import { and, arrayContains, eq, inArray, isNull } from 'drizzle-orm'
import { type Actor, mayDecide, mayOpen } from '#domain/actor.ts'
import { isLeft, standingOf } from '#domain/claim.ts'
import { riskOf } from '#domain/risk.ts'
import { signOff } from '#domain/sign-off.ts'
import { articleWaits, byUrgency, type WaitingFor } from '#domain/waiting.ts'
import type { WaitingView } from '#protocol/talk-view.ts'
import { articles, talk } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { readPrivate } from '../log/private-text.ts'
import { readClaims, type WholeClaim } from './claim-reader.ts'

type ArticleRow = typeof articles.$inferSelect

/** An entry whose words have not been read yet. */
type Found = Omit<WaitingView, 'text'> & { readonly textId: string | null }

interface OneArticle {
  readonly article: ArticleRow
  /** Without the withdrawn ones. */
  readonly claims: readonly WholeClaim[]
}

export async function readWaiting(tx: Tx, actor: Actor): Promise<WaitingView[]> {
  const all = await tx.select().from(articles).where(eq(articles.newsroomId, actor.newsroomId))
  const open = all.filter((article) => mayOpen(actor, article))
  const ids = open.map(({ id }) => id)
  const standing = (await readClaims(tx, ids)).filter(({ claim }) => !claim.withdrawn)
  const byArticle = new Map<string, WholeClaim[]>(ids.map((id) => [id, []]))
  for (const claim of standing) byArticle.get(claim.row.articleId)?.push(claim)
  const found = open.flatMap((article) => {
    const one = { article, claims: byArticle.get(article.id) ?? [] }
    return [...queriesFor(actor, one), ...claimsFor(actor, one), ...signOffsFor(actor, one), ...articleFor(actor, one)]
  })
  found.push(...(await remarksFor(tx, actor, open, standing)))
  const texts = await readPrivate(
    tx,
    found.flatMap(({ textId }) => textId ?? []),
  )
  return found
    .map(({ textId, ...entry }): WaitingView => ({
      ...entry,
      text: textId === null ? null : (texts.get(textId) ?? null),
    }))
    .toSorted((a, b) => byUrgency(urgencyOf(a), urgencyOf(b)))
}

const urgencyOf = ({ what, dueAt, at, claim }: WaitingView) => ({ what, dueAt, at, risk: claim?.risk ?? 'normal' })

function entryFor(what: WaitingFor, article: ArticleRow, claim: WholeClaim | null): Found {
  const { id, title, language } = article
  const due = claim?.row.dueAt ?? article.dueAt
  return {
    what,
    article: { id, title, language },
    claim: claim && { number: claim.row.number, words: claim.row.words, risk: riskOf(claim.row) },
    by: null,
    textId: null,
    at: null,
    dueAt: due?.toISOString() ?? null,
    count: null,
  }
}

/** Asked of me and not answered; asked by me, answered, and not decided. */
const queriesFor = (actor: Actor, { article, claims }: OneArticle): Found[] =>
  claims.flatMap((claim) =>
    claim.queries.flatMap((query): Found[] => {
      const { to, askedBy, askedAt, textId, answeredBy, answeredAt, answerId } = query
      if (answeredAt === null)
        return to === actor.id
          ? [{ ...entryFor('query', article, claim), by: askedBy, textId, at: askedAt.toISOString() }]
          : []
      return askedBy === actor.id && mayDecide(actor)
        ? [{ ...entryFor('answer', article, claim), by: answeredBy, textId: answerId, at: answeredAt.toISOString() }]
        : []
    }),
  )

const claimsFor = (actor: Actor, { article, claims }: OneArticle): Found[] =>
  claims
    .filter(({ row, claim }) => row.assignee === actor.id && isLeft(standingOf(claim)))
    .map((claim) => entryFor('claim', article, claim))

/** One line an article, not one a claim: it leads to the first of them. */
function signOffsFor(actor: Actor, { article, claims }: OneArticle): Found[] {
  if (article.stage !== 'review') return []
  const ready = claims.filter(({ claim }) => {
    const seen = { words: claim.words, verdict: claim.verdict?.seq ?? null, truth: claim.truth?.seq ?? null }
    return signOff(claim, actor, seen).ok
  })
  const [first] = ready
  return first === undefined ? [] : [{ ...entryFor('sign-off', article, first), count: ready.length }]
}

function articleFor(actor: Actor, { article, claims }: OneArticle): Found[] {
  if (!article.assignees.includes(actor.id) || !articleWaits(actor, article.stage)) return []
  const left = claims.filter(({ claim }) => isLeft(standingOf(claim))).length
  return [{ ...entryFor('article', article, null), count: left }]
}

/** Remarks of others that call on me and are not resolved. */
async function remarksFor(
  tx: Tx,
  actor: Actor,
  open: readonly ArticleRow[],
  claims: readonly WholeClaim[],
): Promise<Found[]> {
  if (open.length === 0) return []
  const rows = await tx
    .select()
    .from(talk)
    .where(
      and(
        inArray(
          talk.articleId,
          open.map(({ id }) => id),
        ),
        arrayContains(talk.mentions, [actor.id]),
        isNull(talk.resolvedAt),
      ),
    )
  return rows.flatMap(({ articleId, claimId, by, at, textId }) => {
    const article = open.find(({ id }) => id === articleId)
    const claim = claims.find(({ row }) => row.articleId === articleId && row.id === claimId)
    if (article === undefined || claim === undefined || by === actor.id) return []
    return [{ ...entryFor('remark', article, claim), by, textId, at: at.toISOString() }]
  })
}
