/**
 * Decisions on their way: shown at once as pending, agreed or refused by the server. A refusal puts the old value back by itself, as
 * nothing but the overlay ever changed, and leaves its sentence at the claim. One decision a claim at a time: the next one must have
 * seen what became of the last. Rules PD1–PD3.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { ClaimView } from '#protocol/view.ts'
import { api, type RefusedReply, type Reply } from '#web/api.ts'
import { Watched } from '#web/live/sync-store.ts'
import { keys } from '#web/queries.ts'
import type { Decision } from './desk-claim.ts'

export type Outcome = { ok: true } | RefusedReply | { ok: false; refusal: 'on-its-way' }

export class Decisions {
  readonly pending = new Watched<ReadonlyMap<string, Decision>>(new Map())
  readonly #newsroom: string
  readonly #article: string
  readonly #queries: QueryClient

  constructor(newsroom: string, article: string, queries: QueryClient) {
    this.#newsroom = newsroom
    this.#article = article
    this.#queries = queries
  }

  /** `claim` is what the person had on screen: its words and verdict travel with the decision. */
  async take(claim: ClaimView, decision: Decision): Promise<Outcome> {
    if (this.pending.get().has(claim.id)) return { ok: false, refusal: 'on-its-way' }
    this.pending.set(new Map(this.pending.get()).set(claim.id, decision))
    const reply = await this.#send(claim, decision)
    const read = this.#readAgain()
    // The new state is read before the overlay goes, or the old one would show for a blink. A refusal shows the old one at once.
    if (reply.ok) await read
    const pending = new Map(this.pending.get())
    pending.delete(claim.id)
    this.pending.set(pending)
    return reply.ok ? { ok: true } : reply
  }

  #send(claim: ClaimView, decision: Decision): Promise<Reply<unknown>> {
    const [newsroom, article, id] = [this.#newsroom, this.#article, claim.id]
    const seen = { wordsSeen: claim.words, verdictSeen: claim.verdict?.seq ?? null }
    switch (decision.type) {
      case 'verdict':
        return api.giveVerdict(newsroom, article, id, { ...seen, rating: decision.rating, why: decision.why })
      case 'still-holds':
        return api.stillHolds(newsroom, article, id, seen)
      case 'sign-off':
        return api.signOff(newsroom, article, id, seen)
      case 'kind':
        return api.changeClaim(newsroom, article, id, { kind: decision.kind })
      case 'assign':
        return api.changeClaim(newsroom, article, id, { assignee: decision.to })
      case 'withdraw':
        return api.withdrawClaim(newsroom, article, id, decision.why)
      case 'attach':
        return api.attachEvidence(newsroom, article, id, decision.evidence)
      case 'remove':
        return api.removeEvidence(newsroom, article, id, decision.evidence)
    }
  }

  async #readAgain(): Promise<void> {
    void this.#queries.invalidateQueries({ queryKey: keys.desk(this.#newsroom) })
    void this.#queries.invalidateQueries({ queryKey: keys.sources(this.#newsroom) })
    await this.#queries.invalidateQueries({ queryKey: keys.article(this.#newsroom, this.#article) })
  }
}
