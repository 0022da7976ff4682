/**
 * Where the desk's keys and what is loaded later for suggestions meet. A key pressed before that part is there is taken as soon as it is;
 * whether suggestions are shown is each person's choice in their browser, and until they choose, the article's.
 */
import { Watched } from '#web/live/sync-store.ts'

export type SuggestionAct = 'keep' | 'skip' | 'next' | 'previous'

export class SuggestionHub {
  readonly shown: Watched<boolean>
  readonly #name: string
  #take: ((act: SuggestionAct) => void) | null = null
  #waiting: SuggestionAct | null = null

  constructor(article: string, byArticle: boolean) {
    this.#name = `tickmark.suggestions.${article}`
    this.shown = new Watched(chosen(this.#name) ?? byArticle)
  }

  readonly act = (act: SuggestionAct): void => {
    if (!this.shown.get()) this.show(true)
    if (this.#take === null) this.#waiting = act
    else this.#take(act)
  }

  readonly show = (shown: boolean): void => {
    this.shown.set(shown)
    try {
      localStorage.setItem(this.#name, shown ? 'shown' : 'hidden')
    } catch {
      // A browser that keeps nothing: it holds until the page is left.
    }
  }

  readonly toggle = (): void => this.show(!this.shown.get())

  /** Who takes the acts from now on; returns how to stop. */
  listen(take: (act: SuggestionAct) => void): () => void {
    this.#take = take
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting !== null) take(waiting)
    return () => {
      if (this.#take === take) this.#take = null
    }
  }
}

function chosen(name: string): boolean | null {
  try {
    const kept = localStorage.getItem(name)
    return kept === null ? null : kept === 'shown'
  } catch {
    return null
  }
}
