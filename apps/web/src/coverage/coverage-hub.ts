/**
 * Where the desk and what is loaded later for coverage meet: the desk's keys ask here, the strip, the figure and the list of sentences
 * read here what stands. Empty until that part is there; a key pressed before is taken as soon as it is.
 */
import { Watched } from '#web/live/sync-store.ts'
import type { CoverageNow, CoveredSentence } from './coverage-now.ts'
import type { Reason } from './ticks.ts'

export type CoverageAct = 'tick' | 'choose-reason' | 'next-untouched' | 'extend'

/** What stands, and what can be done with it. */
export interface CoverageHere {
  readonly now: CoverageNow
  readonly mayTick: boolean
  /** The reason last given. */
  readonly last: () => Reason
  readonly give: (sentences: readonly CoveredSentence[], reason: Reason) => void
  readonly takeBack: (sentences: readonly CoveredSentence[]) => void
  /** Selects the sentence in the text; false when it reads otherwise by now. */
  readonly goTo: (sentence: CoveredSentence) => boolean
}

export class CoverageHub {
  readonly here = new Watched<CoverageHere | null>(null)
  #take: ((act: CoverageAct) => void) | null = null
  #waiting: CoverageAct | null = null

  readonly act = (act: CoverageAct): void => {
    if (this.#take === null) this.#waiting = act
    else this.#take(act)
  }

  /** Who takes the acts from now on; returns how to stop. */
  listen(take: (act: CoverageAct) => void): () => void {
    this.#take = take
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null) take(waiting)
    return () => {
      if (this.#take === take) this.#take = null
    }
  }
}
