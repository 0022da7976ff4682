/** What merging two claims that are one, and splitting one that is two, do to the rows. Rules RP2, RP3. */
import { and, eq } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { claims, queries, talk } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { evidence } from '../db/verdict-tables.ts'

export type RepairEvent = Extract<ArticleEvent, { type: 'claim-merged' | 'claim-split' }>

export async function applyRepair(tx: Tx, newsroomId: string, stamped: Stamped<RepairEvent>): Promise<void> {
  const { event, stream: articleId } = stamped
  return event.type === 'claim-merged' ? merged(tx, articleId, event) : split(tx, newsroomId, { ...stamped, event })
}

/** Evidence, talk and queries go on with the claim that stays; verdicts and sign-offs were given on other words and stay behind. */
async function merged(tx: Tx, articleId: string, event: Extract<RepairEvent, { type: 'claim-merged' }>) {
  const { claimId, into } = event
  for (const table of [evidence, talk, queries] as const) {
    await tx
      .update(table)
      .set({ claimId: into })
      .where(and(eq(table.articleId, articleId), eq(table.claimId, claimId)))
  }
  await tx
    .update(claims)
    .set({ withdrawn: true, mergedInto: into })
    .where(and(eq(claims.articleId, articleId), eq(claims.id, claimId)))
}

/** The new claim is checked by the same person, is as risky, is said by the same voice, and rests on the same sources until somebody looks. */
async function split(
  tx: Tx,
  newsroomId: string,
  { event, stream: articleId, by, at, seq }: Stamped<Extract<RepairEvent, { type: 'claim-split' }>>,
) {
  const ofClaim = (id: string) => and(eq(claims.articleId, articleId), eq(claims.id, id))
  const [whole] = await tx
    .select({ assignee: claims.assignee, risk: claims.risk, dueAt: claims.dueAt, asserter: claims.asserter })
    .from(claims)
    .where(ofClaim(event.claimId))
  if (whole === undefined) throw new Error(`No row for claim ${event.claimId}.`)
  await tx.update(claims).set(whole).where(ofClaim(event.newClaimId))
  for (const { of, id } of event.evidence) {
    const [link] = await tx
      .select({ sourceId: evidence.sourceId, stance: evidence.stance, detailsId: evidence.detailsId })
      .from(evidence)
      .where(eq(evidence.id, of))
    // Taken away since, it is in the history only.
    if (link === undefined) continue
    await tx
      .insert(evidence)
      .values({ ...link, newsroomId, articleId, claimId: event.newClaimId, id, by, at: new Date(at), seq })
  }
}
