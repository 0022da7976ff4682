/** The steps of an article's way to print: each asks its rule under the lock, names a version and records what follows. Rules RV1–RV6. */
import { eq, sql } from 'drizzle-orm'
import { gate, gateOpens } from '#domain/gate.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { approvable, approvalStanding, approve, publish, requestReview, sendBack } from '#domain/review.ts'
import { articles, looks } from '../db/article-tables.ts'
import { headOf } from '../log/stream.ts'
import { contentHash, readApproval, readGateClaims, seenOf } from '../projection/review-reader.ts'
import { readNewestVersion } from '../projection/version-reader.ts'
import { type ArticleWork, commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'
import { makeVersion } from './version.ts'

export interface OnArticle extends Asked {
  readonly articleId: string
}

type Stepped = Promise<Result<{ seq: number; version: number }>>

async function stageOf({ tx, stream }: ArticleWork) {
  const [article] = await tx.select({ stage: articles.stage }).from(articles).where(eq(articles.id, stream.id))
  if (article === undefined) throw new Error(`No article row for stream ${stream.id}.`)
  return article.stage
}

/** Everything the rules of approval and publication ask about, at the locked seq. */
async function reviewed(work: ArticleWork) {
  const whole = await work.claims()
  const opens = gateOpens(gate(await readGateClaims(work.tx, work.stream.id, whole)))
  return { claims: whole.map(({ claim }) => claim), content: contentHash(work.text.document()), gateOpens: opens }
}

export const askForReview = (services: Services, on: OnArticle, note: string): Stepped =>
  commandArticle(services, on, on.articleId, async (work) => {
    const may = requestReview(on.actor, await stageOf(work))
    if (!may.ok) return may
    // The history tells of the claims' words before it tells that somebody holds the article for checked.
    await work.claims()
    const version = await makeVersion(work, 'review')
    const { seq } = await work.record({ type: 'review-requested', version, note: await work.keep(note) })
    return ok({ seq, version })
  })

export const sendArticleBack = (services: Services, on: OnArticle, note: string): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async (work) => {
    const may = sendBack(on.actor, await stageOf(work), note)
    if (!may.ok) return may
    const kept = await work.keep(note)
    if (kept === null) return refuse('why-needed')
    return ok({ seq: (await work.record({ type: 'sent-back', note: kept })).seq })
  })

/** `seen` is what the review page showed; what has changed since is refused. */
export const approveArticle = (services: Services, on: OnArticle, seen: string): Stepped =>
  commandArticle(services, on, on.articleId, async (work) => {
    const { claims, content, gateOpens: opens } = await reviewed(work)
    const now = {
      stage: await stageOf(work),
      gateOpens: opens,
      unchangedSinceSeen: seenOf(content, claims) === seen,
    }
    const may = approve(on.actor, now)
    if (!may.ok) return may
    const version = await makeVersion(work, 'approval')
    const { seq } = await work.record({ type: 'article-approved', version, claims: approvable(claims) })
    return ok({ seq, version })
  })

export const publishArticle = (services: Services, on: OnArticle): Stepped =>
  commandArticle(services, on, on.articleId, async (work) => {
    const { claims, content, gateOpens: opens } = await reviewed(work)
    const approval = await readApproval(work.tx, on.articleId)
    const now = {
      stage: await stageOf(work),
      gateOpens: opens,
      approvalCounts: approval !== null && approvalStanding(approval, content, claims).counts,
    }
    const may = publish(on.actor, now)
    if (!may.ok) return may
    const version = await makeVersion(work, 'publication')
    const { seq } = await work.record({ type: 'article-published', version })
    return ok({ seq, version })
  })

/** Notes up to where this person has looked. Theirs alone: in no log, told to nobody, and never taken back to an earlier seq. */
export async function noteLook(
  { db, now }: Services,
  { actor, articleId }: OnArticle,
  seq: number,
): Promise<Result<{ seq: number }>> {
  return db.inNewsroom(actor.newsroomId, async (tx) => {
    const head = await headOf(tx, articleId)
    if (head === null) return refuse('not-found')
    const newest = await readNewestVersion(tx, articleId)
    const look = { seq: Math.min(seq, head.seq), version: newest?.number ?? null, at: now() }
    await tx
      .insert(looks)
      .values({ newsroomId: actor.newsroomId, person: actor.id, articleId, ...look })
      .onConflictDoUpdate({
        target: [looks.person, looks.articleId],
        set: look,
        setWhere: sql`${looks.seq} <= ${look.seq}`,
      })
    return ok({ seq: look.seq })
  })
}
