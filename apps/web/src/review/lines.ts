/** The lines of the review page: the rules of the gate, and before and after them that review was asked for and that it was approved. */
import { type Actor, maySignOff } from '#domain/actor.ts'
import type { Stage } from '#domain/desk.ts'
import { publish, requestReview } from '#domain/review.ts'
import type { GateClaimView, GateLineView, ReviewView } from '#protocol/review-view.ts'
import type { Glyph } from '#web/ui/icon.tsx'

export interface Line {
  readonly rule: GateLineView['rule'] | 'asked' | 'approved'
  readonly outcome: GateLineView['outcome']
  readonly failing: readonly GateClaimView[]
  readonly excepted: readonly GateClaimView[]
}

const askedFor: ReadonlySet<Stage> = new Set<Stage>(['review', 'ready', 'published'])

/** RV8. Everything that has to be so before the article is published; it may be published when no line fails. */
export function linesOf({ stage, gate, approval }: Pick<ReviewView, 'stage' | 'gate' | 'approval'>): Line[] {
  const step = (rule: 'asked' | 'approved', isSo: boolean): Line => ({
    rule,
    outcome: isSo ? 'passes' : 'fails',
    failing: [],
    excepted: [],
  })
  const approved = (stage === 'ready' && approval?.counts === true) || stage === 'published'
  return [...gate, step('asked', askedFor.has(stage)), step('approved', approved)]
}

export const outcomeGlyph: Record<Line['outcome'], Glyph> = {
  passes: 'tick',
  fails: 'cross',
  excepted: 'flag',
  'not-applicable': 'minus',
}

/** Every claim that stands on some line, once. */
export function claimsOn(lines: readonly Line[]): Map<string, GateClaimView> {
  return new Map(lines.flatMap(({ failing, excepted }) => [...failing, ...excepted]).map((claim) => [claim.id, claim]))
}

export interface Offered {
  readonly ask: boolean
  readonly approve: boolean
  readonly sendBack: boolean
  readonly publish: boolean
  /** Whether nothing stands in the way of publishing. */
  readonly mayPublish: boolean
}

/** Which steps are a person's to take now; those that something stands in the way of are offered all the same, and say what. */
export function offered(actor: Actor, review: Pick<ReviewView, 'stage' | 'opens' | 'approval'>): Offered {
  const { stage, opens, approval } = review
  const counts = approval?.counts === true
  const decides = maySignOff(actor) && (stage === 'review' || stage === 'ready')
  return {
    ask: requestReview(actor, stage).ok && stage === 'checking',
    approve: decides && !(stage === 'ready' && counts),
    sendBack: decides,
    publish: decides,
    mayPublish: publish(actor, { stage, gateOpens: opens, approvalCounts: counts }).ok,
  }
}

/** Id of the list that says what stands in the way; refused buttons are described by it. */
export const gateListId = 'review-gate'
