/**
 * An article's way to print: checking → review → ready → published. An approval names a version of the text and its verdicts, and
 * stops counting by itself when either changes; only the claims that were touched are looked at again. Rules RV1–RV6.
 */
import { type Actor, mayDecide, maySignOff } from './actor.ts'
import type { Claim } from './claim.ts'
import type { Stage } from './desk.ts'
import { ok, refuse, type Result } from './result.ts'

export interface ApprovedClaim {
  readonly claimId: string
  readonly words: string
  /** seq of its verdict, or null. */
  readonly verdict: number | null
  /** seq of what was found of a quote's truth, or null; an approval of long ago does not know of it. */
  readonly truth?: number | null
}

export interface Approval {
  /** SHA-256 of what was approved: words, formatting and links, without claim marks. */
  readonly sha256: string
  readonly claims: readonly ApprovedClaim[]
}

export interface ApprovalStanding {
  readonly counts: boolean
  readonly textChanged: boolean
  /** Ids of claims whose words or verdict are not those approved, and of claims that are new since. */
  readonly touched: readonly string[]
}

/** RV1. What an approval names: every claim that stands, with its words and verdict. */
export const approvable = (claims: readonly Claim[]): Required<ApprovedClaim>[] =>
  claims
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, words, verdict, truth }) => ({
      claimId: id,
      words,
      verdict: verdict?.seq ?? null,
      truth: truth?.seq ?? null,
    }))

/** RV2. Later changes make an approval stale for the touched claims only. */
export function approvalStanding(approval: Approval, sha256: string, claims: readonly Claim[]): ApprovalStanding {
  const approved = new Map(approval.claims.map((one) => [one.claimId, one]))
  const touched = claims
    .filter((claim) => {
      const then = approved.get(claim.id)
      if (then === undefined) return !claim.withdrawn
      const isOther =
        then.words !== claim.words ||
        then.verdict !== (claim.verdict?.seq ?? null) ||
        (then.truth ?? null) !== (claim.truth?.seq ?? null)
      return claim.withdrawn || claim.reopened || isOther
    })
    .map(({ id }) => id)
  const textChanged = approval.sha256 !== sha256
  return { counts: !textChanged && touched.length === 0, textChanged, touched }
}

/** RV3. A checker or editor asks for review once checking has begun; after later changes it may be asked for again. */
export function requestReview(actor: Actor, stage: Stage): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  return stage === 'checking' || stage === 'ready' ? ok(null) : refuse('not-at-this-stage')
}

/** RV4. Sent back to checking with notes that say what is missing. */
export function sendBack(actor: Actor, stage: Stage, note: string): Result<null> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (stage !== 'review' && stage !== 'ready') return refuse('not-at-this-stage')
  return note.trim() === '' ? refuse('why-needed') : ok(null)
}

/** RV5. An editor approves what they read, once the gate opens; a stale approval is given again. */
export function approve(
  actor: Actor,
  now: { readonly stage: Stage; readonly gateOpens: boolean; readonly unchangedSinceSeen: boolean },
): Result<null> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (now.stage !== 'review' && now.stage !== 'ready') return refuse('not-at-this-stage')
  if (!now.unchangedSinceSeen) return refuse('changed-since')
  return now.gateOpens ? ok(null) : refuse('gate-closed')
}

/** RV6. Only what is ready, with an approval that counts and a gate that is still open, is published. */
export function publish(
  actor: Actor,
  now: { readonly stage: Stage; readonly gateOpens: boolean; readonly approvalCounts: boolean },
): Result<null> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (now.stage !== 'ready') return refuse('not-at-this-stage')
  if (!now.approvalCounts) return refuse('approval-stale')
  return now.gateOpens ? ok(null) : refuse('gate-closed')
}
