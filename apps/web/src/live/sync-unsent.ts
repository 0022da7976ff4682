/**
 * The words made in this tab that no acknowledgement covers yet, so that they can be copied when they can no longer be sent
 * (another epoch, an outdated page, the right to write lost). Rule WS6: nothing typed is lost in silence.
 */
import * as Y from 'yjs'

export class Unsent {
  #updates: Uint8Array[] = []

  keep(update: Uint8Array): void {
    this.#updates.push(update)
  }

  /** Everything kept so far is on disk at the server. */
  clear(): void {
    this.#updates = []
  }

  /** Typed words in the order of typing; a break where one stretch ends. */
  words(): string {
    return wordsOf(this.#updates)
  }
}

export function wordsOf(updates: readonly Uint8Array[]): string {
  let words = ''
  let next: Y.ID | null = null
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      // Keys typed one after another continue one another; a new place in the text begins a new line.
      const continues: boolean = next !== null && struct.origin !== null && Y.compareIDs(struct.origin, next)
      if (words !== '' && !continues) words += '\n'
      words += struct.content.str
      next = Y.createID(struct.id.client, struct.id.clock + struct.length - 1)
    }
  }
  return words
}
