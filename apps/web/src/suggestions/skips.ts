/** Suggestions skipped and brought back on this desk: shown at once, agreed or refused by the server; refused, it is as before. */
import type { QueryClient } from '@tanstack/react-query'
import type { RefusedReply } from '#web/api/reply.ts'
import { skipsApi } from '#web/api/skips.ts'
import { Watched } from '#web/live/sync-store.ts'
import { keys } from '#web/queries.ts'

/** The server takes no more at once. */
const mostAtOnce = 500

export class Skips {
  /** On their way: whether skipped or brought back. */
  readonly pending = new Watched<ReadonlyMap<string, boolean>>(new Map())
  readonly #newsroom: string
  readonly #article: string
  readonly #queries: QueryClient

  constructor(newsroom: string, article: string, queries: QueryClient) {
    this.#newsroom = newsroom
    this.#article = article
    this.#queries = queries
  }

  /** Answers with the refusal, if any. */
  async set(words: readonly string[], skipped: boolean): Promise<RefusedReply | null> {
    const send = skipped ? skipsApi.skip : skipsApi.unskip
    this.pending.set(new Map([...this.pending.get(), ...words.map((one) => [one, skipped] as const)]))
    let refused: RefusedReply | null = null
    for (let from = 0; from < words.length && refused === null; from += mostAtOnce) {
      const reply = await send(this.#newsroom, this.#article, words.slice(from, from + mostAtOnce))
      if (!reply.ok) refused = reply
    }
    const read = this.#queries.invalidateQueries({ queryKey: keys.article(this.#newsroom, this.#article) })
    // The new state is read before what was shown for it goes, or the old one would show for a blink.
    if (refused === null) await read
    // What was decided on the same words since is shown until its own answer is here.
    this.pending.set(new Map([...this.pending.get()].filter(([one, now]) => !(words.includes(one) && now === skipped))))
    return refused
  }
}
