/**
 * What a person can do on the article desk, for keys and buttons alike. Each act asks the rule of `domain` first and says why not;
 * the server asks it again. Nothing typed is lost by a refusal. Rules AT1–AT4.
 */
import type { Actor } from '#domain/actor.ts'
import type { Asserter } from '#domain/asserter.ts'
import { assign, changeDue, changeKind, changeRisk, withdraw } from '#domain/claim-change.ts'
import type { Element, ElementFinding } from '#domain/element.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { needsWhy, type Rating } from '#domain/rating.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { signOff, takeBackSignOff } from '#domain/sign-off.ts'
import { ask, say } from '#domain/talk.ts'
import type { TruthRating } from '#domain/truth.ts'
import { affirmVerdict, type Finding, giveVerdict, undecidable } from '#domain/verdict.ts'
import type { VerdictView } from '#protocol/view.ts'
import type { ActsFrame, ActsNeed } from './acts-frame.ts'
import type { Wished } from './desk.ts'
import { claimOf, type Decision, type KnownClaim, seenOf } from './desk-claim.ts'
import { keyChoice } from './key-choice.ts'
import { type Step, stepFrom } from './steps.ts'
import { OwnDecisions } from './own-decisions.ts'
import { makeSourceActs } from './source-acts.ts'
import { makeUndoActs } from './undo-acts.ts'

export type Acts = ReturnType<typeof makeActs>

