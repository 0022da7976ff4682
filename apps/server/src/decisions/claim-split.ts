/**
 * Splitting a claim that is two: it keeps its first part, the second becomes a claim of its own that rests on the same evidence until
 * somebody looks. What was found was found on all the words, so the verdict no longer counts. Rule RP3.
 */
import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { guessKind } from '#domain/kind-guess.ts'
import { split } from '#domain/repair.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { place } from '#document/placement.ts'
import { dividing, rangesWithin } from '#document/repair-edit.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { evidence } from '../db/verdict-tables.ts'
import { readClaim } from '../projection/claim-reader.ts'
import { markedEvent } from '../projection/placing.ts'
import { followWords } from '../projection/text-rows.ts'
import type { Room } from '../rooms/room.ts'
import type { ArticleWork } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import type { Services } from './services.ts'
import { repairText } from './text-repair.ts'

/** `second` are the words that become a claim of their own; the claim's words end with them. */
export const splitClaim = (
  services: Services,
  on: OnClaim,
  second: string,
): Promise<Result<{ seq: number; claim: string }>> => {
  const newClaimId = newId()
  return repairText(services, on, {
    may: ({ claim }) => split(claim, on.actor, second),
    plan: ({ claim }, { text, runs }) => {
      // Asked again of the words in this very moment: others may be typing in them.
      const placed = place(text, runs.get(claim.id), claim.recorded)
      if (placed === null) return refuse('detached')
      const parts = split({ ...claim, words: placed.words }, on.actor, second)
      if (!parts.ok) return parts
      const { first, second: taken } = parts.value
      const given = rangesWithin(placed.ranges, first.to, placed.words.length)
      const takenRanges = rangesWithin(placed.ranges, taken.from, taken.to)
      const kind = guessKind(placed.words.slice(taken.from, taken.to))
      return ok({ edit: dividing(claim.id, given, takenRanges, { id: newClaimId, kind }) })
    },
    record: async (work, claimId, _planned, room) => {
      if (!(await logNew(work, newClaimId, room))) return refuse('words-changed')
      // The history tells of the words that are left before it tells why.
      await work.claim(claimId)
      const links = await evidenceOf(work.tx, on.articleId, claimId)
      const copies = links.map((of) => ({ of, id: newId() }))
      const { seq } = await work.record({ type: 'claim-split', claimId, newClaimId, evidence: copies })
      return ok({ seq, claim: newClaimId })
    },
  })
}

/** The new claim's marking, unless the follower has logged it in the meantime. False when its words are gone already. */
async function logNew({ tx, stream, record }: ArticleWork, id: string, room: Room): Promise<boolean> {
  if ((await readClaim(tx, stream.id, id)) !== null) return true
  const [article] = await tx.select({ count: articles.claimCount }).from(articles).where(eq(articles.id, stream.id))
  const marked = markedEvent(room.now, id, (article?.count ?? 0) + 1)
  if (marked === null) return false
  await record(marked)
  await followWords(tx, stream.id, room.now)
  return true
}

async function evidenceOf(tx: Tx, articleId: string, claimId: string): Promise<string[]> {
  const links = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.articleId, articleId), eq(evidence.claimId, claimId)))
    .orderBy(evidence.seq)
  return links.map(({ id }) => id)
}
