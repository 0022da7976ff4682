/** Claims as the API shows them. */
import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Asserter } from '#domain/asserter.ts'
import { placeOf, signOffCounts, standingOf } from '#domain/claim.ts'
import { elements } from '#domain/element.ts'
import { riskOf } from '#domain/risk.ts'
import type { ClaimView, EvidenceView, SourceView, TruthView, VerdictView } from '#protocol/view.ts'
import { type AsserterRow, talk, type TruthRow } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { sources } from '../db/newsroom-tables.ts'
import { evidence } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import {
  type ClaimRow,
  groupByClaim,
  claimKey,
  type QueryRow,
  type VerdictRow,
  type WholeClaim,
} from './claim-reader.ts'
import { datesOf, readDateTerms } from './date-reader.ts'

const cited = alias(sources, 'cited')

/** The claims as the API shows them, with their evidence and the reasons that have not been erased. */
export async function viewClaims(tx: Tx, articleId: string, wanted: readonly WholeClaim[]): Promise<ClaimView[]> {
  const linked = await tx
    .select({ evidence, source: sources })
    .from(evidence)
    .innerJoin(cited, eq(cited.id, evidence.sourceId))
    // SR4. A source that was merged into another is shown as that one.
    .innerJoin(sources, eq(sources.id, sql`coalesce(${cited.mergedInto}, ${cited.id})`))
    .where(eq(evidence.articleId, articleId))
    .orderBy(asc(evidence.seq))
  const verdictRows = wanted.flatMap(({ newest, rivals }) => (newest === null ? rivals : [newest, ...rivals]))
  const reasons = verdictRows.flatMap(({ whyId }) => (whyId === null ? [] : [whyId]))
  const ofQuotes = wanted.flatMap(({ row }) => [row.truth?.whyId ?? [], row.asserter?.nameId ?? []].flat())
  const texts = await readPrivate(tx, [...reasons, ...ofQuotes, ...linked.map(({ evidence: link }) => link.detailsId)])
  const evidenceOf = groupByClaim(linked.map((link) => ({ ...link, ...link.evidence })))
  const terms = await readDateTerms(tx, articleId)
  const remarksOf = groupByClaim(await tx.select().from(talk).where(eq(talk.articleId, articleId)))
  return wanted.map((one) => {
    const key = claimKey(articleId, one.row.id)
    return {
      ...viewOf(one, texts, evidenceOf.get(key) ?? []),
      dates: datesOf(one.row, terms),
      talk: remarksIn(remarksOf.get(key) ?? []),
      queries: one.queries.map(queryViewOf),
    }
  })
}

const remarksIn = (remarks: readonly (typeof talk.$inferSelect)[]): ClaimView['talk'] => ({
  remarks: remarks.length,
  waiting: remarks.filter(({ mentions, resolvedAt }) => mentions.length > 0 && resolvedAt === null).length,
})

const queryViewOf = ({ id, askedBy, to, askedAt, answeredAt }: QueryRow): ClaimView['queries'][number] => ({
  id,
  state: answeredAt === null ? 'asked' : 'answered',
  askedBy,
  to,
  at: askedAt.toISOString(),
})

function viewOf(
  { row, claim, newest, rivals, signOff }: WholeClaim,
  texts: ReadonlyMap<string, string>,
  links: readonly { evidence: typeof evidence.$inferSelect; source: typeof sources.$inferSelect }[],
): Omit<ClaimView, 'talk' | 'queries' | 'dates'> {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    words: row.words,
    recorded: row.recorded,
    place: placeOf(claim),
    standing: standingOf(claim),
    ranges: row.ranges,
    doubled: row.doubled,
    markedBy: row.markedBy,
    markedAt: row.markedAt.toISOString(),
    assignee: row.assignee,
    risk: riskOf(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    reopened: claim.reopened ? row.reopened : null,
    mergedInto: row.mergedInto,
    elements: elements.flatMap((element) => {
      const checked = row.elements[element]
      return checked === undefined ? [] : [{ element, ...checked }]
    }),
    verdict: newest && verdictViewOf(newest, texts),
    rivals: rivals.map((rival) => verdictViewOf(rival, texts)),
    truth: row.truth && truthViewOf(row.truth, texts),
    asserter: row.asserter && asserterViewOf(row.asserter, texts),
    signOff: signOff && {
      seq: signOff.seq,
      by: signOff.by,
      at: signOff.at.toISOString(),
      words: signOff.words,
      verdict: signOff.verdict,
      truth: signOff.truth,
      counts: signOffCounts(claim),
    },
    evidence: links.map(({ evidence: link, source }) => evidenceViewOf(link, source, texts)),
  }
}

const verdictViewOf = (row: VerdictRow, texts: ReadonlyMap<string, string>): VerdictView => ({
  seq: row.seq,
  rating: row.rating,
  words: row.words,
  proposed: row.proposed,
  by: row.by,
  at: row.at.toISOString(),
  why: row.whyId === null ? null : (texts.get(row.whyId) ?? null),
  heldBy: row.heldBy,
  heldAt: row.heldAt?.toISOString() ?? null,
})

const truthViewOf = ({ whyId, ...truth }: TruthRow, texts: ReadonlyMap<string, string>): TruthView => ({
  ...truth,
  why: whyId === null ? null : (texts.get(whyId) ?? null),
})

const asserterViewOf = (
  { kind, nameId, terms }: AsserterRow,
  texts: ReadonlyMap<string, string>,
): ClaimView['asserter'] => ({ kind, terms, name: nameId === null ? '' : (texts.get(nameId) ?? null) })

/** The claim's asserter as the domain asks about it. */
export const asserterOf = async (tx: Tx, { asserter }: Pick<ClaimRow, 'asserter'>): Promise<Asserter | null> =>
  asserter && asserterViewOf(asserter, await readPrivate(tx, asserter.nameId === null ? [] : [asserter.nameId]))

function evidenceViewOf(
  link: typeof evidence.$inferSelect,
  source: typeof sources.$inferSelect,
  texts: ReadonlyMap<string, string>,
): EvidenceView {
  const details = JSON.parse(texts.get(link.detailsId) ?? '{}') as { locator?: string; excerpt?: string }
  return {
    id: link.id,
    stance: link.stance,
    by: link.by,
    at: link.at.toISOString(),
    locator: details.locator ?? '',
    excerpt: details.excerpt ?? '',
    source: sourceViewOf(source),
  }
}

export const sourceViewOf = (row: typeof sources.$inferSelect): SourceView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  publisher: row.publisher,
  url: row.url,
  author: row.author,
  publishedOn: row.publishedOn,
  language: row.language,
  terms: row.terms,
  attribution: row.attribution,
  anonymity: row.anonymity,
  approvedBy: row.approvedBy,
  originId: row.originId,
  state: row.state,
  addedBy: row.addedBy,
  addedAt: row.addedAt.toISOString(),
})
