/**
 * How fast one socket may go on: so many frames a second, and so many at once before it is read more slowly. Pure; the clock is
 * handed in. Rule RM21.
 */
export class Flow {
  readonly #perMs: number
  readonly #burst: number
  #left: number
  #at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#left = burst
    this.#at = now
  }

  /** Takes what a frame costs. Returns 0, or how many milliseconds to wait before it may be asked again; then nothing was taken. */
  take(cost: number, now: number): number {
    this.#left = Math.min(this.#burst, this.#left + (now - this.#at) * this.#perMs)
    this.#at = now
    // What costs more than a whole burst is let through from a full one.
    const asked = Math.min(cost, this.#burst)
    if (this.#left >= asked) {
      this.#left -= asked
      return 0
    }
    return Math.ceil((asked - this.#left) / this.#perMs)
  }
}
