/**
 * The way of one person's frame into the log: read from its bytes, judged, tried aside where it could take long, and handed on to be
 * stored. Whatever is refused is told by a code of its own and changes nothing. Rules RM2–RM4, RM20, RM24, SV3.
 */
import { closeCode } from '#protocol/frames.ts'
import type { Stored } from '../log/append-text.ts'
import { ClientIdTaken } from '../log/text-lane.ts'
import type { Connection } from './connection.ts'
import { type Judged, judgeUpdate } from './incoming-update.ts'
import type { Limits } from './limits.ts'
import type { LiveText } from './live-text.ts'
import { Repeats } from './repeats.ts'
import type { TextApart } from './text-apart.ts'
import { deletesMuch, isHeavy, isTyping, weighUpdate } from './update-weight.ts'
import type { Writers } from './writers.ts'

export type News = Extract<Judged, { kind: 'news' }>
type Refusal = Extract<Judged, { kind: 'refused' }>['code'] | 'too-heavy' | 'document-full'

export interface EntranceTo {
  readonly text: LiveText
  readonly writers: Writers
  readonly limits: Limits
  readonly apart: TextApart
  /** False from the moment the room has closed. */
  isOpen(): boolean
  /** Whether other servers write to the same log. */
  isShared(): boolean
  /** Reads everything the log holds. */
  toHead(): Promise<void>
  store(bytes: Uint8Array, news: News, from: Connection): Promise<Stored>
  /** Whether all that was on its way to disk when this was asked has arrived there; null when nothing was. */
  arrival(): Promise<boolean> | null
}

export class Entrance {
  readonly #to: EntranceTo
  readonly #repeats = new Repeats()

  constructor(to: EntranceTo) {
    this.#to = to
  }

  /** An update from a person. */
  take(connection: Connection, bytes: Uint8Array): void {
    const frame = connection.received()
    connection.inLine(() => this.#judge(connection, frame, bytes))
  }

  /** Updates that came before that person's answer to our step 1. */
  takeHeld(connection: Connection): void {
    for (const held of connection.compared()) connection.inLine(() => this.#judge(connection, held.frame, held.bytes))
  }

  /** Returns a promise when what follows from the same socket has to wait for it. */
  #judge(connection: Connection, frame: number, bytes: Uint8Array): Promise<void> | void {
    const { text } = this.#to
    if (!connection.isOpen || !this.#to.isOpen()) return
    if (this.#repeats.has(bytes)) return connection.settled(frame, text.seq)
    const weight = weighUpdate(bytes)
    if (weight === null || weight.subdocuments > 0) return refuse(connection, 'not-an-update')
    // Nesting is read from what stands, so that has to be all there is.
    if (!isTyping(weight)) text.applyAll()
    const isLong = isHeavy(weight) || (deletesMuch(weight) && this.#isNews(connection, bytes))
    return isLong ? this.#tryApart(connection, frame, bytes) : this.#judgeLight(connection, frame, bytes)
  }

  #isNews({ party }: Connection, bytes: Uint8Array): boolean {
    return judgeUpdate(bytes, party.person.id, this.#known).kind === 'news'
  }

  /** RM24. What could take long is tried on a copy first, in a thread of its own. */
  async #tryApart(connection: Connection, frame: number, bytes: Uint8Array): Promise<void> {
    const { text, apart } = this.#to
    if (!(await apart.bears(() => text.state, bytes))) return refuse(connection, 'too-heavy')
    if (!connection.isOpen || !this.#to.isOpen()) return
    text.applyAll()
    return this.#judgeLight(connection, frame, bytes)
  }

  /** `atHead`: the room has just read everything the log holds, so what it does not know nobody does. */
  #judgeLight(
    connection: Connection,
    frame: number,
    bytes: Uint8Array,
    atHead = !this.#to.isShared(),
  ): Promise<void> | void {
    const { text, limits } = this.#to
    const { party } = connection
    const judged = judgeUpdate(bytes, party.person.id, this.#known)
    if (judged.kind === 'refused') {
      if (judged.code === 'gap' && connection.hold(frame, bytes)) return
      if (judged.code !== 'not-an-update' && !atHead) return this.#judgeAtHead(connection, frame, bytes)
      return refuse(connection, judged.code)
    }
    if (judged.kind === 'nothing-new') return this.#settle(connection, frame, bytes)
    if (!party.mayWrite) {
      connection.refuse('may-not-edit')
      return connection.close(closeCode.mayNotWrite)
    }
    if (judged.ends.size > 0 && text.wouldExceed(limits.documentBytes, bytes.length)) {
      return refuse(connection, 'document-full')
    }
    void this.#to.store(bytes, judged, connection).then(
      ({ seq }) => connection.settled(frame, seq),
      (problem: unknown) => {
        // Otherwise the room has closed and says so to everyone.
        if (!(problem instanceof ClientIdTaken)) return
        // The log was read to its head already: what is still not known here is another person's all the same.
        if (atHead) refuse(connection, 'client-id-of-another')
        else connection.inLine(() => this.#judgeAtHead(connection, frame, bytes))
      },
    )
  }

  /** WS1. Words that came in by a socket that is gone may still be on their way to disk: they are not saved before they are there. */
  #settle(connection: Connection, frame: number, bytes: Uint8Array): void {
    const settled = () => {
      this.#repeats.add(bytes)
      connection.settled(frame, this.#to.text.seq)
    }
    const arrival = this.#to.arrival()
    if (arrival === null) return settled()
    // What did not arrive is news after all; or the room has closed.
    const judgeAgain = () => connection.inLine(() => this.#judge(connection, frame, bytes))
    void arrival.then((hasArrived) => (hasArrived ? settled() : judgeAgain()))
  }

  /** SV3. A client may know of text that reaches this server later than that client: judged again with all that the log holds. */
  async #judgeAtHead(connection: Connection, frame: number, bytes: Uint8Array): Promise<void> {
    try {
      await this.#to.toHead()
    } catch {
      return connection.close(closeCode.comeBackLater, '2')
    }
    if (connection.isOpen && this.#to.isOpen()) await this.#judgeLight(connection, frame, bytes, true)
  }

  get #known() {
    const { text, writers } = this.#to
    return { clocks: writers.clocks, owners: writers.owners, store: text.store }
  }
}

const tooMuch = new Set<Refusal>(['too-heavy', 'too-deep', 'document-full'])

function refuse(connection: Connection, code: Refusal): void {
  connection.refuse(code)
  // A client that is ahead of us by a gap brings what is missing when it comes back and compares.
  if (code === 'gap') return connection.close(closeCode.comeBackLater, '1')
  connection.close(tooMuch.has(code) ? closeCode.tooLarge : closeCode.unacceptable, code)
}
