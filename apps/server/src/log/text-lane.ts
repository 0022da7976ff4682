/**
 * The text lane: Yjs updates of all open articles go to disk in one commit a round. Nothing is told to anyone before its round has
 * been committed. A stream that a decision holds just now is skipped and waits for the next round. Rules LG1, LG2, LG6.
 */
import type pg from 'pg'

export interface TextUpdate {
  readonly stream: string
  readonly bytes: Uint8Array
  readonly by: string
  /** Yjs client ids seen in this article for the first time, and whose they are from now on. */
  readonly newClientIds: readonly { client: number; owner: string }[]
}

export interface Stored {
  readonly seq: number
  readonly at: Date
}

interface Waiting extends TextUpdate {
  readonly resolve: (stored: Stored) => void
  readonly reject: (problem: unknown) => void
}

/** More streams than this in one commit would make everyone wait for the slowest disk page. */
const mostStreams = 200
/** A skipped stream is held by a decision, which takes a few milliseconds. */
const retryMs = 2

// Locks in id order (unordered locks of two servers deadlock), numbers the updates after each stream's head, moves the heads.
// The time is cut to what its column holds, so that it is told as it is stored.
const appendSql = `
with locked as (
  select id, seq from streams where id = any($1::uuid[]) order by id for update skip locked
), incoming as (
  select * from unnest($2::uuid[], $3::bytea[], $4::text[]) with ordinality as i(stream_id, bytes, by, ord)
), numbered as (
  select i.stream_id, i.bytes, i.by, i.ord,
         l.seq + row_number() over (partition by i.stream_id order by i.ord) as seq
  from incoming i join locked l on l.id = i.stream_id
), inserted as (
  insert into updates (stream_id, seq, bytes, by, at)
  select stream_id, seq, bytes, by, date_trunc('milliseconds', now()) from numbered
), bumped as (
  update streams s set seq = n.seq from (select stream_id, max(seq) as seq from numbered group by stream_id) n
  where s.id = n.stream_id
), owned as (
  insert into client_ids (stream_id, client_id, person)
  select c.stream_id, c.client_id, c.person
  from unnest($5::uuid[], $6::bigint[], $7::text[]) as c(stream_id, client_id, person)
  join locked l on l.id = c.stream_id
  on conflict do nothing
)
select ord::int, seq::float8 as seq, date_trunc('milliseconds', now()) as at from numbered`

export class TextLane {
  readonly #pool: pg.Pool
  #waiting: Waiting[] = []
  #running = false
  #commitMs: number[] = []

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Resolves once the update is on disk. Rejects when its round failed: then nobody has seen any of it. */
  append(update: TextUpdate): Promise<Stored> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...update, resolve, reject })
      void this.#run()
    })
  }

  /** Updates that are not on disk yet. */
  get depth(): number {
    return this.#waiting.length
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
    for (const update of this.#waiting) {
      if (!streams.has(update.stream) && streams.size === mostStreams) left.push(update)
      else {
        streams.add(update.stream)
        taken.push(update)
      }
    }
    this.#waiting = left
    return taken
  }

  /** Commits one round. Returns the updates whose stream was locked by someone else. */
  async #round(round: Waiting[]): Promise<Waiting[]> {
    const owned = round.flatMap(({ stream, newClientIds }) => newClientIds.map((id) => ({ ...id, stream })))
    const began = performance.now()
    try {
      const { rows } = await this.#pool.query<{ ord: number; seq: number; at: Date }>({
        name: 'append-text',
        text: appendSql,
        values: [
          [...new Set(round.map(({ stream }) => stream))],
          round.map(({ stream }) => stream),
          round.map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
          round.map(({ by }) => by),
          owned.map(({ stream }) => stream),
          owned.map(({ client }) => client),
          owned.map(({ owner }) => owner),
        ],
      })
      this.#note(performance.now() - began)
      const stored = new Map(rows.map(({ ord, seq, at }) => [ord, { seq, at }]))
      return round.filter((update, index) => {
        const place = stored.get(index + 1)
        if (place === undefined) return true
        update.resolve(place)
        return false
      })
    } catch (problem) {
      for (const update of round) update.reject(problem)
      return []
    }
  }

  #note(ms: number): void {
    this.#commitMs.push(ms)
    if (this.#commitMs.length > 1_000) this.#commitMs = this.#commitMs.slice(-500)
  }
}
