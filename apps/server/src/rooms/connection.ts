/**
 * One open socket of one person in one room: what it may do, what of it is on disk, and the presence it shows.
 * Frames are numbered as they arrive and acknowledged in that order. Rules RM1, RM5, RM6.
 */
import type { WebSocket } from 'ws'
import type { PersonView } from '#protocol/view.ts'
import { type CloseCode, refusedFrame, savedFrame } from '#protocol/frames.ts'

/** More than this waiting for one reader and it is cut off: it would cost everyone else their memory. */
const mostUnsentBytes = 4 * 1024 * 1024

export interface Party {
  readonly person: PersonView
  readonly mayWrite: boolean
}

export class Connection {
  readonly party: Party
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
