/** Reads where an article stands on its way to print, from its rows and the text as it is now; what it shows, an approval asks again under the lock. */
import { and, asc, desc, eq } from 'drizzle-orm'
import { type Claim, standingOf } from '#domain/claim.ts'
import { type AcceptedException, exceptionCounts, gate, type GateClaim, gateOpens } from '#domain/gate.ts'
import { type Approval, approvalStanding } from '#domain/review.ts'
import { riskOf } from '#domain/risk.ts'
import { blockDifference } from '#document/block-difference.ts'
import { contentOf } from '#document/content.ts'
import type { DocumentJson } from '#document/draft.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import type { ExceptionView, GateClaimView, ReviewView, SinceLook } from '#protocol/review-view.ts'
import { type articles, looks, reviewSteps } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { exceptions } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import { headOf } from '../log/stream.ts'
import { readClaims, type WholeClaim } from './claim-reader.ts'
import { readHistory } from './history-reader.ts'
import { claimChange, type TextNow } from './placing.ts'
import { readCoverage } from './tick-reader.ts'
import { numberOf, readNewestVersion, readVersion, sha256Of, versionViewOf } from './version-reader.ts'

type ExceptionRow = typeof exceptions.$inferSelect
type StepRow = typeof reviewSteps.$inferSelect

/** By this an approval knows what it was given for: words, formatting and links, wherever the claims are marked. */
export const contentHash = (document: DocumentJson): string => sha256Of(contentOf(document))

/** RV5. Everything an approval is given on, as one hash: the text, and each claim that stands with its words, verdict and standing. */
export const seenOf = (sha256: string, claims: readonly Claim[]): string =>
  sha256Of(
    JSON.stringify([
      sha256,
      ...claims
        .filter(({ withdrawn }) => !withdrawn)
        .map((claim) => [
          claim.id,
          claim.words,
          claim.verdict?.seq ?? null,
          claim.truth?.seq ?? null,
          standingOf(claim),
        ]),
    ]),
  )

/** The claims as the gate asks about them. */
export async function readGateClaims(
  tx: Tx,
  articleId: string,
  claims: readonly WholeClaim[],
): Promise<readonly GateClaim[]> {
  return gateClaimsOf(claims, await readExceptions(tx, articleId))
}

const readExceptions = (tx: Tx, articleId: string): Promise<ExceptionRow[]> =>
  tx.select().from(exceptions).where(eq(exceptions.articleId, articleId)).orderBy(asc(exceptions.seq))

/** seq at which the claim was last re-opened, its verdict cleared or its truth found, or last asked about in a query that is open. */
const stirredAt = ({ row, queries }: Pick<WholeClaim, 'row' | 'queries'>): number =>
  Math.max(0, row.reopened?.seq ?? 0, row.clearedSeq ?? 0, row.truth?.seq ?? 0, ...queries.map(({ seq }) => seq))

function gateClaimsOf(
  claims: readonly WholeClaim[],
  accepted: readonly (AcceptedException & { readonly claimId: string })[],
): GateClaim[] {
  return claims.map(({ row, claim, queries }) => ({
    claim,
    risk: riskOf(row),
    openQueries: queries.length,
    stirredAt: stirredAt({ row, queries }),
    exceptions: accepted.filter(({ claimId }) => claimId === row.id),
  }))
}

/** The newest approval since the article was last sent back; null when there is none. */
export async function readApproval(tx: Tx, articleId: string): Promise<(Approval & { step: StepRow }) | null> {
  const steps = await readSteps(tx, articleId)
  return approvalIn(tx, steps)
}

/** Newest first. */
const readSteps = (tx: Tx, articleId: string): Promise<StepRow[]> =>
  tx.select().from(reviewSteps).where(eq(reviewSteps.articleId, articleId)).orderBy(desc(reviewSteps.seq))

async function approvalIn(tx: Tx, steps: readonly StepRow[]): Promise<(Approval & { step: StepRow }) | null> {
  const last = steps.find(({ step }) => step === 'approved' || step === 'sent-back')
  if (last?.step !== 'approved' || last.version === null) return null
  const version = await readVersion(tx, last.articleId, last.version)
  if (version === null) throw new Error(`Version ${last.version}, which an approval names, is missing.`)
  return { sha256: contentHash(version.document), claims: last.claims ?? [], step: last }
}

export interface ReviewedText {
  readonly now: TextNow
  readonly document: DocumentJson
}

