/**
 * Puts what the log holds of one article into its order, whichever way it comes: our own append, a decision, another server's message, or
 * a look into the log. Each update is delivered once, and none before those that the log has before it: where one is missing, the log
 * is asked. Decisions take places in the same order; that nothing is missing there is what the log says. Rule SV2.
 */
import type { Snapshot, StoredUpdate, TextSince } from '../log/text-store.ts'

/** A stored update on its way to the people in the room. */
export interface Arrival<From> extends StoredUpdate {
  /** The socket it came in by, which need not be told; null for all others. */
  readonly from: From | null
  /** Yjs client ids seen for the first time, and whose they are. */
  readonly owners: readonly (readonly [client: number, person: string])[]
  /** Whether another server stored it, and looks after what follows from it. */
  readonly elsewhere: boolean
}

export interface Arriving<From> {
  deliver(update: Arrival<From>): void
  /** The log was shortened beyond what the room has seen: the text as it was then. */
  restore(snapshot: Snapshot): void
  /** What the log holds after `since`; null when the stream is gone. */
  read(since: number): Promise<TextSince | null>
  failed(problem: unknown): void
  /** How long an update that is missing may still come by itself. */
  readonly patienceMs: number
}

/** After a read that failed. */
const retryMs = 1_000

export class Arrivals<From> {
  readonly #room: Arriving<From>
  readonly #waiting = new Map<number, Arrival<From>>()
  #reached: number
  /** The highest seq that somebody spoke of. */
  #spokenOf = 0
  #timer: NodeJS.Timeout | null = null
  #reading: Promise<void> | null = null
  #nextReading: Promise<void> | null = null
  #ended = false

  constructor(reached: number, room: Arriving<From>) {
    this.#reached = reached
    this.#room = room
  }

  /** All that the log holds up to this seq has been delivered; decisions in between have no text. */
  get reached(): number {
    return this.#reached
  }

  take(update: Arrival<From>): void {
    if (update.seq <= this.#reached) return
    if (update.seq === this.#reached + 1) this.#deliver(update)
    else this.#waiting.set(update.seq, update)
    this.#drain()
    if (this.#waiting.size > 0) this.#lookSoon()
  }

  /** Somebody says that the log goes up to `seq`. */
  hearOf(seq: number): void {
    if (seq <= this.#reached) return
    this.#spokenOf = Math.max(this.#spokenOf, seq)
    this.#lookSoon()
  }

  /** Resolves once everything is delivered that the log held when this was called. */
  toHead(): Promise<void> {
    if (this.#reading === null) return this.#read()
    // The read under way may have begun too early to see it; one more serves all who ask meanwhile.
    this.#nextReading ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#nextReading = null
        return this.#reading ?? this.#read()
      })
    return this.#nextReading
  }

  /** Resolves once everything up to `seq` is delivered. */
  async reach(seq: number): Promise<void> {
    if (seq > this.#reached) await this.toHead()
  }

  /** What was read from the log, under a decision's lock or because something was missing. */
  catchUp({ head, snapshot, updates, owners }: TextSince, elsewhere: boolean): void {
    if (snapshot !== null && snapshot.seq > this.#reached) {
      this.#reached = snapshot.seq
      this.#room.restore(snapshot)
    }
    for (const [index, update] of updates.entries()) {
      if (update.seq <= this.#reached) continue
      const known = this.#waiting.get(update.seq)
      this.#deliver(known ?? { ...update, from: null, owners: index === 0 ? [...owners] : [], elsewhere })
    }
    this.#reached = Math.max(this.#reached, head)
    for (const seq of this.#waiting.keys()) if (seq <= this.#reached) this.#waiting.delete(seq)
    this.#drain()
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer ?? undefined)
    this.#waiting.clear()
  }

  #deliver(update: Arrival<From>): void {
    this.#reached = update.seq
    if (!this.#ended) this.#room.deliver(update)
  }

  #drain(): void {
    for (;;) {
      const next = this.#waiting.get(this.#reached + 1)
      if (next === undefined) return
      this.#waiting.delete(next.seq)
      this.#deliver(next)
    }
  }

  #lookSoon(pauseMs = this.#room.patienceMs): void {
    if (this.#timer !== null || this.#ended) return
    if (pauseMs === 0) return this.#look()
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#waiting.size > 0 || this.#spokenOf > this.#reached) this.#look()
    }, pauseMs)
  }

  #look(): void {
    this.toHead().catch((problem: unknown) => {
      this.#room.failed(problem)
      this.#lookSoon(retryMs)
    })
  }

  #read(): Promise<void> {
    const since = this.#reached
    this.#reading = this.#room
      .read(since)
      .then((read) => {
        if (read !== null && !this.#ended) this.catchUp(read, true)
      })
      .finally(() => {
        this.#reading = null
      })
    return this.#reading
  }
}
