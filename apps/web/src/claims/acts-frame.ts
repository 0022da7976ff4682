/** What acts are made of: the desk they look at, where they leave what they say, and how one takes a decision. */
import type { Actor } from '#domain/actor.ts'
import type { Rating } from '#domain/rating.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Risk } from '#domain/risk.ts'
import type { Decisions } from './decisions.ts'
import type { Wished } from './desk.ts'
import type { Decision, DeskClaim, KnownClaim } from './desk-claim.ts'
import type { Drafts } from './drafts.ts'

/** The desk at the moment of the act. */
export interface DeskNow {
  readonly actor: Actor
  readonly claims: readonly DeskClaim[]
  readonly shown: ReadonlySet<string>
  readonly selected: DeskClaim | null
  /** The last claim that begins before the caret; null without one. */
  readonly beforeCaret: () => string | null
}

export interface ActsNeed {
  readonly now: () => DeskNow
  readonly decisions: Decisions
  readonly drafts: Drafts
  readonly select: (id: string) => void
  readonly wish: (what: Wished) => void
  /** Leaves a sentence at the claim; null takes it away. */
  readonly note: (
    claim: KnownClaim,
    refusal: RefusalCode | 'choose-first' | { refusal: string; text: string } | null,
  ) => void
  readonly said: (
    what:
      | 'verdict'
      | 'sign-off'
      | 'sign-off-back'
      | 'truth'
      | 'withdrawn'
      | 'attached'
      | 'removed'
      | 'risk'
      | 'due'
      | 'nothing-left'
      | 'nothing-reworded'
      | 'nothing-to-repeat'
      | 'nothing-to-undo'
      | 'cleared'
      | 'undone'
      | 'changed-since'
      | 'not-undone'
      | 'source-begun'
      | 'nothing-selected',
    claim: KnownClaim | null,
    told?: {
      readonly rating?: Rating
      readonly risk?: Risk
      readonly dueAt?: string | null
      readonly what?: Decision['type']
    },
  ) => void
}

/** What acts have in common. */
export interface ActsFrame extends ActsNeed {
  /** The claim that the act is about; null when there is none, which is said. */
  readonly selected: () => KnownClaim | null
  /** Asks the rule, takes the decision, and leaves its sentence if either says no. */
  readonly take: (claim: KnownClaim, rule: Result<unknown>, decision: Decision) => Promise<boolean>
}
