/**
 * What takes a decision back, where something does: the opposite decision, made on what is on screen now. Never the text: that has an
 * undo of its own. Rule AT8.
 */
import type { ClaimView } from '#protocol/view.ts'
import { type Decision, isPendingEvidence } from './desk-claim.ts'

export interface Made {
  readonly claim: string
  readonly decision: Decision
  /** The claim as it was on screen before. */
  readonly before: ClaimView
}

type Opposite =
  | { readonly ok: true; readonly value: Decision }
  | { readonly ok: false; readonly refusal: 'changed-since' | 'not-undone' }

const yes = (value: Decision): Opposite => ({ ok: true, value })
const no = (refusal: 'changed-since' | 'not-undone'): Opposite => ({ ok: false, refusal })

export function oppositeOf({ decision, before }: Made, now: ClaimView, me: string): Opposite {
  const unless = (hasChanged: boolean, opposite: Decision): Opposite =>
    hasChanged || now.standing === 'withdrawn' ? no('changed-since') : yes(opposite)
  switch (decision.type) {
    case 'verdict': {
      const { verdict } = now
      const isMine = verdict?.by === me && verdict.heldBy === null && verdict.rating === decision.rating
      return unless(!isMine, { type: 'take-back', undo: true })
    }
    case 'take-back': {
      const gone = before.verdict
      // Another person's verdict cannot be given in their name.
      if (decision.undo || gone?.by !== me) return no('not-undone')
      return unless(now.verdict !== null, {
        type: 'verdict',
        rating: gone.rating,
        why: gone.why ?? '',
        ...(gone.proposed === null ? {} : { proposed: gone.proposed }),
      })
    }
    case 'kind':
      return unless(now.kind !== decision.kind, { type: 'kind', kind: before.kind })
    case 'assign':
      return unless(now.assignee !== decision.to, { type: 'assign', to: before.assignee })
    case 'risk':
      return unless(now.risk !== decision.risk, { type: 'risk', risk: before.risk })
    case 'due':
      return unless(now.dueAt !== decision.dueAt, { type: 'due', dueAt: before.dueAt })
    case 'element': {
      const { element } = decision
      const findingIn = (view: ClaimView) => view.elements.find((one) => one.element === element)?.finding ?? null
      return unless(findingIn(now) !== decision.finding, { type: 'element', element, finding: findingIn(before) })
    }
    case 'truth': {
      const gone = before.truth
      // Another person's finding cannot be given in their name.
      if (gone !== null && gone.by !== me) return no('not-undone')
      const isMine = now.truth === null ? decision.rating === null : now.truth.by === me
      return unless(!isMine || (now.truth?.rating ?? null) !== decision.rating || now.words !== (gone ?? now).words, {
        type: 'truth',
        rating: gone?.rating ?? null,
        why: gone?.why ?? '',
        seen: now.truth?.seq ?? null,
      })
    }
    case 'asserter':
      return unless(JSON.stringify(now.asserter) !== JSON.stringify(decision.asserter), {
        type: 'asserter',
        asserter: before.asserter,
      })
    case 'attach': {
      const { stance, locator } = decision.evidence
      const attached = now.evidence.findLast(
        (one) =>
          one.by === me &&
          one.stance === stance &&
          one.locator.trim() === locator.trim() &&
          !decision.before.includes(one.id) &&
          !isPendingEvidence(one.id),
      )
      return attached === undefined ? no('changed-since') : unless(false, { type: 'remove', evidence: attached.id })
    }
    case 'remove': {
      const gone = before.evidence.find(({ id }) => id === decision.evidence)
      if (gone === undefined) return no('not-undone')
      const { source, stance, locator, excerpt } = gone
      return unless(false, {
        type: 'attach',
        evidence: { source: { id: source.id }, stance, locator, excerpt },
        source,
        before: now.evidence.map(({ id }) => id),
      })
    }
    case 'sign-off':
      return unless(now.signOff?.by !== me || !now.signOff.counts, { type: 'sign-off-back' })
    case 'sign-off-back':
    case 'still-holds':
    case 'withdraw':
      return no('not-undone')
  }
}
