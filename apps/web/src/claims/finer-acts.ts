/**
 * What a person can do about the finer parts of a claim: its elements, whether a quote is true, and who says so. As with every act the rule is asked
 * first, and nothing typed is lost by a refusal. Loaded with the sections of a claim. Rules EL2, QT2, AS2.
 */
import { mayDecide } from '#domain/actor.ts'
import { type Asserter, assertBy } from '#domain/asserter.ts'
import { checkElement, type Element, type ElementFinding } from '#domain/element.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { findTruth, truthNeedsWhy, type TruthRating } from '#domain/truth.ts'
import type { ActsFrame } from './acts-frame.ts'
import type { Wished } from './desk.ts'
import { claimOf, type KnownClaim, seenOf } from './desk-claim.ts'

export { oppositeOf } from './undo.ts'

/** `open` opens a field where the rule lets the person use it. */
export function finerActs(
  { selected, now, take, note, said, wish, drafts }: ActsFrame,
  open: (what: Wished, rule: (claim: KnownClaim) => Result<unknown>) => void,
) {
  const giveTruth = async (claim: KnownClaim, rating: TruthRating | null, why: string): Promise<void> => {
    const seen = seenOf(claim.stored)
    const rule = findTruth(claimOf(claim.stored), now().actor, seen, { rating, why })
    if (!(await take(claim, rule, { type: 'truth', rating, why, seen: seen.truth }))) return
    said('truth', claim, rating === null ? {} : { rating })
    if (drafts.of(claim.id).truth?.why === why) drafts.change(claim.id, { truth: null })
  }

  return {
    /** QT2. As with a verdict: what says nothing without its reason asks for it. */
    judgeTruth: (rating: TruthRating | null): void => {
      const claim = selected()
      if (claim === null) return
      const why = drafts.of(claim.id).truth?.why ?? ''
      const finding = { rating, why: why || '…' }
      const may = findTruth(claimOf(claim.stored), now().actor, seenOf(claim.stored), finding)
      if (!may.ok) return note(claim, may.refusal)
      if (rating === null || !truthNeedsWhy(rating)) return void giveTruth(claim, rating, rating === null ? '' : why)
      note(claim, null)
      drafts.change(claim.id, { truth: { rating, why } })
      wish('truth')
    },

    giveTruthDraft: (): void => {
      const claim = selected()
      const draft = claim === null ? null : drafts.of(claim.id).truth
      if (claim !== null && draft !== null) void giveTruth(claim, draft.rating, draft.why)
    },

    /** AS2. */
    assertBy: (asserter: Asserter | null): void => {
      const claim = selected()
      if (claim === null) return
      const rule = assertBy({ ...claimOf(claim.stored), asserter: claim.stored.asserter }, now().actor, asserter)
      if (!rule.ok && rule.refusal === 'nothing-changed') return
      void take(claim, rule, { type: 'asserter', asserter: rule.ok ? rule.value.asserter : null })
    },

    /** EL2. Asked of what is on screen; the finding itself is taken back by saying it again. */
    checkElement: (element: Element, finding: ElementFinding | null): void => {
      const claim = selected()
      if (claim === null) return
      const { words, elements } = claim.stored
      const checked = Object.fromEntries(elements.map((one) => [one.element, one]))
      const rule = checkElement({ ...claimOf(claim.stored), elements: checked }, now().actor, {
        element,
        finding,
        words,
      })
      void take(claim, rule, { type: 'element', element, finding })
    },

    chooseAsserter: (): void =>
      open('asserter', ({ standing }) => {
        if (!mayDecide(now().actor)) return refuse('may-not-decide')
        return standing === 'withdrawn' ? refuse('withdrawn') : ok(null)
      }),
  }
}
