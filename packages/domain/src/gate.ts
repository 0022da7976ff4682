/**
 * The gate: what has to be so before an article may be approved. Each rule names the claims that stand in its way; an editor may
 * accept an exception for one claim and one rule, with a reason that stays on record. Rules GT1–GT6.
 */
import { type Actor, maySignOff } from './actor.ts'
import { type Claim, isLeft, standingOf } from './claim.ts'
import { isFixOpen } from './wording-fix.ts'
import { truthNow } from './truth.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Risk } from './risk.ts'

export const gateRules = ['nothing-left', 'high-risk-signed', 'nothing-wrong-in-text', 'no-query-open'] as const
export type GateRule = (typeof gateRules)[number]

/** An editor's word that a claim may stand in a rule's way. It covers the words and the verdict it was given for (GT5). */
export interface Exception {
  readonly rule: GateRule
  readonly words: string
  readonly verdict: number | null
}

/** An exception on record; `seq` is that of its event. */
export type AcceptedException = Exception & { readonly seq: number }

export interface GateClaim {
  readonly claim: Claim
  readonly risk: Risk
  readonly openQueries: number
  /** seq at which it was last re-opened, its verdict cleared or its truth found, or last asked about in a query that is open; 0 when none of these. */
  readonly stirredAt: number
  readonly exceptions: readonly AcceptedException[]
}

export interface GateLine {
  readonly rule: GateRule
  /** not-applicable: no claim that the rule could be about. */
  readonly outcome: 'passes' | 'fails' | 'excepted' | 'not-applicable'
  /** Ids of claims that stand in the way; empty unless the line fails. */
  readonly failing: readonly string[]
  readonly excepted: readonly string[]
}

/** Whether the rule is about the claim at all, and whether the claim stands in its way. Withdrawn claims are in no rule. */
const rules: Record<GateRule, { about(one: GateClaim): boolean; blocked(one: GateClaim): boolean }> = {
  // GT1
  'nothing-left': { about: () => true, blocked: ({ claim }) => isLeft(standingOf(claim)) },
  // GT2
  'high-risk-signed': {
    about: ({ risk, claim }) => risk === 'high' && claim.attached,
    blocked: ({ claim }) => standingOf(claim) !== 'signed',
  },
  // GT3. What was found wrong, is to be cut, or is right only in other words, must not be printed as it stands. A quote that is not
  // true may be, when an editor has signed it off: somebody did say so.
  'nothing-wrong-in-text': {
    about: ({ claim }) => claim.attached && claim.verdict !== null,
    blocked: ({ claim }) =>
      claim.verdict?.words === claim.words &&
      ((truthNow(claim)?.rating === 'wrong' && standingOf(claim) !== 'signed') ||
        claim.verdict.rating === 'wrong' ||
        claim.verdict.rating === 'cut' ||
        isFixOpen(claim.verdict)),
  },
  // GT4
  'no-query-open': { about: () => true, blocked: ({ openQueries }) => openQueries > 0 },
}

/**
 * GT5. An exception lapses by itself when the words or the verdict are no longer those it was accepted for, when a source was taken
 * back or the verdict cleared since, or when somebody has asked anew.
 */
export const exceptionCounts = (
  exception: AcceptedException,
  claim: Pick<Claim, 'words' | 'verdict'>,
  stirredAt: number,
): boolean =>
  exception.words === claim.words && exception.verdict === (claim.verdict?.seq ?? null) && exception.seq > stirredAt

export const isBlocked = (rule: GateRule, one: GateClaim): boolean =>
  !one.claim.withdrawn && rules[rule].about(one) && rules[rule].blocked(one)

/** GT1–GT5. Every rule's line, in order. */
export function gate(claims: readonly GateClaim[]): GateLine[] {
  const standing = claims.filter(({ claim }) => !claim.withdrawn)
  return gateRules.map((rule) => {
    const blocked = standing.filter((one) => isBlocked(rule, one))
    const isExcepted = ({ claim, exceptions, stirredAt }: GateClaim) =>
      exceptions.some((exception) => exception.rule === rule && exceptionCounts(exception, claim, stirredAt))
    const failing = blocked.filter((one) => !isExcepted(one)).map(({ claim }) => claim.id)
    const excepted = blocked.filter(isExcepted).map(({ claim }) => claim.id)
    const outcome =
      failing.length > 0
        ? 'fails'
        : excepted.length > 0
          ? 'excepted'
          : standing.some((one) => rules[rule].about(one))
            ? 'passes'
            : 'not-applicable'
    return { rule, outcome, failing, excepted }
  })
}

export const gateOpens = (lines: readonly GateLine[]): boolean => lines.every(({ outcome }) => outcome !== 'fails')

/** GT6. Only an editor, with a reason, for a claim that does stand in the way; nobody excuses their own verdict from a sign-off. */
export function acceptException(
  one: GateClaim,
  actor: Actor,
  rule: GateRule,
  seen: { readonly words: string; readonly verdict: number | null },
  why: string,
): Result<Exception> {
  const { claim } = one
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (claim.words !== seen.words) return refuse('words-changed')
  if ((claim.verdict?.seq ?? null) !== seen.verdict) return refuse('verdict-changed')
  if (!isBlocked(rule, one)) return refuse('nothing-to-except')
  if (rule === 'high-risk-signed' && (claim.verdict?.by === actor.id || claim.verdict?.heldBy === actor.id))
    return refuse('own-verdict')
  if (why.trim() === '') return refuse('why-needed')
  return ok({ rule, words: claim.words, verdict: claim.verdict?.seq ?? null })
}
