/**
 * Taking a source back: it is withdrawn or marked corrected, and every verdict that rests on it stops counting until somebody has
 * looked again, in all articles and in one transaction. Rule SR3.
 */
import { asc, eq, inArray } from 'drizzle-orm'
import { mayOpen } from '#domain/actor.ts'
import { losesGround } from '#domain/evidence.ts'
import { ok, type Result } from '#domain/result.ts'
import { reinstateSource, withdrawSource } from '#domain/source.ts'
import type { SourceView } from '#protocol/view.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { evidence } from '../db/verdict-tables.ts'
import { lockStream } from '../log/stream.ts'
import { readClaims } from '../projection/claim-reader.ts'
import { idsWithin } from '../projection/source-reader.ts'
import { record } from '../projection/text-rows.ts'
import type { Services } from './services.ts'
import { asSource, viewNow } from './source.ts'
import { commandSource, type OnSource, type SourceWork, unmerged } from './source-command.ts'

type TakenBack = 'withdrawn' | 'corrected'

/** `reopened`: how many claims, in articles that are open to the actor; the others are re-opened without a word of them. */
export const withdrawFromLibrary = (
  services: Services,
  on: OnSource,
  as: TakenBack,
  why: string,
): Promise<Result<{ source: SourceView; reopened: number }>> =>
  commandSource(
    services,
    on,
    async (work) => {
      const { actor, source } = work
      const may = withdrawSource(actor, source.state, why)
      if (!may.ok) return may
      const stands = unmerged(source)
      if (!stands.ok) return stands
      await work.record({ type: 'source-withdrawn', sourceId: source.id, because: as, why: await work.keep(why) })
      const reopened = await reopenWhatRests(work, as)
      return ok({ source: { id: source.id }, reopened })
    },
    async (tx, { source, reopened }) => ok({ source: await viewNow(tx, source.id), reopened }),
  )

export const reinstateInLibrary = (services: Services, on: OnSource): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async ({ actor, source, record: write }) => {
      const may = reinstateSource(actor, source.state)
      if (!may.ok) return may
      const stands = unmerged(source)
      if (!stands.ok) return stands
      await write({ type: 'source-reinstated', sourceId: source.id })
      return ok({ id: source.id })
    },
    asSource,
  )

/** Nothing new can rest on the source meanwhile: whoever attaches it waits for its row, which this transaction has written. */
async function reopenWhatRests(work: SourceWork, as: TakenBack): Promise<number> {
  const { tx, actor, source, now } = work
  const within = await idsWithin(tx, source.id)
  const resting = await tx
    .selectDistinct({ id: evidence.articleId })
    .from(evidence)
    .where(inArray(evidence.sourceId, within))
    .orderBy(asc(evidence.articleId))
  let counted = 0
  for (const { id } of resting) {
    const stream = await lockStream(tx, id, actor.newsroomId)
    if (stream === null) throw new Error(`Article ${id} has no stream.`)
    const claims = await claimsWithoutGround(tx, id, within)
    const events = []
    for (const claimId of claims) {
      const because = `source-${as}` as const
      events.push(
        await record(tx, stream, { type: 'claim-reopened', claimId, sourceId: source.id, because }, actor.id, now),
      )
    }
    if (claims.length === 0) continue
    work.tellLater({ newsroomId: actor.newsroomId, article: id, seq: stream.seq, events, claims })
    const [article] = await tx.select().from(articles).where(eq(articles.id, id))
    if (article !== undefined && mayOpen(actor, article)) counted += claims.length
  }
  return counted
}

async function claimsWithoutGround(tx: Tx, articleId: string, sourceIds: readonly string[]): Promise<string[]> {
  const links = await tx
    .select()
    .from(evidence)
    .where(inArray(evidence.sourceId, [...sourceIds]))
  return (await readClaims(tx, [articleId]))
    .filter(({ claim }) => links.some((link) => link.claimId === claim.id && losesGround(claim, link.stance)))
    .map(({ claim }) => claim.id)
}
