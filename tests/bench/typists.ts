/**
 * People typing in rooms for a while, each key seen by everybody else in the room: how long it took and what it cost the server. Keys
 * are spread over time by chance with a seed, the same for every server.
 */
import { chance } from '../builders/chance.ts'
import { keysOf, keyUpdate } from '../builders/key-update.ts'
import type { RawVisitor } from '../builders/raw-visitor.ts'
import type { Peer, Room } from './peer.ts'

export interface Typing {
  readonly keysPerSecond: number
  readonly seconds: number
  readonly warmupSeconds?: number
}

export interface Typed {
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** Deliveries that arrived, and that had to. */
  readonly delivered: number
  readonly expected: number
  /** CPU of the server, in seconds, for all of it. */
  readonly cpu: number
  readonly seconds: number
}

/** Latencies in bins of a twentieth of a millisecond, up to ten seconds: a million of them cost nothing to keep. */
class Histogram {
  readonly #bins = new Uint32Array(200_000)
  #count = 0
  #max = 0

  add(ms: number, times = 1): void {
    const bin = Math.min(this.#bins.length - 1, Math.max(0, Math.floor(ms * 20)))
    this.#bins[bin] = (this.#bins[bin] ?? 0) + times
    this.#count += times
    this.#max = Math.max(this.#max, ms)
  }

  get max(): number {
    return this.#max
  }

  quantile(q: number): number {
    let left = this.#count * q
    for (let bin = 0; bin < this.#bins.length; bin += 1)
      if ((left -= this.#bins[bin] ?? 0) <= 0) return (bin + 0.5) / 20
    return Infinity
  }
}

interface Typist {
  readonly client: number
  readonly visitor: RawVisitor
  readonly room: Room
  readonly listeners: number
  readonly sentAt: number[]
  next: number
}

let clients = 1_000_000

/** Lets everybody type. `rooms` says who is where; visitors of one room are its listeners. */
export async function typeTogether(
  peer: Peer,
  rooms: readonly { room: Room; visitors: readonly RawVisitor[] }[],
  { keysPerSecond, seconds, warmupSeconds = 2 }: Typing,
): Promise<Typed> {
  const random = chance(7)
  const every = 1_000 / keysPerSecond
  const typists = new Map<number, Typist>()
  const latencies = new Histogram()
  let [delivered, measuring] = [0, false]
  let [expectedAll, arrivedAll] = [0, 0]
  const hear = (own: number) => (update: Uint8Array) => {
    const now = performance.now()
    keysOf(update, (client, clock, keys) => {
      const typist = typists.get(client)
      // Hocuspocus tells a typist their own keys again.
      if (typist === undefined || client === own) return
      for (let key = clock; key < clock + keys; key += 1) {
        arrivedAll += 1
        const sentAt = typist.sentAt[key]
        if (sentAt === undefined || sentAt < 0) continue
        delivered += 1
        latencies.add(now - sentAt)
      }
    })
  }
  for (const { room, visitors } of rooms) {
    for (const visitor of visitors) {
      const client = (clients += 1)
      const next = random.next() * every
      typists.set(client, { client, visitor, room, listeners: visitors.length - 1, sentAt: [], next })
      visitor.onUpdate = hear(client)
    }
  }

  const began = performance.now()
  const warmUntil = began + warmupSeconds * 1_000
  const end = warmUntil + seconds * 1_000
  let [expected, cpuFrom] = [0, 0]
  for (let now = began; now < end; now = performance.now()) {
    if (!measuring && now >= warmUntil) {
      measuring = true
      cpuFrom = peer.process.cpu
    }
    for (const typist of typists.values()) {
      if (began + typist.next > now) continue
      const { client, visitor, room, listeners, sentAt } = typist
      // Keys of the warm-up are delivered and not measured.
      sentAt.push(measuring ? performance.now() : -1)
      visitor.update(keyUpdate(client, sentAt.length - 1, room.place))
      expectedAll += listeners
      if (measuring) expected += listeners
      typist.next += every
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const giveUpAt = performance.now() + 10_000
  while (arrivedAll < expectedAll && performance.now() < giveUpAt)
    await new Promise((resolve) => setTimeout(resolve, 5))
  const cpu = peer.process.cpu - cpuFrom
  for (const { visitors } of rooms) for (const visitor of visitors) visitor.onUpdate = () => {}
  return {
    p50: latencies.quantile(0.5),
    p95: latencies.quantile(0.95),
    max: latencies.max,
    delivered,
    expected,
    cpu,
    seconds,
  }
}
