/**
 * What one socket sends, taken no faster than it may and than its room can take it. What is too much for now stays in the socket,
 * which is not read meanwhile; a socket that goes on all the same is asked to come back and compare, which is one message. Rules RM21, RM22.
 */
import type { WebSocket } from 'ws'
import { closeCode, frame, sync } from '#protocol/frames.ts'
import { type Connection, later } from './connection.ts'
import { Flow } from './flow.ts'
import type { Limits } from './limits.ts'

/** Comparing encodes the text; presence costs a quarter of a change, since each key moves a caret too. */
const costOf = (bytes: Uint8Array): number => (bytes[0] !== frame.sync ? 0.25 : bytes[1] === sync.step1 ? 25 : 1)

/** Frames on their way to disk that one socket may have; a disk that is slow must not fill the memory. */
const mostUnsettled = 1_000
/** So long a socket may be read more slowly than it sends. */
const patienceMs = 15_000
/** After so long at its pace it counts as calm. */
const calmMs = 2_000

export class Intake {
  readonly #socket: WebSocket
  readonly #connection: Connection
  readonly #limits: Limits
  readonly #flow: Flow
  readonly #deliver: (bytes: Uint8Array) => void
  #waiting: Uint8Array[] = []
  #bytes = 0
  #isPaused = false
  #timer: NodeJS.Timeout | null = null
  #slowSince: number | null = null
  #slowAt = 0

  constructor(socket: WebSocket, connection: Connection, limits: Limits, deliver: (bytes: Uint8Array) => void) {
    this.#socket = socket
    this.#connection = connection
    this.#limits = limits
    this.#deliver = deliver
    this.#flow = new Flow(limits.updatesPerSecond, limits.updateBurst, performance.now())
    connection.onProgress(() => {
      if (this.#isPaused && this.#timer === null) this.#takeOn()
    })
  }

  take(bytes: Uint8Array): void {
    this.#waiting.push(bytes)
    this.#bytes += bytes.length
    if (this.#isPaused) this.#refuseFlood()
    else this.#takeOn()
  }

  end(): void {
    clearTimeout(this.#timer ?? undefined)
    this.#waiting = []
  }

  #takeOn(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (!this.#connection.isOpen) return
      if (this.#connection.isBusy || this.#connection.unsettled >= mostUnsettled) return this.#pause()
      const now = performance.now()
      const wait = this.#flow.take(costOf(next), now)
      if (wait > 0) return this.#slowDown(wait, now)
      this.#waiting.shift()
      this.#bytes -= next.length
      this.#deliver(next)
    }
    this.#resume()
  }

  #slowDown(wait: number, now: number): void {
    if (this.#slowSince === null || now - this.#slowAt > calmMs) this.#slowSince = now
    this.#slowAt = now
    if (now - this.#slowSince > patienceMs) return this.#flooded()
    this.#pause()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#takeOn()
    }, wait)
  }

  /** What had been read already when the socket was paused still comes; more than another burst of it is no hurry but a flood. */
  #refuseFlood(): void {
    const isFlood = this.#waiting.length > this.#limits.updateBurst || this.#bytes > this.#limits.messageBytes * 2
    if (isFlood) this.#flooded()
  }

  #flooded(): void {
    this.#waiting = []
    this.#connection.refuse('flood')
    this.#connection.close(closeCode.comeBackLater, later(5, 'flood'))
  }

  #pause(): void {
    if (!this.#isPaused) this.#socket.pause()
    this.#isPaused = true
  }

  #resume(): void {
    if (this.#isPaused) this.#socket.resume()
    this.#isPaused = false
  }
}
