/**
 * Ticks given and taken back on this desk. They go the way of all decisions: shown at once, kept on this device until they are answered,
 * sent again when there is a way (KP1, KP8). The reason last given is the one that the key gives next.
 */
import { type TickReason, usualReason } from '#domain/tick.ts'
import type { Reply } from '#web/api/reply.ts'
import type { Decisions } from '#web/claims/decisions.ts'
import type { TickDecision } from '#web/claims/sent.ts'

export interface Reason {
  readonly reason: TickReason
  readonly why: string
}

/** The server takes no more at once. */
const mostAtOnce = 500

export class Ticks {
  last: Reason
  readonly #decisions: Decisions

  constructor(decisions: Decisions) {
    this.#decisions = decisions
    // Refused, and not given again yet: its reason is not typed anew.
    const left = decisions.refused.get().findLast(({ decision }) => decision.type === 'tick')?.decision
    this.last = left?.type === 'tick' ? left : { reason: usualReason, why: '' }
  }

  /** Answers with what was not ticked, since it reads otherwise by now or holds a claim. */
  async give(words: readonly string[], { reason, why }: Reason): Promise<Reply<{ missed: number }>> {
    this.last = { reason, why }
    return this.#each(words, (sentences) => ({ type: 'tick', sentences, reason, why }))
  }

  takeBack(words: readonly string[]): Promise<Reply<{ missed: number }>> {
    return this.#each(words, (sentences) => ({ type: 'untick', sentences }))
  }

  async #each(
    words: readonly string[],
    decision: (sentences: readonly string[]) => TickDecision,
  ): Promise<Reply<{ missed: number }>> {
    const some = Array.from({ length: Math.ceil(words.length / mostAtOnce) }, (_, n) =>
      words.slice(n * mostAtOnce, (n + 1) * mostAtOnce),
    )
    const outcomes = await Promise.all(some.map((sentences) => this.#decisions.takeOnWords(decision(sentences))))
    const missed = outcomes.reduce((sum, outcome) => sum + (outcome.ok ? missedIn(outcome.value) : 0), 0)
    return outcomes.find((outcome) => !outcome.ok) ?? { ok: true, value: { missed } }
  }
}

const missedIn = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'missed' in value && Array.isArray(value.missed)
    ? value.missed.length
    : 0
