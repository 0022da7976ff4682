/**
 * LG7. Logs are shortened one after the other, in a thread of their own, so that nobody's typing waits for it. Each is read when its turn
 * has come: where a thousand rooms close at once, only one text is in memory for this.
 */
import type { Database } from '../db/database.ts'
import { compact, readText } from '../log/text-store.ts'
import type { TextApart } from './text-apart.ts'

export class LogShortening {
  readonly #db: Database
  readonly #apart: TextApart
  readonly #report: (problem: unknown, id: string) => void
  #turn: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(db: Database, apart: TextApart, report: (problem: unknown, id: string) => void) {
    this.#db = db
    this.#apart = apart
    this.#report = report
  }

  /** Puts a snapshot in the place of the article's updates up to this seq. A log that cannot be shortened stays as it is, which is reported. */
  shorten(id: string, upTo: number): Promise<void> {
    const done = this.#turn.then(() => this.#shorten(id, upTo))
    this.#turn = done
    return done
  }

  /** Whatever has not begun is left: a long log is as good as a short one, and a server that ends is wanted back soon. */
  stop(): void {
    this.#stopped = true
  }

  async #shorten(id: string, upTo: number): Promise<void> {
    if (this.#stopped) return
    try {
      const stored = await readText(this.#db, id)
      const updates = stored?.updates.filter(({ seq }) => seq <= upTo) ?? []
      const last = updates.at(-1)
      if (stored === null || last === undefined) return
      const before = stored.snapshot === null ? [] : [stored.snapshot.state]
      const state = await this.#apart.shorten([...before, ...updates.map(({ bytes }) => bytes)])
      await compact(this.#db, id, { seq: last.seq, state, at: last.at })
    } catch (problem) {
      this.#report(problem, id)
    }
  }
}
