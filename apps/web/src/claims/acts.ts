/**
 * What a person can do on the article desk, for keys and buttons alike. Each act asks the rule of `domain` first and says why not;
 * the server asks it again. Nothing typed is lost by a refusal. Rules AT1–AT4.
 */
import type { Actor } from '#domain/actor.ts'
import { assign, changeDue, changeKind, changeRisk, withdraw } from '#domain/claim-change.ts'
import { attachEvidence, removeEvidence } from '#domain/evidence.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { needsWhy, type Rating } from '#domain/rating.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Risk } from '#domain/risk.ts'
import { signOff } from '#domain/sign-off.ts'
import { ask, say } from '#domain/talk.ts'
import { affirmVerdict, giveVerdict, type Seen } from '#domain/verdict.ts'
import type { ClaimView } from '#protocol/view.ts'
import type { NewEvidence } from '#web/api.ts'
import type { Decisions, Outcome } from './decisions.ts'
import type { Wished } from './desk.ts'
import { claimOf, type Decision, type DeskClaim, type KnownClaim } from './desk-claim.ts'
import { type Drafts, emptyEvidence } from './drafts.ts'
import { type Step, stepFrom } from './steps.ts'

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
      | 'withdrawn'
      | 'attached'
      | 'removed'
      | 'risk'
      | 'due'
      | 'nothing-left'
      | 'nothing-selected',
    claim: KnownClaim | null,
    told?: { readonly rating?: Rating; readonly risk?: Risk; readonly dueAt?: string | null },
  ) => void
}

export type Acts = ReturnType<typeof makeActs>

/** AT1. What the rules call seen is what stands on this screen now. */
export const seenOf = (view: ClaimView): Seen => ({ words: view.words, verdict: view.verdict?.seq ?? null })

