/** The server's own edits of one open article, on behalf of people: each is one update through the lane that everybody's keys take. */
import { editUpdate, type ServerEdit } from '#document/server-edit.ts'
import type { Stored } from '../log/append-text.ts'
import { serverAsClient } from '../log/stream.ts'
import type { News } from './entrance.ts'
import { judgeUpdate } from './incoming-update.ts'
import type { LiveText } from './live-text.ts'
import type { Writers } from './writers.ts'

interface Around {
  readonly text: LiveText
  readonly writers: Writers
  /** Resolves once it is stored and in the text. */
  store(bytes: Uint8Array, by: string, news: News): Promise<Stored>
}

export class ServerEdits {
  readonly #around: Around
  readonly #clientId = Math.floor(Math.random() * 2 ** 32)
  #last: Promise<unknown> = Promise.resolve()

  constructor(around: Around) {
    this.#around = around
  }

  /** One after the other: two by one client id must not start from the same text. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /**
   * Edits the text; called in turn, and with offsets found in this very moment's text. Resolves once it is stored and applied. Throws when
   * it would change nothing.
   */
  async make(edit: ServerEdit, by: string): Promise<Stored> {
    const { text, writers, store } = this.#around
    const bytes = editUpdate(text.state, this.#clientId, edit)
    const { clocks, owners } = writers
    const judged = judgeUpdate(bytes, serverAsClient, { clocks, owners, store: text.store })
    if (judged.kind !== 'news') throw new Error('The edit changed nothing in the text.')
    return store(bytes, by, judged)
  }
}
