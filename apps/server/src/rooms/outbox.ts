/**
 * What goes out on one socket: frames are built once for everybody, and all that one turn of the event loop has for a reader leaves in
 * one write. A reader who does not keep up is noticed here. Rule RM1.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** Small enough that copying is cheaper than another write. */
const mostCopied = 64 * 1024
const binary = 0x82

/** A binary WebSocket message as it goes over the wire; the same bytes for every reader, since a server does not mask. */
export function framed(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = binary
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  frame.set(payload, head)
  return frame
}

/** Those who have something to send at the end of this turn. */
let waiting: Outbox[] = []

function sendAll(): void {
  const all = waiting
  waiting = []
  for (const outbox of all) outbox.flush()
}

/** ws writes its own frames (ping, pong, close) whole and in order to the same stream, so ours may stand between them. */
const streamOf = (socket: WebSocket) => (socket as unknown as { readonly _socket?: Duplex | null })._socket

export class Outbox {
  readonly #socket: WebSocket
  #frames: Buffer[] = []
  #bytes = 0
  #last: (() => Buffer) | null = null

  constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** Bytes that have not left yet. */
  get unsent(): number {
    return this.#bytes + (streamOf(this.#socket)?.writableLength ?? 0)
  }

  put(frame: Buffer): void {
    this.#wait()
    this.#frames.push(frame)
    this.#bytes += frame.length
  }

  /** Puts what `last` makes at the end of what leaves with this turn; asked again in the same turn, it is made once. */
  putLast(last: () => Buffer): void {
    this.#wait()
    this.#last = last
  }

  flush(): void {
    const last = this.#last
    this.#last = null
    const frames = this.#frames
    let bytes = this.#bytes
    if (last !== null) {
      const frame = last()
      frames.push(frame)
      bytes += frame.length
    }
    this.#frames = []
    this.#bytes = 0
    const stream = streamOf(this.#socket)
    const [first] = frames
    const isOpen = this.#socket.readyState === this.#socket.OPEN
    if (first === undefined || !isOpen || stream?.writable !== true) return
    if (frames.length === 1) return void stream.write(first)
    if (bytes <= mostCopied) return void stream.write(Buffer.concat(frames, bytes))
    stream.cork()
    for (const frame of frames) stream.write(frame)
    stream.uncork()
  }

  #wait(): void {
    if (this.#frames.length > 0 || this.#last !== null) return
    if (waiting.push(this) === 1) setImmediate(sendAll)
  }
}
