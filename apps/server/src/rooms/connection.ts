/**
 * One open socket of one person in one room: what it may do, what of it is on disk, and the presence it shows.
 * Frames are numbered as they arrive and acknowledged in that order. Rules RM1, RM5, RM6.
 */
import type { WebSocket } from 'ws'
import type { PersonView } from '#protocol/view.ts'
import { type CloseCode, refusedFrame, savedFrame } from '#protocol/frames.ts'

/** More than this waiting for one reader and it is cut off: it would cost everyone else their memory. */
const mostUnsentBytes = 4 * 1024 * 1024

/** Keys of one fast typist during the slowest of openings. */
const mostHeld = 500

export interface Party {
  readonly person: PersonView
  readonly mayWrite: boolean
}

export class Connection {
  readonly party: Party
  /**
   * Updates that came before this socket's step 2: a client sends each key from the moment the socket is open, but what it typed while
   * it was away only as the answer to our step 1. Null once the step 2 is here.
   */
  #held: { frame: number; bytes: Uint8Array }[] | null = []
  /** The Yjs client id whose presence this socket shows; null until it shows one. */
  presenceId: number | null = null
  readonly #socket: WebSocket
  #received = 0
  #settled = 0
  /** Frames that were settled before one that arrived earlier. */
  readonly #early = new Set<number>()

  constructor(socket: WebSocket, party: Party) {
    this.#socket = socket
    this.party = party
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Sends a frame, or cuts off a reader who does not keep up. */
  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    if (this.#socket.bufferedAmount > mostUnsentBytes) return this.close(1013, '10')
    this.#socket.send(frame)
  }

  /** Counts a step-2 or update frame; the number is given back to `settled` once it is on disk, or needs no disk. */
  received(): number {
    return (this.#received += 1)
  }

  settled(frame: number, seq: number): void {
    this.#early.add(frame)
    while (this.#early.delete(this.#settled + 1)) this.#settled += 1
    this.send(savedFrame({ frames: this.#settled, seq }))
  }

  /** Keeps an update until the step 2 comes. False when it is here already, or when too much is waiting. */
  hold(frame: number, bytes: Uint8Array): boolean {
    if (this.#held === null || this.#held.length >= mostHeld) return false
    this.#held.push({ frame, bytes })
    return true
  }

  /** The step 2 is here: what was held, in order, to be judged again. */
  compared(): readonly { frame: number; bytes: Uint8Array }[] {
    const held = this.#held ?? []
    this.#held = null
    return held
  }

  refuse(code: string): void {
    this.send(refusedFrame(code))
  }

  close(code: CloseCode, reason = ''): void {
    if (!this.isOpen) return
    this.#socket.close(code, reason)
    // A peer that never answers the closing handshake is not waited for.
    setTimeout(() => this.#socket.terminate(), 5_000).unref()
  }
}
