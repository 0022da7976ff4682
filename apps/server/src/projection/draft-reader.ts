/**
 * Reads drafts that wait to be brought in: the text each was compared with, what becomes of every claim of that text, and how the API
 * shows it. Compared anew each time: nothing of the answer is stored. Rules DR4–DR6.
 */
import { and, asc, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { standingOf } from '#domain/claim.ts'
import { articleDoc } from '#document/article-doc.ts'
import { blockDifference } from '#document/block-difference.ts'
import { place, surroundings } from '#document/placement.ts'
import { carriedClaims, type ClaimAfter } from '#document/redraft/carried-claims.ts'
import { documentFrom, fragmentName } from '#document/seed.ts'
import { TextIndex, wordsAt } from '#document/text-index.ts'
import { type TextRange, textOf } from '#document/text.ts'
import type { CarriedClaimView, DraftView } from '#protocol/draft-view.ts'
import { pendingDrafts } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { readClaims, type WholeClaim } from './claim-reader.ts'

export type PendingDraft = typeof pendingDrafts.$inferSelect

/** A claim of the old text, as it comes out of the draft. */
export interface ComparedClaim extends ClaimAfter {
  /** Of its mark. */
  readonly kind: string
  /** Null for a mark that was never a claim; it is carried like one. */
  readonly claim: WholeClaim | null
}

export interface ComparedDraft {
  readonly pending: PendingDraft
  readonly textBefore: string
  readonly textAfter: string
  /** Withdrawn ones too, in the order of the old text. */
  readonly claims: readonly ComparedClaim[]
}

/** Those that wait to be brought in, oldest first. */
export const readDrafts = (tx: Tx, articleId: string) =>
  tx
    .select({ id: pendingDrafts.id, by: pendingDrafts.by, at: pendingDrafts.at, original: pendingDrafts.original })
    .from(pendingDrafts)
    .where(eq(pendingDrafts.articleId, articleId))
    .orderBy(asc(pendingDrafts.at))

export async function readPending(tx: Tx, articleId: string, id: string): Promise<PendingDraft | null> {
  const [pending] = await tx
    .select()
    .from(pendingDrafts)
    .where(and(eq(pendingDrafts.articleId, articleId), eq(pendingDrafts.id, id)))
  return pending ?? null
}

export async function readComparedDraft(tx: Tx, articleId: string, id: string): Promise<ComparedDraft | null> {
  const pending = await readPending(tx, articleId, id)
  return pending && compareDraft(pending, await readClaims(tx, [articleId]))
}

export function compareDraft(pending: PendingDraft, claims: readonly WholeClaim[]): ComparedDraft {
  const { text, runs } = textIn(pending.baseState)
  const known = new Map(claims.map((claim) => [claim.row.id, claim]))
  const standing = [...runs].flatMap(([id, marked]) => {
    const ranges = place(text, marked, known.get(id)?.row.recorded ?? null)?.ranges ?? []
    return ranges.length === 0 ? [] : [{ id, kind: marked[0]?.kind ?? '', ranges: [...ranges] }]
  })
  standing.sort((one, other) => (one.ranges[0]?.from ?? 0) - (other.ranges[0]?.from ?? 0))
  const textAfter = textOf(documentFrom(pending.document)).text
  const compared = carriedClaims(text, textAfter, standing).map((carried, at) => ({
    ...carried,
    kind: standing[at]?.kind ?? '',
    claim: known.get(carried.id) ?? null,
  }))
  return { pending, textBefore: text, textAfter, claims: compared }
}

function textIn(state: Uint8Array) {
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  const read = { text: index.text, runs: index.runs() }
  index.destroy()
  doc.destroy()
  return read
}

export function draftViewOf({ pending, textBefore, textAfter, claims }: ComparedDraft): DraftView {
  return {
    id: pending.id,
    by: pending.by,
    at: pending.at.toISOString(),
    original: pending.original,
    baseSeq: pending.baseSeq,
    claims: claims.flatMap((compared) => claimViewOf(textBefore, textAfter, compared)),
    changes: blockDifference(textBefore, textAfter),
  }
}

function claimViewOf(textBefore: string, textAfter: string, compared: ComparedClaim): CarriedClaimView[] {
  const { claim, answer, changed, before, after } = compared
  if (claim === null || claim.row.withdrawn) return []
  const { id, number, kind } = claim.row
  return [
    {
      id,
      number,
      kind,
      standing: standingOf(claim.claim),
      answer,
      changed,
      old: quoted(textBefore, before),
      new: after.length === 0 ? null : quoted(textAfter, after),
    },
  ]
}

const quoted = (text: string, ranges: readonly TextRange[]) => {
  const { before, after } = surroundings(text, ranges)
  return { before, words: wordsAt(text, ranges), after }
}
