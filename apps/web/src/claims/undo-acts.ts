/** Taking back: the verdict on screen, by anybody who judges, and the person's own newest decision. Rules VD8, AT8. */
import { takeBackVerdict } from '#domain/verdict.ts'
import type { ActsFrame } from './acts-frame.ts'
import { claimOf, seenOf } from './desk-claim.ts'
import type { OwnDecisions } from './own-decisions.ts'
import { putBack } from './put-back.ts'

export function makeUndoActs(
  { now, decisions, drafts, select, note, said, selected, take }: ActsFrame,
  own: OwnDecisions,
) {
  return {
    /** VD8. */
    clear: (): void => {
      const claim = selected()
      if (claim === null) return
      const rule = takeBackVerdict(claimOf(claim.stored), now().actor, seenOf(claim.stored))
      void take(claim, rule, { type: 'take-back', undo: false }).then((ok) => ok && said('cleared', claim))
    },

    /** AT8. Where it has an opposite; what was typed in the text is another matter. The reason typed for it is there to be used again. */
    undo: async (): Promise<void> => {
      const made = own.takeNewest()
      // Comes with the sections of a claim.
      const { oppositeOf } = await import('./finer-acts.ts')
      const { actor, claims } = now()
      const claim = made && claims.find(({ id }) => id === made.claim)
      if (made === undefined || claim?.state !== 'known') return said('nothing-to-undo', null)
      select(claim.id)
      const what = made.decision.type
      const opposite = oppositeOf(made, claim.view, actor.id)
      if (!opposite.ok) return said(opposite.refusal, claim, { what })
      own.undo(made)
      if (what === 'verdict') putBack(drafts, claim.id, made.decision)
      void decisions.take(claim.stored, opposite.value).then((outcome) => {
        if (outcome.ok) said('undone', claim, { what })
        else note(claim, outcome)
      })
    },
  }
}
