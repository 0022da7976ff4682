/**
 * Lets so many in at a time, in the order in which they came: what is done for many must leave the database's other connections to people.
 * While somebody waits, a place rests after each use `rest` times as long as it was in use, so that a long queue leaves time for the text.
 */
export class Doorway {
  readonly #most: number
  readonly #rest: number
  #inside = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: number, rest = 0) {
    this.#most = most
    this.#rest = rest
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#inside += 1
    const began = performance.now()
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      const restMs = (performance.now() - began) * this.#rest
      // Whoever leaves hands their place on: it never becomes free in between.
      if (next === undefined) this.#inside -= 1
      // A timer waits for the next turn of the event loop, which may be long: for next to nothing that would be no rest but a queue.
      else if (restMs < 1) next()
      else setTimeout(next, restMs)
    }
  }
}
