/**
 * Decisions on their way: shown at once as pending, agreed or refused by the server. A refusal puts the old value back by itself, as
 * nothing but the overlay ever changed, and leaves its sentence at the claim. Decisions on one claim go one after the other: what a
 * person decides while the last one is on its way waits for it. Rules PD1–PD4.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { ClaimView } from '#protocol/view.ts'
import { api, type RefusedReply, type Reply, type SeenOnScreen } from '#web/api.ts'
import { Watched } from '#web/live/sync-store.ts'
import { keys } from '#web/queries.ts'
import type { Decision } from './desk-claim.ts'

export type Outcome = { ok: true } | RefusedReply

/** What became of a decision, for the one that waits for it. */
interface Turn {
  readonly outcome: Outcome
  /** seq of the verdict on screen now, when the person's own decision has made it another one. */
  readonly verdict: number | null
}

export class Decisions {
  readonly pending = new Watched<ReadonlyMap<string, Decision>>(new Map())
  readonly #newsroom: string
  readonly #article: string
  readonly #queries: QueryClient
  readonly #turns = new Map<string, Promise<Turn>>()

  constructor(newsroom: string, article: string, queries: QueryClient) {
    this.#newsroom = newsroom
    this.#article = article
    this.#queries = queries
  }

  /** `claim` is what the person had on screen: its words and verdict travel with the decision. */
  async take(claim: ClaimView, decision: Decision): Promise<Outcome> {
    const before = this.#turns.get(claim.id)
    const turn = before === undefined ? this.#decide(claim, decision, null) : this.#after(before, claim, decision)
    this.#turns.set(claim.id, turn)
    const { outcome } = await turn
    if (this.#turns.get(claim.id) === turn) this.#turns.delete(claim.id)
    return outcome
  }

  /** PD4. What a refused decision was the ground for is not sent either; the same sentence says why. */
  async #after(before: Promise<Turn>, claim: ClaimView, decision: Decision): Promise<Turn> {
    const turn = await before
    return turn.outcome.ok ? this.#decide(claim, decision, turn.verdict) : turn
  }

  async #decide(claim: ClaimView, decision: Decision, ownVerdict: number | null): Promise<Turn> {
    this.pending.set(new Map(this.pending.get()).set(claim.id, decision))
    const seen = { wordsSeen: claim.words, verdictSeen: ownVerdict ?? claim.verdict?.seq ?? null }
    const reply = await this.#send(claim, decision, seen)
    const read = this.#readAgain()
    // The new state is read before the overlay goes, or the old one would show for a blink. A refusal shows the old one at once.
    if (reply.ok) await read
    const pending = new Map(this.pending.get())
    pending.delete(claim.id)
    this.pending.set(pending)
    if (!reply.ok) return { outcome: reply, verdict: ownVerdict }
    const judged = decision.type === 'verdict' || decision.type === 'still-holds'
    return { outcome: { ok: true }, verdict: judged ? seqOf(reply.value) : ownVerdict }
  }

  #send(claim: ClaimView, decision: Decision, seen: SeenOnScreen): Promise<Reply<unknown>> {
    const [newsroom, article, id] = [this.#newsroom, this.#article, claim.id]
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
      case 'risk':
        return api.changeClaim(newsroom, article, id, { risk: decision.risk })
      case 'due':
        return api.changeClaim(newsroom, article, id, { dueAt: decision.dueAt })
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

const seqOf = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'seq' in value && typeof value.seq === 'number' ? value.seq : null
