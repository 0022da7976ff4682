/** Reads claims from their rows, as the domain judges them. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Claim } from '#domain/claim.ts'
import { claims, queries } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { signOffs, verdicts } from '../db/verdict-tables.ts'

export type ClaimRow = typeof claims.$inferSelect
export type VerdictRow = typeof verdicts.$inferSelect
type SignOffRow = typeof signOffs.$inferSelect
export type QueryRow = typeof queries.$inferSelect

/** What a claim's standing depends on of its row, and what is counted by. */
const standingColumns = {
  articleId: claims.articleId,
  id: claims.id,
  kind: claims.kind,
  words: claims.words,
  recorded: claims.recorded,
  attached: claims.attached,
  withdrawn: claims.withdrawn,
  truth: claims.truth,
  reopened: claims.reopened,
  assignee: claims.assignee,
  risk: claims.risk,
}
type StandingRow = Pick<ClaimRow, keyof typeof standingColumns>

/** A claim with everything its standing depends on. */
export interface WholeClaim<Row extends StandingRow = ClaimRow> {
  readonly row: Row
  readonly claim: Claim
  readonly newest: VerdictRow | null
  readonly rivals: readonly VerdictRow[]
  readonly signOff: SignOffRow | null
  /** Not decided yet, oldest first. */
  readonly queries: readonly QueryRow[]
}

/** All claims of the articles, by number; withdrawn ones too. */
export async function readClaims(tx: Tx, articleIds: readonly string[]): Promise<WholeClaim[]> {
  const ids = [...articleIds]
  return wholeFrom(
    tx,
    ids,
    await tx.select().from(claims).where(inArray(claims.articleId, ids)).orderBy(asc(claims.number)),
  )
}

/** The same for counting them: where they stand in the text, and what was found of their elements, is not read. */
export async function readStandings(tx: Tx, articleIds: readonly string[]): Promise<WholeClaim<StandingRow>[]> {
  const ids = [...articleIds]
  return wholeFrom(tx, ids, await tx.select(standingColumns).from(claims).where(inArray(claims.articleId, ids)))
}

async function wholeFrom<Row extends StandingRow>(
  tx: Tx,
  ids: string[],
  rows: readonly Row[],
): Promise<WholeClaim<Row>[]> {
  if (rows.length === 0) return []
  const given = await tx
    .select()
    .from(verdicts)
    .where(and(inArray(verdicts.articleId, ids), inArray(verdicts.role, ['newest', 'rival'])))
  const signed = await tx.select().from(signOffs).where(inArray(signOffs.articleId, ids)).orderBy(asc(signOffs.seq))
  const verdictsOf = groupByClaim(given)
  const signOffsOf = groupByClaim(signed)
  const queriesOf = groupByClaim(await openQueries(tx, ids))
  return rows.map((row) => {
    const key = claimKey(row.articleId, row.id)
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

export const claimKey = (articleId: string, claimId: string): string => `${articleId} ${claimId}`

export function groupByClaim<T extends { articleId: string; claimId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = claimKey(row.articleId, row.claimId)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function whole<Row extends StandingRow>(
  row: Row,
  given: readonly VerdictRow[] = [],
  signed: readonly SignOffRow[] = [],
  asked: readonly QueryRow[] = [],
): WholeClaim<Row> {
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
const isReopened = ({ reopened }: StandingRow, verdict: VerdictRow | null): boolean =>
  reopened !== null && verdict !== null && reopened.seq > verdict.seq

/** Queries that still wait for an answer or a decision, oldest first. */
export const openQueries = (tx: Tx, articleIds: readonly string[]): Promise<QueryRow[]> =>
  tx
    .select()
    .from(queries)
    .where(and(inArray(queries.articleId, [...articleIds]), isNull(queries.decidedAt)))
    .orderBy(asc(queries.seq))
