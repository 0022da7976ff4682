/**
 * The word about the wire, for eyes and ears: “Saving” at once, “Saved” when nothing was typed for a moment. While somebody writes it stays
 * the same word, is spoken once, and costs no key anything. It may say “Saved” late, never early. Rules WS2, QK1.
 */
import type { Store } from './sync-store.ts'
import { type WireState, type WireWord, wireWord } from './wire-state.ts'

const restMs = 600

export class RestedWord implements Store<WireWord> {
  readonly #wire: Store<WireState>
  readonly #mayEdit: boolean
  #shown: WireWord

  constructor(wire: Store<WireState>, mayEdit: boolean) {
    this.#wire = wire
    this.#mayEdit = mayEdit
    this.#shown = this.#now()
  }

  readonly get = (): WireWord => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      const word = this.#now()
      if (word === this.#shown) return
      this.#shown = word
      listener()
    }
    const look = () => {
      clearTimeout(timer)
      if (this.#shown === 'saving' && this.#now() === 'saved') timer = setTimeout(say, restMs)
      else say()
    }
    look()
    const forget = this.#wire.subscribe(look)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }

  #now(): WireWord {
    return wireWord(this.#wire.get(), this.#mayEdit)
  }
}