/** `text` is asked for once the rows are read: it may be newer than they are, never older. */
export async function readReview(
  tx: Tx,
  article: typeof articles.$inferSelect,
  person: string,
  text: () => ReviewedText,
): Promise<ReviewView> {
  const head = await headOf(tx, article.id)
  const rows = await readClaims(tx, [article.id])
  const accepted = await readExceptions(tx, article.id)
  const steps = await readSteps(tx, article.id)
  const newest = await readNewestVersion(tx, article.id)
  const approval = await approvalIn(tx, steps)
  const { now, document } = text()
  const claims = rows.map((one) => broughtUp(one, now))
  const sha256 = sha256Of(now.text)
  const content = contentHash(document)
  const gateClaims = gateClaimsOf(claims, accepted)
  const lines = gate(gateClaims)
  const byId = new Map(gateClaims.map((one, index) => [one.claim.id, gateClaimViewOf(one, claims[index])]))
  const shown = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const texts = await readPrivate(tx, [
    ...accepted.map(({ whyId }) => whyId),
    ...steps.flatMap(({ noteId }) => noteId ?? []),
  ])
  const standing =
    approval &&
    approvalStanding(
      approval,
      content,
      claims.map(({ claim }) => claim),
    )
  return {
    seen: seenOf(
      content,
      claims.map(({ claim }) => claim),
    ),
    seq: head?.seq ?? 0,
    stage: article.stage,
    text: {
      newest: newest && versionViewOf(newest),
      edited: newest !== null && newest.sha256 !== sha256,
      names: numberOf(newest, sha256, document),
    },
    coverage: await readCoverage(tx, article, now.text, claims),
    gate: lines.map((line) => ({ ...line, failing: shown(line.failing), excepted: shown(line.excepted) })),
    opens: gateOpens(lines),
    exceptions: accepted.toReversed().flatMap((row) => exceptionViewOf(row, claims, texts)),
    approval: approval &&
      standing && {
        seq: approval.step.seq,
        version: approval.step.version ?? 0,
        by: approval.step.by,
        at: approval.step.at.toISOString(),
        counts: standing.counts,
        textChanged: standing.textChanged,
        touched: claims
          .filter(({ row }) => standing.touched.includes(row.id))
          .map(({ row: { id, number, words } }) => ({ id, number, words })),
      },
    steps: steps.map(({ seq, step, version, noteId, by, at }) => ({
      seq,
      step,
      version,
      note: noteId === null ? null : (texts.get(noteId) ?? null),
      by,
      at: at.toISOString(),
    })),
    sinceLook: await readSinceLook(tx, article.id, person, now.text),
  }
}

/** The claim as the text has it at this moment, when its row has not followed yet. */
export function broughtUp(one: WholeClaim, now: TextNow): WholeClaim {
  const change = claimChange(now, one.row)
  if (change === null) return one
  const { words, attached } = change
  const row = { ...one.row, words, attached, ranges: [...change.ranges], doubled: change.doubled }
  return { ...one, row, claim: { ...one.claim, words, attached } }
}

const gateClaimViewOf = (
  { claim, risk, openQueries: asked }: GateClaim,
  one: WholeClaim | undefined,
): GateClaimView => ({
  id: claim.id,
  number: one?.row.number ?? 0,
  kind: claim.kind,
  risk,
  words: claim.words,
  standing: standingOf(claim),
  rating: claim.verdict?.rating ?? null,
  verdict: claim.verdict?.seq ?? null,
  openQueries: asked,
})

function exceptionViewOf(
  row: ExceptionRow,
  claims: readonly WholeClaim[],
  texts: ReadonlyMap<string, string>,
): ExceptionView[] {
  const of = claims.find((one) => one.row.id === row.claimId)
  if (of === undefined) return []
  const { seq, rule, words, by, at, whyId } = row
  return [
    {
      seq,
      claim: { id: of.row.id, number: of.row.number },
      rule,
      words,
      why: texts.get(whyId) ?? null,
      by,
      at: at.toISOString(),
      counts: !of.claim.withdrawn && exceptionCounts(row, of.claim, stirredAt(of)),
    },
  ]
}

/** What the counts count: each kind of change, by its events. */
const counted: Record<Exclude<keyof SinceLook['counts'], 'edits'>, readonly string[]> = {
  marked: ['claim-marked'],
  reworded: ['claim-reworded', 'claim-detached', 'claim-restored'],
  verdicts: ['verdict-given', 'verdict-taken-back', 'truth-found', 'still-held', 'wording-applied', 'claim-reopened'],
  signed: ['claim-signed-off', 'sign-off-taken-back'],
  queries: ['query-asked', 'query-answered', 'query-decided'],
}
const besides = [
  'claim-asserted',
  'claim-withdrawn',
  'exception-accepted',
  'review-requested',
  'sent-back',
  'article-approved',
  'article-published',
]

async function readSinceLook(tx: Tx, articleId: string, person: string, text: string): Promise<SinceLook | null> {
  const [look] = await tx
    .select()
    .from(looks)
    .where(and(eq(looks.articleId, articleId), eq(looks.person, person)))
  if (look === undefined) return null
  const version = look.version === null ? null : await readVersion(tx, articleId, look.version)
  const edits = version === null ? [] : blockDifference(version.text, text)
  const types = [...Object.values(counted).flat(), ...besides]
  const happened = await readHistory(tx, articleId, null, { since: look.seq, types })
  // Words change by somebody's hand, but the history tells of them by whoever's act came next.
  const entries = happened.filter(({ by, type }) => by !== person || counted.reworded.includes(type))
  const count = (types: readonly string[]) => countOf(entries, types)
  return {
    at: look.at.toISOString(),
    version: look.version,
    counts: {
      edits: edits.length,
      marked: count(counted.marked),
      reworded: count(counted.reworded),
      verdicts: count(counted.verdicts),
      signed: count(counted.signed),
      queries: count(counted.queries),
    },
    edits,
    entries,
  }
}

/** Claims, not events: a claim reworded three times is one claim to look at. */
const countOf = (entries: readonly HistoryEntry[], types: readonly string[]): number =>
  new Set(entries.filter(({ type }) => types.includes(type)).map(({ claim }) => claim?.id)).size
