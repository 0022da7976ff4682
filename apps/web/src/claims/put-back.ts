/** What somebody typed for a decision that does not stand is back where they typed it, unless something else is being written there. */
import type { Drafts } from './drafts.ts'
import type { Sent } from './sent.ts'

export function putBack(drafts: Drafts, claim: string, decision: Sent): void {
  const draft = drafts.of(claim)
  if (decision.type === 'verdict') {
    const { rating, why, proposed = null } = decision
    const isFree = draft.why === '' && draft.proposed === null
    if (isFree && (why !== '' || proposed !== null)) drafts.change(claim, { rating, why, proposed })
  }
  if (decision.type === 'truth' && decision.rating !== null && decision.why !== '' && draft.truth === null)
    drafts.change(claim, { truth: { rating: decision.rating, why: decision.why } })
  if (decision.type === 'withdraw' && decision.why !== '' && draft.withdrawing === null)
    drafts.change(claim, { withdrawing: decision.why })
  if (decision.type === 'attach' && draft.evidence === null) {
    const { stance, locator, excerpt, source } = decision.evidence
    // One of the library comes back as a search for it: it may be gone from there by now.
    const isNew = !('id' in source)
    drafts.change(claim, {
      evidence: {
        find: isNew ? '' : decision.source.title,
        source: isNew ? source : null,
        stance,
        locator,
        excerpt,
        file: null,
      },
    })
  }
}
