/** What a room has on its way to disk: who sends it again meanwhile is told that it is stored when it is, and not before. Rule WS1. */
export class Storing {
  readonly #underWay = new Set<Promise<unknown>>()

  async watch<T>(stored: Promise<T>): Promise<T> {
    this.#underWay.add(stored)
    try {
      return await stored
    } finally {
      this.#underWay.delete(stored)
    }
  }

  /** Whether everything that is on its way now arrives; null when nothing is. */
  arrival(): Promise<boolean> | null {
    if (this.#underWay.size === 0) return null
    return Promise.all(this.#underWay).then(
      () => true,
      () => false,
    )
  }
}
