/** What a claim rests on: attached, taken away, links that are pasted and files that are dropped. Rules AT4, AT7, AT9, EV1. */
import { attachEvidence, removeEvidence } from '#domain/evidence.ts'
import type { ClaimView } from '#protocol/view.ts'
import type { NewEvidence } from '#web/api/claims.ts'
import type { ActsFrame } from './acts-frame.ts'
import { claimOf } from './desk-claim.ts'
import { emptyEvidence, type EvidenceDraft } from './drafts.ts'

export function makeSourceActs({ now, drafts, wish, note, said, selected, take }: ActsFrame) {
  /** Opens the form with what was being written there before, if anything. */
  const startSource = (begun: Partial<EvidenceDraft>): void => {
    const claim = selected()
    if (claim === null) return
    const rule = attachEvidence(claimOf(claim.stored), now().actor, { locator: '…' })
    if (!rule.ok) return note(claim, rule.refusal)
    drafts.change(claim.id, { evidence: { ...(drafts.of(claim.id).evidence ?? emptyEvidence), ...begun } })
    wish('source')
  }

  return {
    source: () => startSource({}),

    /** AT7. A link that was pasted: looked for in the library, and offered as a new source. One being described stays as it is. */
    sourceAt: (link: string): void => {
      const claim = now().selected
      const begun = claim === null ? null : drafts.of(claim.id).evidence
      const source = begun?.source ?? null
      if (source === null) return startSource({ find: link })
      if (source.url === '' && !('id' in source)) return startSource({ source: { ...source, url: link } })
      startSource({})
      if (claim?.state === 'known') said('source-begun', claim)
    },

    /** AT9. A file that was dropped: a new source goes by its name, one being described gets it. */
    sourceIn: (file: File): void => {
      const claim = now().selected
      const begun = claim === null ? null : drafts.of(claim.id).evidence
      const title = file.name.replace(/\.[^.]+$/, '')
      startSource({ file, source: begun?.source ?? { kind: 'document', title, publisher: '', url: '' } })
    },

    attach: (evidence: NewEvidence, source: ClaimView['evidence'][number]['source']): void => {
      const claim = selected()
      if (claim === null) return
      const draft = drafts.of(claim.id).evidence
      const rule = attachEvidence(claimOf(claim.stored), now().actor, evidence)
      const taken = take(claim, rule, {
        type: 'attach',
        evidence,
        source,
        before: claim.stored.evidence.map(({ id }) => id),
      })
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
