/** Reads claims from their rows: as the domain judges them, and as the API shows them. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Asserter } from '#domain/asserter.ts'
import { type Claim, placeOf, signOffCounts, standingOf } from '#domain/claim.ts'
import type { ClaimView, EvidenceView, SourceView, TruthView, VerdictView } from '#protocol/view.ts'
import { elements } from '#domain/element.ts'
import { riskOf } from '#domain/risk.ts'
import { type AsserterRow, claims, queries, talk, type TruthRow } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { sources } from '../db/newsroom-tables.ts'
import { evidence, signOffs, verdicts } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import { datesOf, readDateTerms } from './date-reader.ts'

export type ClaimRow = typeof claims.$inferSelect
type VerdictRow = typeof verdicts.$inferSelect
type SignOffRow = typeof signOffs.$inferSelect
type QueryRow = typeof queries.$inferSelect

/** A claim with everything its standing depends on. */
export interface WholeClaim {
  readonly row: ClaimRow
  readonly claim: Claim
  readonly newest: VerdictRow | null
  readonly rivals: readonly VerdictRow[]
  readonly signOff: SignOffRow | null
  /** Not decided yet, oldest first. */
  readonly queries: readonly QueryRow[]
}

/** All claims of the articles, by number; withdrawn ones too. */
export async function readClaims(tx: Tx, articleIds: readonly string[]): Promise<WholeClaim[]> {
  if (articleIds.length === 0) return []
  const ids = [...articleIds]
  const rows = await tx.select().from(claims).where(inArray(claims.articleId, ids)).orderBy(asc(claims.number))
  const given = await tx
    .select()
    .from(verdicts)
    .where(and(inArray(verdicts.articleId, ids), inArray(verdicts.role, ['newest', 'rival'])))
  const signed = await tx.select().from(signOffs).where(inArray(signOffs.articleId, ids)).orderBy(asc(signOffs.seq))
  const verdictsOf = groupByClaim(given)
  const signOffsOf = groupByClaim(signed)
  const queriesOf = groupByClaim(await openQueries(tx, ids))
  return rows.map((row) => {
    const key = keyOf(row.articleId, row.id)
    return whole(row, verdictsOf.get(key), signOffsOf.get(key), queriesOf.get(key))
  })
}

/** One claim by id or by number (`C14`); null when the article has no such claim. */
export async function readClaim(tx: Tx, articleId: string, ref: string): Promise<WholeClaim | null> {
  const which = claimRef(ref)
  if (which === null) return null
  const [row] = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.articleId, articleId), which))
  if (row === undefined) return null
  const ofClaim = <T extends typeof verdicts | typeof signOffs>(table: T) =>
    and(eq(table.articleId, articleId), eq(table.claimId, row.id))
  const given = await tx
    .select()
    .from(verdicts)
    .where(and(ofClaim(verdicts), inArray(verdicts.role, ['newest', 'rival'])))
  const signed = await tx.select().from(signOffs).where(ofClaim(signOffs)).orderBy(asc(signOffs.seq))
  const asked = (await openQueries(tx, [articleId])).filter(({ claimId }) => claimId === row.id)
  return whole(row, given, signed, asked)
}

function claimRef(ref: string) {
  const number = /^C(\d{1,9})$/i.exec(ref)?.[1]
  if (number !== undefined) return eq(claims.number, Number(number))
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(ref) ? eq(claims.id, ref.toLowerCase()) : null
}

const keyOf = (articleId: string, claimId: string): string => `${articleId} ${claimId}`

function groupByClaim<T extends { articleId: string; claimId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row.articleId, row.claimId)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function whole(
  row: ClaimRow,
  given: readonly VerdictRow[] = [],
  signed: readonly SignOffRow[] = [],
  asked: readonly QueryRow[] = [],
): WholeClaim {
  const newest = given.find(({ role }) => role === 'newest') ?? null
  const rivals = given.filter(({ role }) => role === 'rival')
  const signOff = signed.at(-1) ?? null
  const { id, kind, words, recorded, attached, withdrawn } = row
  const claim: Claim = {
    id,
    kind,
    words,
    recorded,
    attached,
    withdrawn,
    verdict: newest && {
      seq: newest.seq,
      rating: newest.rating,
      by: newest.by,
      heldBy: newest.heldBy,
      words: newest.words,
      proposed: newest.proposed,
    },
    rivals: rivals.map(({ seq }) => seq),
    truth: row.truth,
    signOff: signOff && {
      seq: signOff.seq,
      by: signOff.by,
      words: signOff.words,
      verdict: signOff.verdict,
      truth: signOff.truth,
    },
    reopened: isReopened(row, newest),
  }
  return { row, claim, newest, rivals, signOff, queries: asked }
}

/** CL11. What stands again after another was taken back may have lost its ground long before. */
const isReopened = ({ reopened }: ClaimRow, verdict: VerdictRow | null): boolean =>
  reopened !== null && verdict !== null && reopened.seq > verdict.seq

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
    const key = keyOf(articleId, one.row.id)
    return {
      ...viewOf(one, texts, evidenceOf.get(key) ?? []),
      dates: datesOf(one.row, terms),
      talk: remarksIn(remarksOf.get(key) ?? []),
      queries: one.queries.map(queryViewOf),
    }
  })
}

/** Queries that still wait for an answer or a decision, oldest first. */
export const openQueries = (tx: Tx, articleIds: readonly string[]): Promise<QueryRow[]> =>
  tx
    .select()
    .from(queries)
    .where(and(inArray(queries.articleId, [...articleIds]), isNull(queries.decidedAt)))
    .orderBy(asc(queries.seq))

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
