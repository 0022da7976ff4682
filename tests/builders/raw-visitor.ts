/**
 * Somebody in a room, over a raw client: exchanges what has to be exchanged, sends updates it is given, counts what comes back. Speaks
 * y-websocket's frames; a server that wants the document's name before each frame (Hocuspocus) is given a prefix and a greeting.
 */
import * as decoding from 'lib0/decoding'
import { frame, isCounted, readSaved, step1Frame, step2Frame, sync, updateFrame } from '#protocol/frames.ts'
import { RawClient, type RawAddress, type RawEnd } from './raw-client.ts'

export interface RoomAddress extends RawAddress {
  readonly prefix?: Uint8Array
  /** Sent as soon as the socket is open, before anything else. */
  readonly greeting?: Uint8Array
}

/** An update with nothing in it, and the state vector of somebody who has nothing. */
const nothing = Uint8Array.of(0, 0)
const noState = Uint8Array.of(0)
/** The frame with which Hocuspocus says that an update was taken. */
const hocuspocusStatus = 8

export class RawVisitor {
  readonly client: RawClient
  /** What the room held when it was entered; null until it is here. */
  state: Uint8Array | null = null
  /** Whether to keep the state; a thousand visitors who do are a gigabyte. */
  keepsState = false
  synced = false
  /** Counted frames sent, and how many of them the server has said are saved. */
  sent = 0
  saved = 0
  onUpdate: (update: Uint8Array) => void = () => {}
  onSaved: (frames: number) => void = () => {}
  onPresence: (update: Uint8Array) => void = () => {}
  /** Called when the connection has ended, whoever ended it. */
  onEnd: (end: RawEnd) => void = () => {}
  readonly #prefix: Uint8Array
  readonly #entered: Promise<void>
  #arrived: () => void = () => {}
  #left: (why: string) => void = () => {}

  constructor({ prefix = new Uint8Array(), greeting, ...address }: RoomAddress, { keepsState = false } = {}) {
    this.#prefix = prefix
    this.keepsState = keepsState
    this.#entered = new Promise((resolve, reject) => {
      this.#arrived = resolve
      this.#left = (why) => reject(new Error(why))
    })
    this.#entered.catch(() => {}) // whoever waits for it is told
    this.client = new RawClient(address)
    this.client.onEnd = (end) => {
      this.#left(`Closed while opening: ${end.code} ${end.reason}`)
      this.onEnd(end)
    }
    this.client.onMessage = (bytes) => this.#hear(bytes)
    void this.client.opened.then((client) => {
      if (!client.isOpen) return
      if (greeting !== undefined) client.send(greeting)
      this.say(step1Frame(noState))
    })
  }

  /** Until the text of the room is here; a server that closes or says nothing is an error. */
  async inStep(withinMs = 60_000): Promise<this> {
    const late = setTimeout(() => this.#left(`Nothing came within ${withinMs} ms`), withinMs)
    try {
      await this.#entered
    } finally {
      clearTimeout(late)
    }
    return this
  }

  say(bytes: Uint8Array): void {
    if (isCounted(bytes)) this.sent += 1
    this.client.send(this.#prefix.length === 0 ? bytes : Buffer.concat([this.#prefix, bytes]))
  }

  update(bytes: Uint8Array): void {
    this.say(updateFrame(bytes))
  }

  get isSaved(): boolean {
    return this.client.isOpen && this.saved >= this.sent
  }

  #hear(bytes: Buffer): void {
    const at = this.#prefix.length
    const decoder = decoding.createDecoder(at === 0 ? bytes : bytes.subarray(at))
    switch (decoding.readVarUint(decoder)) {
      case frame.sync:
      case 4: // Hocuspocus: an answer that wants none
        return this.#exchange(decoder)
      case frame.awareness:
        return this.onPresence(decoding.readVarUint8Array(decoder))
      case frame.saved:
        return this.#noteSaved(readSaved(decoder).frames)
      case hocuspocusStatus:
        return this.#noteSaved(this.saved + 1)
    }
  }

  #noteSaved(frames: number): void {
    this.saved = frames
    this.onSaved(frames)
  }

  #exchange(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    if (step === sync.step1) return this.say(step2Frame(nothing))
    const payload = decoding.readVarUint8Array(decoder)
    if (step === sync.update) return this.onUpdate(payload)
    if (this.keepsState) this.state = payload.slice()
    this.synced = true
    this.#arrived()
  }
}