export function makeActs(need: ActsNeed) {
  const { now, decisions, drafts, select, wish, note, said } = need
  /** The claim that the act is about. Without one that is said: a key that does nothing must not look like one that did. */
  const selected = (): KnownClaim | null => {
    const claim = now().selected
    if (claim === null) said('nothing-selected', null)
    return claim?.state === 'known' ? claim : null
  }

  const made = new OwnDecisions()

  /** Asks the rule, takes the decision, and leaves its sentence if either says no. */
  const take = async (claim: KnownClaim, rule: Result<unknown>, decision: Decision): Promise<boolean> => {
    if (!rule.ok) {
      note(claim, rule.refusal)
      return false
    }
    note(claim, null)
    const one = made.add({ claim: claim.id, decision, before: claim.view })
    const outcome = await decisions.take(claim.stored, decision)
    if (outcome.ok) return true
    made.drop(one)
    note(claim, outcome)
    return false
  }

  const step = (to: Step): void => {
    const { claims, shown, selected: from, beforeCaret } = now()
    const next = stepFrom(claims, shown, from?.id ?? beforeCaret(), to)
    if (next !== null) select(next.id)
    else if (to === 'next-reworded') said('nothing-reworded', null)
    else if (to === 'next-left' || to === 'previous-left') said('nothing-left', null)
  }

  /** AT3. On at once: the next claim need not wait for the server's word on this one. */
  const goOn = (): void => {
    if (keyChoice().advance) step('next-left')
  }

  /** AT6. The verdict given last, with its reason. */
  let last: { readonly rating: Rating; readonly why: string } | null = null

  const give = async (claim: KnownClaim, finding: Finding): Promise<void> => {
    const { actor } = now()
    const { rating, why } = finding
    const rule = giveVerdict(claimOf(claim.stored), actor, seenOf(claim.stored), finding)
    if (!rule.ok && rule.refusal === 'why-needed') wish('why')
    if (!rule.ok && rule.refusal === 'paragraphs-differ') wish('proposed')
    const decision: Decision = { type: 'verdict', ...finding }
    const taken = take(claim, rule, decision)
    if (!rule.ok) return
    last = { rating, why }
    goOn()
    // Undone meanwhile: its reason is to be used again.
    if (!(await taken) || made.isUndone(decision)) return
    said('verdict', claim, { rating })
    const draft = drafts.of(claim.id)
    if (draft.why === why) drafts.change(claim.id, { rating: null, why: '' })
    if (draft.proposed === finding.proposed) drafts.change(claim.id, { proposed: null })
  }

  const open = (what: Wished, rule: (claim: KnownClaim) => Result<unknown>): void => {
    const claim = selected()
    if (claim === null) return
    const may = rule(claim)
    note(claim, may.ok ? null : may.refusal)
    if (may.ok) wish(what)
  }

  const frame: ActsFrame = { ...need, selected, take }

  /** Comes with the sections of a claim. */
  const finer = () => import('./finer-acts.ts').then((part) => part.finerActs(frame, open))

  return {
    step,
    ...makeUndoActs(frame, made),
    ...makeSourceActs(frame),

    /** AT2. A rating that says nothing without its reason asks for it; any other is given at once. */
    judge: (rating: Rating): void => {
      const claim = selected()
      if (claim === null) return
      const { why } = drafts.of(claim.id)
      const { actor } = now()
      // Whether it can be judged at all is said before somebody writes a reason for nothing.
      const may = giveVerdict(claimOf(claim.stored), actor, seenOf(claim.stored), { rating, why: why || '…' })
      if (!may.ok) return note(claim, may.refusal)
      if (!needsWhy(rating)) return void give(claim, { rating, why })
      note(claim, null)
      drafts.change(claim.id, { rating })
      wish(rating === 'confirmed-with-change' ? 'proposed' : 'why')
    },

    /** VD4. One of the verdicts that meet is given again by whoever settles them; its own words are proposed only for the words it was given on. */
    letStand: ({ rating, why, words, proposed }: VerdictView): void => {
      const claim = selected()
      if (claim === null) return
      const isSame = words === claim.stored.words
      if (why === null && needsWhy(rating)) drafts.change(claim.id, { rating })
      void give(claim, { rating, why: why ?? '', ...(isSame && proposed !== null ? { proposed } : {}) })
    },

    giveDraft: (): void => {
      const claim = selected()
      if (claim === null) return
      const { rating, why, proposed } = drafts.of(claim.id)
      if (rating === null) note(claim, 'choose-first')
      else void give(claim, rating === 'confirmed-with-change' ? { rating, why, proposed } : { rating, why })
    },

    /** AT6. The verdict given last, with its reason, on this claim too. */
    repeat: (): void => {
      const claim = selected()
      if (claim === null) return
      if (last === null) said('nothing-to-repeat', null)
      else void give(claim, last)
    },

    judgeTruth: (rating: TruthRating | null): void => void finer().then((acts) => acts.judgeTruth(rating)),
    giveTruthDraft: (): void => void finer().then((acts) => acts.giveTruthDraft()),
    assertBy: (asserter: Asserter | null): void => void finer().then((acts) => acts.assertBy(asserter)),

    why: () => wish('why'),

    stillHolds: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = affirmVerdict(claimOf(claim.stored), now().actor, seenOf(claim.stored))
      const taken = take(claim, rule, { type: 'still-holds' })
      if (!rule.ok) return
      goOn()
      const rating = claim.stored.verdict?.rating
      void taken.then((ok) => ok && said('verdict', claim, rating === undefined ? {} : { rating }))
    },

    /** TY2. A decision for each claim, on the words it was shown with; what was refused leaves its sentence at its claim. */
    holdAll: async (claims: readonly KnownClaim[]): Promise<{ held: number; left: number }> => {
      const { actor } = now()
      const outcomes = await Promise.all(
        claims.map((claim) =>
          take(claim, affirmVerdict(claimOf(claim.stored), actor, seenOf(claim.stored)), { type: 'still-holds' }),
        ),
      )
      const held = outcomes.filter(Boolean).length
      return { held, left: outcomes.length - held }
    },

    signOff: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = signOff(claimOf(claim.stored), now().actor, seenOf(claim.stored))
      const seen = claim.stored.truth?.seq ?? null
      void take(claim, rule, { type: 'sign-off', seen }).then((ok) => ok && said('sign-off', claim))
    },

    /** SO7. Asked of what is on screen: one may think better of it before the server has answered. */
    takeBackSignOff: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = takeBackSignOff(claimOf(claim.view), now().actor)
      void take(claim, rule, { type: 'sign-off-back' }).then((ok) => ok && said('sign-off-back', claim))
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

    checkElement: (element: Element, finding: ElementFinding | null): void =>
      void finer().then((acts) => acts.checkElement(element, finding)),

    setDue: (dueAt: string | null): void => {
      const claim = selected()
      if (claim === null || claim.view.dueAt === dueAt) return
      const rule = changeDue(claimOf(claim.stored), now().actor, dueAt)
      void take(claim, rule, { type: 'due', dueAt }).then((ok) => ok && said('due', claim, { dueAt }))
    },

    /** Whether it may be done at all is said before a field opens for nothing. */
    due: (): void => open('due', (claim) => changeDue(claimOf(claim.stored), now().actor, null)),
    chooseAsserter: (): void => void finer().then((acts) => acts.chooseAsserter()),
    chooseAssignee: (): void => open('assign', (claim) => assign(claimOf(claim.stored), now().actor, null)),
    /** RP1 is asked again where the claim's lost words are shown. */
    relink: (): void =>
      open('relink', ({ stored }) => (stored.place === 'detached' ? ok(null) : refuse('still-stands'))),
    elements: (): void => open('elements', (claim) => undecidable(claimOf(claim.stored)) ?? ok(null)),
    /** The one before the change in the claim's history that is shown, or the one after it. */
    history: (to: 'earlier' | 'later'): void => {
      if (selected() !== null) wish(to)
    },
    talk: (): void => open('talk', () => say(now().actor, '…')),
    query: (): void => {
      const { actor } = now()
      open('query', (claim) => ask(claimOf(claim.stored), actor, actor, '…'))
    },

    /** In two steps: a number is never used again. */
    startWithdrawal: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = withdraw(claimOf(claim.stored), now().actor, '…')
      note(claim, rule.ok ? null : rule.refusal)
      if (!rule.ok) return
      if (drafts.of(claim.id).withdrawing === null) drafts.change(claim.id, { withdrawing: '' })
      wish('withdrawal')
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
  }
}
