/**
 * What each event of an article's stream does to the rows of its current state. The decision lane applies an event in the
 * transaction that appends it; a rebuild applies all of them in order: the rows come out the same (PJ1).
 */
import { and, eq, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { stageAfterMarking } from '#domain/desk.ts'
import { articles, claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { evidence, signOffs, verdicts } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import { applyQuoteEvent } from './quote-fold.ts'
import { applyRepair } from './repair-fold.ts'
import { applyReviewEvent } from './review-fold.ts'
import { applySkipEvent } from './skip-fold.ts'
import { applyTalkEvent } from './talk-fold.ts'
import { applyTickEvent } from './tick-fold.ts'

type Of<T extends ArticleEvent['type']> = Extract<ArticleEvent, { type: T }>

export async function applyArticleEvent(tx: Tx, newsroomId: string, stamped: Stamped<ArticleEvent>): Promise<void> {
  const { event, stream: articleId } = stamped
  const at = new Date(stamped.at)
  if (event.type === 'article-imported') return articleImported(tx, newsroomId, stamped, event)
  await tx
    .update(articles)
    .set({ updatedAt: sql`greatest(${articles.updatedAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(articles.id, articleId))
  const claimId = 'claimId' in event ? event.claimId : null
  const change = async (set: PgUpdateSetSource<typeof claims>) => {
    if (claimId === null) return
    await tx
      .update(claims)
      .set(set)
      .where(and(eq(claims.articleId, articleId), eq(claims.id, claimId)))
  }
  const changeArticle = (set: Partial<typeof articles.$inferInsert>) =>
    tx.update(articles).set(set).where(eq(articles.id, articleId))
  switch (event.type) {
    case 'article-changed':
      return articleChanged(tx, articleId, event)
    case 'article-access-changed':
      return void (await changeArticle({ open: event.open, people: event.people }))
    case 'article-assigned':
      return void (await changeArticle({ assignees: event.people }))
    case 'version-made':
    case 'review-requested':
    case 'sent-back':
    case 'article-approved':
    case 'article-published':
    case 'exception-accepted':
      return applyReviewEvent(tx, newsroomId, { ...stamped, event })
    case 'talk-said':
    case 'talk-resolved':
    case 'query-asked':
    case 'query-answered':
    case 'query-decided':
      return applyTalkEvent(tx, newsroomId, { ...stamped, event })
    case 'sentences-ticked':
    case 'sentences-unticked':
      return applyTickEvent(tx, newsroomId, { ...stamped, event })
    case 'suggestions-skipped':
    case 'suggestions-restored':
      return applySkipEvent(tx, newsroomId, { ...stamped, event })
    // What it did to the text and to each claim has events of its own.
    case 'draft-imported':
      return
    // The text itself is emptied by whoever records this; of all free text only proposed words are copied into a row.
    case 'text-erased':
      return void (await tx
        .update(verdicts)
        .set({ proposed: null })
        .where(and(eq(verdicts.articleId, articleId), eq(verdicts.proposedId, event.textId))))
    case 'claim-marked':
      return claimMarked(tx, newsroomId, stamped, event)
    case 'claim-reworded':
      return change({ words: event.after, loggedWords: event.after })
    case 'claim-detached':
      return change({ words: event.words, attached: false, loggedWords: null, ranges: [] })
    case 'claim-restored':
      return change({ words: event.words, attached: true, loggedWords: event.words })
    case 'claim-relinked':
      return change({ words: event.words, attached: true, loggedWords: event.words })
    case 'claim-merged':
    case 'claim-split':
      return applyRepair(tx, newsroomId, { ...stamped, event })
    case 'claim-withdrawn':
      return change({ withdrawn: true })
    case 'claim-kind-changed':
      return change({ kind: event.kind })
    case 'claim-assigned':
      return change({ assignee: event.to })
    case 'claim-risk-set':
      return change({ risk: event.risk })
    case 'claim-due-set':
      return change({ dueAt: event.dueAt === null ? null : new Date(event.dueAt) })
    case 'claim-reopened':
      return change({ reopened: { seq: stamped.seq, sourceId: event.sourceId, because: event.because } })
    case 'verdict-given':
      await change({ recorded: event.words })
      return verdictGiven(tx, newsroomId, stamped, event)
    case 'still-held':
      await applyQuoteEvent(tx, { ...stamped, event })
      await change({ recorded: event.words })
      return void (await tx
        .update(verdicts)
        .set({ words: event.words, seq: stamped.seq, heldBy: stamped.by, heldAt: at })
        .where(
          and(eq(verdicts.articleId, articleId), eq(verdicts.claimId, event.claimId), eq(verdicts.role, 'newest')),
        ))
    case 'wording-applied':
      await change({ recorded: event.words })
      return void (await tx
        .update(verdicts)
        .set({ words: event.words, seq: stamped.seq })
        .where(
          and(eq(verdicts.articleId, articleId), eq(verdicts.claimId, event.claimId), eq(verdicts.role, 'newest')),
        ))
    case 'element-checked': {
      const { element, finding, words } = event
      const found = JSON.stringify({ [element]: { finding, words, by: stamped.by, at: at.toISOString() } })
      return change({
        elements:
          finding === null ? sql`${claims.elements} - ${element}::text` : sql`${claims.elements} || ${found}::jsonb`,
      })
    }
    case 'truth-found':
    case 'claim-asserted':
      return applyQuoteEvent(tx, { ...stamped, event })
    case 'verdict-taken-back':
      return verdictTakenBack(tx, { ...stamped, event })
    case 'evidence-attached':
      return void (await tx.insert(evidence).values({
        newsroomId,
        articleId,
        claimId: event.claimId,
        id: event.evidenceId,
        sourceId: event.sourceId,
        stance: event.stance,
        detailsId: event.details.id,
        by: stamped.by,
        at,
        seq: stamped.seq,
      }))
    case 'evidence-removed':
      return void (await tx
        .delete(evidence)
        .where(and(eq(evidence.articleId, articleId), eq(evidence.id, event.evidenceId))))
    case 'claim-signed-off':
      return void (await tx.insert(signOffs).values({
        newsroomId,
        articleId,
        claimId: event.claimId,
        seq: stamped.seq,
        words: event.words,
        verdict: event.verdict,
        truth: event.truth,
        by: stamped.by,
        at,
      }))
    case 'sign-off-taken-back':
      return void (await tx
        .delete(signOffs)
        .where(and(eq(signOffs.articleId, articleId), eq(signOffs.seq, event.signOff))))
  }
}

async function articleImported(tx: Tx, newsroomId: string, stamped: Stamped, event: Of<'article-imported'>) {
  const { type: _, dueAt, ...details } = event
  const at = new Date(stamped.at)
  await tx.insert(articles).values({
    ...details,
    newsroomId,
    id: stamped.stream,
    stage: 'intake',
    dueAt: dueAt === null ? null : new Date(dueAt),
    importedBy: stamped.by,
    importedAt: at,
    updatedAt: at,
    claimCount: 0,
    placedAtSeq: 0,
  })
}

async function articleChanged(tx: Tx, articleId: string, event: Of<'article-changed'>) {
  const { type: _, dueAt, ...details } = event
  const due = dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }
  // An absent field is one that was not changed.
  const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
  await tx
    .update(articles)
    .set({ ...given, ...due })
    .where(eq(articles.id, articleId))
}

async function claimMarked(tx: Tx, newsroomId: string, stamped: Stamped, event: Of<'claim-marked'>) {
  const { claimId: id, number, kind, words } = event
  await tx.insert(claims).values({
    newsroomId,
    articleId: stamped.stream,
    id,
    number,
    kind,
    words,
    recorded: words,
    loggedWords: words,
    attached: true,
    ranges: [],
    doubled: 0,
    withdrawn: false,
    assignee: null,
    markedBy: stamped.by,
    markedAt: new Date(stamped.at),
  })
  const [article] = await tx.select({ stage: articles.stage }).from(articles).where(eq(articles.id, stamped.stream))
  if (article === undefined) throw new Error(`No article row for stream ${stamped.stream}.`)
  await tx
    .update(articles)
    .set({ claimCount: number, stage: stageAfterMarking(article.stage) })
    .where(eq(articles.id, stamped.stream))
}

/**
 * VD8, GT5. The verdict that stands again counts as it was given, sign-off included, unless its ground was taken away since: that is told
 * by the seqs. Where none stands, exceptions accepted before lapse with the verdict that is gone.
 */
async function verdictTakenBack(tx: Tx, { event, stream: articleId, seq }: Stamped<Of<'verdict-taken-back'>>) {
  const { claimId, back } = event
  const ofClaim = and(eq(verdicts.articleId, articleId), eq(verdicts.claimId, claimId))
  await tx
    .update(verdicts)
    .set({ role: 'past' })
    .where(and(ofClaim, eq(verdicts.role, 'newest')))
  const [stands] =
    back === null
      ? []
      : await tx
          .update(verdicts)
          .set({ role: 'newest' })
          .where(and(ofClaim, eq(verdicts.givenSeq, back)))
          .returning({ words: verdicts.words })
  await tx
    .update(claims)
    .set(stands === undefined ? { clearedSeq: seq } : { recorded: stands.words })
    .where(and(eq(claims.articleId, articleId), eq(claims.id, claimId)))
}

/** Words that were erased since are not there to be read again. */
async function proposedBy(tx: Tx, { proposed }: Of<'verdict-given'>) {
  if (proposed === null || typeof proposed === 'string') return { proposed, proposedId: null }
  return { proposed: (await readPrivate(tx, [proposed.id])).get(proposed.id) ?? null, proposedId: proposed.id }
}

/** VD4. The newest verdict takes the place of the one its giver had seen; one it was given unseen of becomes its rival. */
async function verdictGiven(tx: Tx, newsroomId: string, stamped: Stamped, event: Of<'verdict-given'>) {
  const ofClaim = and(eq(verdicts.articleId, stamped.stream), eq(verdicts.claimId, event.claimId))
  const [newest] = await tx
    .select({ seq: verdicts.seq })
    .from(verdicts)
    .where(and(ofClaim, eq(verdicts.role, 'newest')))
  const unseen = newest !== undefined && newest.seq !== event.seen
  if (!unseen) await tx.update(verdicts).set({ role: 'past' }).where(ofClaim)
  else
    await tx
      .update(verdicts)
      .set({ role: 'rival' })
      .where(and(ofClaim, eq(verdicts.role, 'newest')))
  await tx.insert(verdicts).values({
    newsroomId,
    articleId: stamped.stream,
    claimId: event.claimId,
    givenSeq: stamped.seq,
    seq: stamped.seq,
    rating: event.rating,
    words: event.words,
    ...(await proposedBy(tx, event)),
    whyId: event.why?.id ?? null,
    by: stamped.by,
    at: new Date(stamped.at),
    heldBy: null,
    heldAt: null,
    role: 'newest' as const,
  })
}