export function makeActs({ now, decisions, drafts, select, wish, note, said }: ActsNeed) {
  /** The claim that the act is about. Without one that is said: a key that does nothing must not look like one that did. */
  const selected = (): KnownClaim | null => {
    const claim = now().selected
    if (claim === null) said('nothing-selected', null)
    return claim?.state === 'known' ? claim : null
  }

  /** Asks the rule, takes the decision, and leaves its sentence if either says no. */
  const take = async (claim: KnownClaim, rule: Result<unknown>, decision: Decision): Promise<boolean> => {
    if (!rule.ok) {
      note(claim, rule.refusal)
      return false
    }
    note(claim, null)
    const outcome: Outcome = await decisions.take(claim.stored, decision)
    if (outcome.ok) return true
    note(claim, outcome)
    return false
  }

  const step = (to: Step): void => {
    const { claims, shown, selected: from, beforeCaret } = now()
    const next = stepFrom(claims, shown, from?.id ?? beforeCaret(), to)
    if (next !== null) select(next.id)
    else if (to === 'next-left' || to === 'previous-left') said('nothing-left', null)
  }

  const give = async (claim: KnownClaim, rating: Rating, why: string): Promise<void> => {
    const { actor } = now()
    const rule = giveVerdict(claimOf(claim.stored), actor, seenOf(claim.stored), { rating, why })
    if (!rule.ok && rule.refusal === 'why-needed') wish('why')
    const taken = take(claim, rule, { type: 'verdict', rating, why })
    if (!rule.ok) return
    // AT3. On at once: the next claim need not wait for the server's word on this one.
    step('next-left')
    if (!(await taken)) return
    said('verdict', claim, { rating })
    if (drafts.of(claim.id).why === why) drafts.change(claim.id, { rating: null, why: '' })
  }

  const open = (what: Wished, rule: (claim: KnownClaim) => Result<unknown>): void => {
    const claim = selected()
    if (claim === null) return
    const may = rule(claim)
    note(claim, may.ok ? null : may.refusal)
    if (may.ok) wish(what)
  }

  return {
    step,

    /** AT2. A rating that says nothing without its reason asks for it; any other is given at once. */
    judge: (rating: Rating): void => {
      const claim = selected()
      if (claim === null) return
      const { why } = drafts.of(claim.id)
      const { actor } = now()
      // Whether it can be judged at all is said before somebody writes a reason for nothing.
      const may = giveVerdict(claimOf(claim.stored), actor, seenOf(claim.stored), { rating, why: why || '…' })
      if (!may.ok) return note(claim, may.refusal)
      if (!needsWhy(rating)) return void give(claim, rating, why)
      note(claim, null)
      drafts.change(claim.id, { rating })
      wish('why')
    },

    giveDraft: (): void => {
      const claim = selected()
      if (claim === null) return
      const { rating, why } = drafts.of(claim.id)
      if (rating === null) note(claim, 'choose-first')
      else void give(claim, rating, why)
    },

    why: () => wish('why'),

    source: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = attachEvidence(claimOf(claim.stored), now().actor, { locator: '…' })
      if (!rule.ok) return note(claim, rule.refusal)
      if (drafts.of(claim.id).evidence === null) drafts.change(claim.id, { evidence: emptyEvidence })
      wish('source')
    },

    stillHolds: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = affirmVerdict(claimOf(claim.stored), now().actor, seenOf(claim.stored))
      const taken = take(claim, rule, { type: 'still-holds' })
      if (!rule.ok) return
      step('next-left')
      const rating = claim.stored.verdict?.rating
      void taken.then((ok) => ok && said('verdict', claim, rating === undefined ? {} : { rating }))
    },

    signOff: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = signOff(claimOf(claim.stored), now().actor, seenOf(claim.stored))
      void take(claim, rule, { type: 'sign-off' }).then((ok) => ok && said('sign-off', claim))
    },

    assign: (person: Actor | null): void => {
      const claim = selected()
      if (claim === null || claim.assignee === (person?.id ?? null)) return
      const rule = assign(claimOf(claim.stored), now().actor, person)
      void take(claim, rule, { type: 'assign', to: person?.id ?? null })
    },

    changeKind: (kind: ClaimKind): void => {
      const claim = selected()
      if (claim === null || claim.kind === kind) return
      void take(claim, changeKind(claimOf(claim.stored), now().actor, kind), { type: 'kind', kind })
    },

    /** High, or normal when it is high; asked of what is on screen, so that a second press takes the first one back. */
    toggleRisk: (): void => {
      const claim = selected()
      if (claim === null) return
      const risk = claim.risk === 'high' ? 'normal' : 'high'
      const rule = changeRisk({ ...claimOf(claim.stored), risk: claim.risk }, now().actor, risk)
      void take(claim, rule, { type: 'risk', risk }).then((ok) => ok && said('risk', claim, { risk }))
    },

    setDue: (dueAt: string | null): void => {
      const claim = selected()
      if (claim === null || claim.view.dueAt === dueAt) return
      const rule = changeDue(claimOf(claim.stored), now().actor, dueAt)
      void take(claim, rule, { type: 'due', dueAt }).then((ok) => ok && said('due', claim, { dueAt }))
    },

    /** Whether it may be done at all is said before a field opens for nothing. */
    due: (): void => open('due', (claim) => changeDue(claimOf(claim.stored), now().actor, null)),
    chooseAssignee: (): void => open('assign', (claim) => assign(claimOf(claim.stored), now().actor, null)),
    talk: (): void => open('talk', () => say(now().actor, '…')),
    query: (): void => {
      const { actor } = now()
      open('query', (claim) => ask(claimOf(claim.stored), actor, actor, '…'))
    },

    withdraw: (why: string): void => {
      const claim = selected()
      if (claim === null) return
      const rule = withdraw(claimOf(claim.stored), now().actor, why)
      void take(claim, rule, { type: 'withdraw', why }).then((ok) => {
        if (!ok) return
        drafts.change(claim.id, { withdrawing: null })
        said('withdrawn', claim)
      })
    },

    attach: (evidence: NewEvidence, source: ClaimView['evidence'][number]['source']): void => {
      const claim = selected()
      if (claim === null) return
      const draft = drafts.of(claim.id).evidence
      const rule = attachEvidence(claimOf(claim.stored), now().actor, evidence)
      const taken = take(claim, rule, { type: 'attach', evidence, source })
      if (!rule.ok) return
      drafts.change(claim.id, { evidence: null })
      void taken.then((ok) => {
        if (ok) return said('attached', claim)
        // AT4. Refused: the form is back with what was typed, unless another was begun meanwhile.
        if (drafts.of(claim.id).evidence === null) drafts.change(claim.id, { evidence: draft })
      })
    },

    detach: (evidence: string): void => {
      const claim = selected()
      if (claim === null) return
      void take(claim, removeEvidence(now().actor), { type: 'remove', evidence }).then(
        (ok) => ok && said('removed', claim),
      )
    },
  }
}
