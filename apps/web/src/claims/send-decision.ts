/** What each decision asks of the server. */
import { api } from '#web/api/api.ts'
import { skipsApi } from '#web/api/skips.ts'
import type { Reply } from '#web/api/reply.ts'
import type { SeenOnScreen } from '#web/api/claims.ts'
import type { Sending } from '#web/api/ask.ts'
import type { Sent } from './sent.ts'

export function sendDecision(
  [newsroom, article, claim]: readonly [newsroom: string, article: string, claim: string],
  decision: Sent,
  seen: SeenOnScreen,
  as: Sending,
): Promise<Reply<unknown>> {
  const change = (made: Parameters<typeof api.changeClaim>[3]) => api.changeClaim(newsroom, article, claim, made, as)
  switch (decision.type) {
    case 'verdict': {
      const { type: _, ...finding } = decision
      return api.giveVerdict(newsroom, article, claim, { ...seen, ...finding }, as)
    }
    case 'take-back':
      return api.takeBackVerdict(newsroom, article, claim, seen.verdictSeen, decision.undo, as)
    case 'still-holds':
      return api.stillHolds(newsroom, article, claim, seen, as)
    case 'sign-off':
      return api.signOff(newsroom, article, claim, { ...seen, truthSeen: decision.seen ?? null }, as)
    case 'sign-off-back':
      return api.takeBackSignOff(newsroom, article, claim, as)
    case 'truth': {
      const { rating, why, seen: truthSeen } = decision
      return api.findTruth(newsroom, article, claim, { wordsSeen: seen.wordsSeen, truthSeen, rating, why }, as)
    }
    case 'asserter': {
      const { asserter } = decision
      const said = asserter && { ...asserter, name: asserter.name ?? '' }
      return change({ asserter: said })
    }
    case 'kind':
      return change({ kind: decision.kind })
    case 'assign':
      return change({ assignee: decision.to })
    case 'risk':
      return change({ risk: decision.risk })
    case 'due':
      return change({ dueAt: decision.dueAt })
    case 'element': {
      const { element, finding } = decision
      return change({ element, finding, wordsSeen: seen.wordsSeen })
    }
    case 'withdraw':
      return api.withdrawClaim(newsroom, article, claim, decision.why, as)
    case 'attach':
      return api.attachEvidence(newsroom, article, claim, decision.evidence, as)
    case 'remove':
      return api.removeEvidence(newsroom, article, claim, decision.evidence, as)
    case 'tick': {
      const { sentences, reason, why } = decision
      return api.tick(newsroom, article, { sentences: [...sentences], reason, why }, as)
    }
    case 'untick':
      return api.untick(newsroom, article, [...decision.sentences], as)
    case 'skip':
    case 'unskip':
      return skipsApi[decision.type](newsroom, article, [...decision.words], as)
  }
}
