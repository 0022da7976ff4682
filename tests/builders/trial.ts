/** What the trial cases share: a spawned server that can be looked into, cheap visitors of an article, and an ear for how long a key takes. */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import pg from 'pg'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { firstText, keysOf, keyUpdate, type Place } from './key-update.ts'
import type { Person } from './person.ts'
import { memoryMb } from './process-figures.ts'
import { RawVisitor, type RoomAddress } from './raw-visitor.ts'
import type { ServerProcess } from './server-process.ts'
import type { Address } from './server.ts'

/** Lets a server collect its garbage when it is asked, so that its memory can be compared. */
export const gcOnSignal = { NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'gc-on-signal.mjs')}` }

export function pidOf(server: ServerProcess): number {
  const { pid } = server.child
  if (pid === undefined) throw new Error('This server has no process.')
  return pid
}

/** Resident memory in MB after collecting garbage; the server was started with `gcOnSignal`. */
export async function memoryAfterGc(server: ServerProcess): Promise<number> {
  process.kill(pidOf(server), 'SIGUSR2')
  await pause(1_500)
  return memoryMb(pidOf(server))
}

/** One figure of /metrics; null while the server does not answer. */
export async function metric(address: Address, name: string): Promise<number | null> {
  const reply = await fetch(`${address.url}/metrics`).catch(() => null)
  const value = reply === null ? undefined : new RegExp(`^${name} (\\S+)$`, 'm').exec(await reply.text())?.[1]
  return value === undefined ? null : Number(value)
}

/** Looks at the server every so often until told to stop: the most of the loop's lag, in ms, and of memory, in MB. */
export function watchOver(server: ServerProcess): { stop(): Promise<{ lagMs: number; memoryMb: number }> } {
  let [lagMs, most, isOver] = [0, 0, false]
  const watching = (async () => {
    await metric(server, 'tickmark_event_loop_lag_seconds') // what was before is forgotten with each question
    while (!isOver) {
      await pause(250)
      lagMs = Math.max(lagMs, ((await metric(server, 'tickmark_event_loop_lag_seconds')) ?? 0) * 1_000)
      most = Math.max(most, memoryMb(pidOf(server)))
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await watching
      return { lagMs, memoryMb: most }
    },
  }
}

/** Where the article's socket is, for a raw visitor. */
export async function doorOf(person: Person, article: string): Promise<RoomAddress> {
  const url = new URL(await person.socketUrl(article))
  return { port: Number(url.port), path: `${url.pathname}${url.search}`, headers: { ...person.headers } }
}

export async function visit(door: RoomAddress): Promise<RawVisitor> {
  return new RawVisitor(door).inStep()
}

/** The text as the server gives it to somebody new, as Yjs bytes. */
export async function stateBehind(door: RoomAddress): Promise<Uint8Array> {
  const visitor = await new RawVisitor(door, { keepsState: true }).inStep()
  visitor.client.drop()
  if (visitor.state === null) throw new Error('The server sent no text.')
  return visitor.state
}

let typists = 5_000_000

/** Somebody who types one key after the other into the article's first text. */
export class RawTypist {
  readonly client = (typists += 1)
  readonly visitor: RawVisitor
  readonly #place: Place
  keys = 0

  constructor(visitor: RawVisitor, place: Place) {
    this.visitor = visitor
    this.#place = place
  }

  static async at(door: RoomAddress): Promise<RawTypist> {
    const visitor = await new RawVisitor(door, { keepsState: true }).inStep()
    return new RawTypist(visitor, firstText(visitor.state ?? new Uint8Array()))
  }

  type(): void {
    this.visitor.update(keyUpdate(this.client, this.keys, this.#place))
    this.keys += 1
  }

  /** Keys that the server has said are saved: of this socket's frames the first is the empty answer to its question. */
  get savedKeys(): number {
    return Math.max(0, this.keys - Math.max(0, this.visitor.sent - this.visitor.saved))
  }
}

/** One person types ten keys a second, another listens; `stop` tells how long the slowest key took. */
export async function anEcho(
  door: RoomAddress,
  other: RoomAddress,
): Promise<{ stop(): Promise<{ slowestMs: number }> }> {
  const [typist, listener] = [await RawTypist.at(door), await visit(other)]
  const sentAt: number[] = []
  const heard: number[] = []
  listener.onUpdate = (update) =>
    keysOf(update, (client, clock, keys) => {
      if (client !== typist.client) return
      for (let key = clock; key < clock + keys; key += 1) heard[key] = performance.now() - (sentAt[key] ?? Infinity)
    })
  const timer = setInterval(() => {
    sentAt.push(performance.now())
    typist.type()
  }, 100)
  return {
    stop: async () => {
      clearInterval(timer)
      for (let waited = 0; waited < 100 && heard.length < sentAt.length; waited += 1) await pause(50)
      for (const { client } of [typist.visitor, listener]) client.drop()
      return { slowestMs: Math.max(...sentAt.map((_, key) => heard[key] ?? Infinity)) }
    },
  }
}

/** Asks the database of a server that has its own. */
export async function askDatabase<Row extends object>(
  dataDir: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  // Opening what is open already is only taking note of it; whoever started it ends it.
  const { connection } = await openEmbeddedPostgres({ dataDir, log: () => {} })
  const client = new pg.Client({ ...connection, database: 'tickmark' })
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Yjs client ids of those whose presence this visitor is shown, kept up as they come and go. */
export function presenceOf(visitor: RawVisitor): ReadonlySet<number> {
  const present = new Set<number>()
  visitor.onPresence = (update) => {
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      if (decoding.readVarString(decoder) === 'null') present.delete(client)
      else present.add(client)
    }
  }
  return present
}
