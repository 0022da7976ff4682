/**
 * The newsroom desk: what each article's row counts, and the order the rows stand in. Rules DK1–DK4.
 * Risk first, then time: the top row is the one that can hurt somebody soonest.
 */
import { isDone, isLeft, type Standing } from './claim.ts'
import type { ClaimKind } from './kind.ts'
import type { Risk } from './risk.ts'

export const stages = ['intake', 'checking', 'review', 'ready', 'published'] as const
export type Stage = (typeof stages)[number]

export interface Tally {
  /** Claims not withdrawn. */
  readonly all: number
  readonly done: number
  readonly left: number
  /** Left, of that kind. */
  readonly allegations: number
  readonly casualties: number
  readonly reworded: number
  readonly unassigned: number
  readonly signed: number
  /** Left, and of high risk. */
  readonly risky: number
  /** With a query that is not decided yet. */
  readonly queries: number
}

export interface TalliedClaim {
  readonly kind: ClaimKind
  readonly standing: Standing
  readonly assignee: string | null
  readonly risk: Risk
  /** Those not decided yet. */
  readonly queries: readonly unknown[]
}

/** What a count on the desk counts; also the filter that opens it. */
export const claimFilters = [
  'all',
  'left',
  'done',
  'allegations',
  'casualties',
  'reworded',
  'unassigned',
  'signed',
  'risky',
  'queries',
] as const
export type ClaimFilter = (typeof claimFilters)[number]

/** DK1. Every number is a door: a count and the list it opens ask the same question. Withdrawn claims are in none. */
export function passes(filter: ClaimFilter, claim: TalliedClaim): boolean {
  if (claim.standing === 'withdrawn') return false
  switch (filter) {
    case 'all':
      return true
    case 'left':
      return isLeft(claim.standing)
    case 'done':
      return isDone(claim.standing)
    case 'allegations':
      return claim.kind === 'allegation' && isLeft(claim.standing)
    case 'casualties':
      return claim.kind === 'casualty' && isLeft(claim.standing)
    case 'reworded':
      return claim.standing === 'reworded'
    case 'unassigned':
      return claim.assignee === null && isLeft(claim.standing)
    case 'signed':
      return claim.standing === 'signed'
    case 'risky':
      return claim.risk === 'high' && isLeft(claim.standing)
    case 'queries':
      return claim.queries.length > 0
  }
}

export function tally(claims: readonly TalliedClaim[]): Tally {
  const count = (filter: ClaimFilter) => claims.filter((claim) => passes(filter, claim)).length
  return {
    all: count('all'),
    done: count('done'),
    left: count('left'),
    allegations: count('allegations'),
    casualties: count('casualties'),
    reworded: count('reworded'),
    unassigned: count('unassigned'),
    signed: count('signed'),
    risky: count('risky'),
    queries: count('queries'),
  }
}

export interface RiskRow {
  readonly stage: Stage
  /** ISO 8601, or null when nothing is due. */
  readonly dueAt: string | null
  readonly updatedAt: string
  readonly tally: Pick<Tally, 'allegations' | 'casualties'>
}

const soonMs = 2 * 60 * 60 * 1000

function riskRank(row: RiskRow, now: number): number {
  if (row.stage === 'published') return 4
  if (row.dueAt === null) return 3
  const left = Date.parse(row.dueAt) - now
  if (left < 0) return 0
  return left <= soonMs && row.tally.allegations + row.tally.casualties > 0 ? 1 : 2
}

/** DK2. Late, then due within two hours with an open allegation or casualty count, then by due, then the newest change; published ones last. */
export function byRisk(now: number): (a: RiskRow, b: RiskRow) => number {
  return (a, b) => {
    const rank = riskRank(a, now) - riskRank(b, now)
    if (rank !== 0) return rank
    const due =
      (a.dueAt === null ? Infinity : Date.parse(a.dueAt)) - (b.dueAt === null ? Infinity : Date.parse(b.dueAt))
    // Infinity − Infinity is NaN: neither is due, so the newest change decides.
    return due || Date.parse(b.updatedAt) - Date.parse(a.updatedAt)
  }
}

/** SG1. An article is in intake until somebody marks its first claim. */
export const stageAfterMarking = (stage: Stage): Stage => (stage === 'intake' ? 'checking' : stage)
