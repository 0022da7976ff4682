/** What this person decided on this desk, the newest last; what was refused is not among it. Rule AT8. */
import type { Decision } from './desk-claim.ts'
import type { Made } from './undo.ts'

export class OwnDecisions {
  #made: readonly Made[] = []
  readonly #undone = new WeakSet<Decision>()

  add(one: Made): Made {
    this.#made = [...this.#made, one]
    return one
  }

  drop(one: Made): void {
    this.#made = this.#made.filter((made) => made !== one)
  }

  /** The newest, which is then no longer among them. */
  takeNewest(): Made | undefined {
    const newest = this.#made.at(-1)
    this.#made = this.#made.slice(0, -1)
    return newest
  }

  undo({ decision }: Made): void {
    this.#undone.add(decision)
  }

  isUndone(decision: Decision): boolean {
    return this.#undone.has(decision)
  }
}
