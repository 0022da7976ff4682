/**
 * A WebSocket client that costs next to nothing, for hundreds of people in one process: no objects per frame, no masking worth the name,
 * and it can stop reading. It knows frames, not Yjs; pings are answered, unless it is told to play dead.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface RawAddress {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface RawEnd {
  readonly code: number
  readonly reason: string
}

const opcode = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export class RawClient {
  /** Called with each message; the bytes are lent, not given. */
  onMessage: (bytes: Buffer) => void = () => {}
  onEnd: (end: RawEnd) => void = () => {}
  /** Set when it is over: the server's code, or 1006 when the connection just ended. */
  ended: RawEnd | null = null
  /** Status of the reply that was no upgrade. */
  refusedStatus: number | null = null
  answersPings = true
  readonly opened: Promise<this>
  readonly socket: Socket
  /** Pieces of a frame that is not complete yet, and how many bytes it still lacks. */
  readonly #pieces: Buffer[] = []
  #lacking = 0
  #isOpen = false
  #opened: (self: this) => void = () => {}

  constructor({ port, path, headers = {} }: RawAddress) {
    this.opened = new Promise((resolve) => (this.#opened = resolve))
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    this.socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    this.socket.on('data', (chunk: Buffer) => this.#take(chunk))
    this.socket.on('error', () => {})
    this.socket.on('close', () => this.#end({ code: 1006, reason: '' }))
  }

  get isOpen(): boolean {
    return this.#isOpen && this.ended === null
  }

  send(bytes: Uint8Array): void {
    this.frame(opcode.binary, bytes)
  }

  /** One frame of any kind, also of kinds that do not exist. */
  frame(kind: number, bytes: Uint8Array): void {
    if (this.ended === null) this.socket.write(frameOf(kind, bytes))
  }

  /** From now on the server's words stay in the wires, and then with the server. */
  stopReading(): void {
    this.socket.pause()
  }

  readOn(): void {
    this.socket.resume()
  }

  /** Without a word. */
  drop(): void {
    this.socket.destroy()
  }

  #take(chunk: Buffer): void {
    // A text of a megabyte comes in twenty pieces; they are put together once, not twenty times.
    this.#pieces.push(chunk)
    this.#lacking -= chunk.length
    if (this.#lacking > 0) return
    let bytes = this.#pieces.length === 1 ? chunk : Buffer.concat(this.#pieces)
    this.#pieces.length = 0
    this.#lacking = 0
    if (!this.#isOpen) {
      const after = this.#upgraded(bytes)
      if (after === null) return
      bytes = after
    }
    let at = 0
    for (;;) {
      const [start, length] = head(bytes, at)
      if (start === -1 || start + length > bytes.length) {
        this.#lacking = start === -1 ? 1 : start + length - bytes.length
        break
      }
      this.#deliver((bytes[at] ?? 0) & 15, bytes.subarray(start, start + length))
      at = start + length
    }
    if (at < bytes.length) this.#pieces.push(bytes.subarray(at))
    else this.#lacking = 0
  }

  /** What follows the server's reply to the upgrade, or null while it is incomplete or when it was no upgrade. */
  #upgraded(bytes: Buffer): Buffer | null {
    const end = bytes.indexOf('\r\n\r\n')
    if (end === -1) {
      this.#pieces.push(bytes)
      return null
    }
    const status = Number(bytes.toString('latin1', 9, 12))
    if (status !== 101) {
      this.refusedStatus = status
      this.socket.destroy()
      this.#opened(this)
      return null
    }
    this.#isOpen = true
    this.#opened(this)
    return bytes.subarray(end + 4)
  }

  #deliver(kind: number, bytes: Buffer): void {
    if (kind === opcode.binary || kind === opcode.text) return this.onMessage(bytes)
    if (kind === opcode.ping && this.answersPings) return this.frame(opcode.pong, bytes)
    if (kind !== opcode.close) return
    const end = { code: bytes.length < 2 ? 1005 : bytes.readUInt16BE(0), reason: bytes.toString('utf8', 2) }
    this.frame(opcode.close, bytes.subarray(0, 2))
    this.#end(end)
    this.socket.end()
  }

  #end(end: RawEnd): void {
    if (this.ended !== null) return
    this.ended = end
    this.#opened(this)
    this.onEnd(end)
  }
}

/** Where a server's frame has its payload, and how long it is; -1 while its head is incomplete. */
function head(bytes: Buffer, at: number): [start: number, length: number] {
  if (at + 2 > bytes.length) return [-1, 0]
  const short = (bytes[at + 1] ?? 0) & 127
  if (short < 126) return [at + 2, short]
  if (short === 126) return at + 4 > bytes.length ? [-1, 0] : [at + 4, bytes.readUInt16BE(at + 2)]
  return at + 10 > bytes.length ? [-1, 0] : [at + 10, Number(bytes.readBigUInt64BE(at + 2))]
}

/** A client's frame; masked, as has to be, with zeros, which change nothing. */
function frameOf(kind: number, bytes: Uint8Array): Buffer {
  const { length } = bytes
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + extra + length)
  frame[0] = 0x80 | kind
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
  if (extra === 2) frame.writeUInt16BE(length, 2)
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(bytes, 6 + extra)
  return frame
}
