/**
 * One open socket of one person in one room: what it may do, what of it is on disk, and the presence it shows.
 * Frames are numbered as they arrive and acknowledged in that order. Rules RM1, RM5, RM6, RM12, RM22.
 */
import type { WebSocket } from 'ws'
import type { PersonView } from '#protocol/view.ts'
import { type CloseCode, closeCode, type LaterWhy, refusedFrame, savedFrame } from '#protocol/frames.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { framed, Outbox } from './outbox.ts'

/** Keys of one fast typist during the slowest of openings. */
const mostHeld = 500
/** A peer that does not answer the closing handshake is waited for so long; one that does not read needs the time. */
const goodbyeMs = 5_000
const slowGoodbyeMs = 10_000

export interface Party {
  readonly person: PersonView
  readonly mayWrite: boolean
}

interface Held {
  readonly frame: number
  readonly bytes: Uint8Array
}

export class Connection {
  readonly party: Party
  readonly #limits: Limits
  /**
   * Updates that came before this socket's step 2: a client sends each key from the moment the socket is open, but what it typed while
   * it was away only as the answer to our step 1. Null once the step 2 is here.
   */
  #held: Held[] | null = []
  #heldBytes = 0
  /** The Yjs client id whose presence this socket shows; null until it shows one. */
  presenceId: number | null = null
  readonly #socket: WebSocket
  readonly #outbox: Outbox
  /** Of a whole text on its way to a newcomer, which may be larger than what is left waiting otherwise. */
  #allowance = 0
  #received = 0
  #settled = 0
  #settledAt = 0
  /** Frames that were settled before one that arrived earlier. */
  readonly #early = new Set<number>()
  /** What waits for an earlier frame of this socket to be judged; null while there is none. */
  #line: (() => Promise<void> | void)[] | null = null
  #onProgress: (() => void) | null = null

  constructor(socket: WebSocket, party: Party, limits: Limits = defaultLimits) {
    this.#socket = socket
    this.#outbox = new Outbox(socket)
    this.#limits = limits
    this.party = party
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Bytes that this reader has not taken yet. */
  get unsent(): number {
    return this.#outbox.unsent
  }

  /** Step-2 and update frames that are not on disk yet. */
  get unsettled(): number {
    return this.#received - this.#settled
  }

  send(payload: Uint8Array): void {
    this.sendFrame(framed(payload))
  }

  /** Sends a frame that was built for everybody, or cuts off a reader who does not keep up. */
  sendFrame(frame: Buffer): void {
    if (!this.isOpen) return
    if (!this.#hasRoomFor(frame.length)) {
      return this.close(closeCode.comeBackLater, later(10, 'behind'), slowGoodbyeMs)
    }
    this.#outbox.put(frame)
  }

  /** Sends what a newcomer lacks, however large it is, if nothing much is waiting for them. */
  sendText(frames: readonly Buffer[]): void {
    const bytes = frames.reduce((sum, { length }) => sum + length, 0)
    if (bytes > this.#limits.unsentBytes && this.unsent < this.#limits.unsentBytes) this.#allowance = bytes
    for (const frame of frames) this.sendFrame(frame)
  }

  /** Counts a step-2 or update frame; the number is given back to `settled` once it is on disk, or needs no disk. */
  received(): number {
    return (this.#received += 1)
  }

  /** All acknowledgements of one turn leave as one: the last says all that those before it said. */
  settled(frame: number, seq: number): void {
    this.#early.add(frame)
    while (this.#early.delete(this.#settled + 1)) this.#settled += 1
    this.#settledAt = Math.max(this.#settledAt, seq)
    if (!this.isOpen) return
    this.#outbox.putLast(() => framed(savedFrame({ frames: this.#settled, seq: this.#settledAt })))
    this.#onProgress?.()
  }

  /** Keeps an update until the step 2 comes. False when it is here already, or when too much is waiting. */
  hold(frame: number, bytes: Uint8Array): boolean {
    if (this.#held === null || this.#held.length >= mostHeld) return false
    if (this.#heldBytes + bytes.length > this.#limits.pendingBytes) return false
    this.#heldBytes += bytes.length
    this.#held.push({ frame, bytes })
    return true
  }

  /** The step 2 is here: what was held, in order, to be judged again. */
  compared(): readonly Held[] {
    const held = this.#held ?? []
    this.#held = null
    return held
  }

  /** Whether a frame of this socket takes longer to judge; the next ones wait for it. */
  get isBusy(): boolean {
    return this.#line !== null
  }

  /** Does a frame's work after that of all earlier ones; at once, when none of them is still at it. */
  inLine(work: () => Promise<void> | void): void {
    if (this.#line !== null) return void this.#line.push(work)
    const going = work()
    if (!(going instanceof Promise)) return
    this.#line = []
    void this.#workOn(going)
  }

  /** Told whenever a frame has been settled, or the last one in line is done. */
  onProgress(told: () => void): void {
    this.#onProgress = told
  }

  refuse(code: string): void {
    this.send(refusedFrame(code))
  }

  close(code: CloseCode, reason = '', waitMs = goodbyeMs): void {
    if (!this.isOpen) return
    this.#outbox.flush()
    this.#socket.close(code, reason)
    setTimeout(() => this.#socket.terminate(), waitMs).unref()
  }

  async #workOn(first: Promise<void>): Promise<void> {
    try {
      await first
      for (let next = this.#line?.shift(); next !== undefined; next = this.#line?.shift()) await next()
    } catch {
      // What could not be judged is neither taken nor acknowledged; the client compares when it comes back.
      this.close(closeCode.comeBackLater, '5')
    }
    this.#line = null
    this.#onProgress?.()
  }

  /** One message more than nothing is always let through: what may be sent may be told. */
  #hasRoomFor(bytes: number): boolean {
    const unsent = this.#outbox.unsent
    if (unsent === 0) this.#allowance = Math.min(this.#allowance, bytes)
    return unsent === 0 || unsent + bytes <= this.#limits.unsentBytes + this.#allowance
  }
}

/** The reason of a 1012 or 1013: in how many seconds to come back, and why, for the sentence that is shown. */
export const later = (seconds: number, why: LaterWhy): string => `${seconds} ${why}`
