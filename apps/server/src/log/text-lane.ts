/**
 * The text lane: Yjs updates of all open articles go to disk in one commit a round. Nothing is told to anyone before its round has
 * been committed. A stream that a decision holds just now is skipped and waits for the next round. Rules LG1, LG2, LG6.
 */
import type pg from 'pg'
import { appendText, type Stored, type TextUpdate } from './append-text.ts'

/** SV3. The update speaks under a client id that the log knows as somebody else's; nothing of it was stored. */
export class ClientIdTaken extends Error {}

interface Waiting extends TextUpdate {
  readonly resolve: (stored: Stored) => void
  readonly reject: (problem: unknown) => void
}

/** More streams than this in one commit would make everyone wait for the slowest disk page. */
const mostStreams = 200
/** More bytes than this in one statement would keep the next round waiting. */
const mostRoundBytes = 8 * 1024 * 1024
const mostRound = 5_000
/** A disk that is slow must not fill the memory: beyond this, what comes is refused and its room says so. */
const mostWaitingBytes = 128 * 1024 * 1024
/** A skipped stream is held by a decision, which takes a few milliseconds. */
const retryMs = 2

export class TextLane {
  readonly #pool: pg.Pool
  #waiting: Waiting[] = []
  /** Of what waits and of the round under way. */
  #bytes = 0
  #stored = 0
  #running = false
  #commitMs: number[] = []

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Resolves once the update is on disk. Rejects when its round failed: then nobody has seen any of it. */
  append(update: TextUpdate): Promise<Stored> {
    if (this.#bytes > mostWaitingBytes) return Promise.reject(new Error('Too much is waiting for the disk.'))
    this.#bytes += update.bytes.length
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...update, resolve, reject })
      void this.#run()
    })
  }

  /** Updates that are not on disk yet. */
  get depth(): number {
    return this.#waiting.length
  }

  get waitingBytes(): number {
    return this.#bytes
  }

  /** Updates stored since the server began. */
  get stored(): number {
    return this.#stored
  }

  /** Milliseconds of the newest commits, at most 1,000. */
  get commitTimes(): readonly number[] {
    return this.#commitMs
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    // A round begins after this turn of the event loop, so that everything that arrived together is committed together.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) {
      const skipped = await this.#round(this.#take())
      if (skipped.length === 0) continue
      this.#waiting = [...skipped, ...this.#waiting]
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
    this.#running = false
  }

  #take(): Waiting[] {
    const streams = new Set<string>()
    const taken: Waiting[] = []
    const left: Waiting[] = []
    let bytes = 0
    for (const update of this.#waiting) {
      const isFull = bytes >= mostRoundBytes || taken.length >= mostRound
      if (isFull || (!streams.has(update.stream) && streams.size === mostStreams)) left.push(update)
      else {
        streams.add(update.stream)
        taken.push(update)
        bytes += update.bytes.length
      }
    }
    this.#waiting = left
    return taken
  }

  /** Commits one round. Returns the updates whose stream was locked by someone else. */
  async #round(round: Waiting[]): Promise<Waiting[]> {
    const began = performance.now()
    try {
      const appended = await appendText(this.#pool, round)
      this.#note(performance.now() - began)
      return round.filter((update, index) => {
        const place = appended[index]
        if (place === undefined) return true
        this.#bytes -= update.bytes.length
        if (place === 'client-id-taken') update.reject(new ClientIdTaken())
        else {
          this.#stored += 1
          update.resolve(place)
        }
        return false
      })
    } catch (problem) {
      for (const update of round) {
        this.#bytes -= update.bytes.length
        update.reject(problem)
      }
      return []
    }
  }

  #note(ms: number): void {
    this.#commitMs.push(ms)
    if (this.#commitMs.length > 1_000) this.#commitMs = this.#commitMs.slice(-500)
  }
}
