/**
 * One person's open article, without a browser: the page's Y.Doc, the shared schema, changes made as ProseMirror transactions and written
 * by the same code as the page's editor, and the frames of y-websocket. It keeps its text when it goes offline, and counts frames.
 */
import * as decoding from 'lib0/decoding'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { v7 } from 'uuid'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { articleSchema } from '#document/schema.ts'
import { fragmentName } from '#document/seed.ts'
import { TextIndex, wordsAt } from '#document/text-index.ts'
import { type DocumentText, textOf } from '#document/text.ts'
import type { ClaimKind } from '#domain/kind.ts'
import {
  awarenessFrame,
  frame,
  isCounted,
  readRefused,
  readSaved,
  type Saved,
  step1Frame,
  step2Frame,
  sync,
  updateFrame,
} from '#protocol/frames.ts'
import { TestSocket } from './socket.ts'
import { until } from './until.ts'

export interface EditorAddress {
  readonly url: string
  readonly headers: { cookie?: string; origin?: string }
}

/** A place in the text: an offset, or before or after words that stand in exactly one place. */
export type Spot = number | { before: string } | { after: string }

const fromServer = Symbol('from the server')
const byHand = Symbol('by this person')

export class TestEditor {
  readonly doc = articleDoc()
  readonly awareness = new Awareness(this.doc)
  readonly fragment = this.doc.getXmlFragment(fragmentName)
  /** Codes of frames that were refused. */
  readonly refusals: string[] = []
  /** Every acknowledgement of this connection. */
  readonly acknowledged: Saved[] = []
  /** Updates sent over this connection, in the order in which they are acknowledged. */
  readonly told: Uint8Array[] = []
  /** Updates the server has shown over all connections. */
  readonly heard: Uint8Array[] = []
  connection: TestSocket | null = null
  /** Counted frames sent over this connection. */
  sent = 0
  synced = false
  readonly #index = new TextIndex(this.fragment)
  readonly #undo = new Y.UndoManager(this.fragment, { trackedOrigins: new Set([byHand]) })
  #address: EditorAddress

  constructor(address: EditorAddress) {
    this.#address = address
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer && this.connection?.isOpen === true) this.send(updateFrame(update))
    })
  }

  // ── the wire ──

  /** Opens the socket and waits until it is settled either way. */
  async connect(address = this.#address): Promise<this> {
    this.#address = address
    this.sent = 0
    this.synced = false
    this.acknowledged.length = 0
    this.told.length = 0
    const connection = new TestSocket(address.url, address.headers)
    connection.socket.binaryType = 'nodebuffer'
    connection.socket.on('message', (data: Buffer) => this.#hear(connection, data))
    connection.socket.on('open', () => this.send(step1Frame(Y.encodeStateVector(this.doc))))
    this.connection = connection
    await connection.settled()
    return this
  }

  async online(address = this.#address): Promise<this> {
    await this.connect(address)
    await this.whenSynced()
    return this
  }

  /** As a lost connection: nothing is said, what is typed from now on waits here. */
  async offline(): Promise<void> {
    await this.connection?.drop()
    this.connection = null
  }

  send(bytes: Uint8Array): void {
    if (isCounted(bytes)) {
      this.sent += 1
      this.told.push(payloadOf(bytes))
    }
    this.connection?.socket.send(bytes)
  }

  async whenSynced(): Promise<void> {
    await until('the text is exchanged', () => {
      if (this.connection?.ended) throw new Error(`Closed while opening: ${JSON.stringify(this.connection.ended)}`)
      return this.synced
    })
  }

  /** Frames of this connection that are on disk. */
  get saved(): number {
    return this.acknowledged.at(-1)?.frames ?? 0
  }

  /** Everything that was typed here is on disk. */
  get isSaved(): boolean {
    return this.connection?.isOpen === true && this.synced && this.saved === this.sent
  }

  async whenSaved(): Promise<Saved> {
    return until('everything sent is acknowledged', () => (this.isSaved ? this.acknowledged.at(-1) : null))
  }

  /** Shows this person's caret. `again`: the same as before, as the page's provider says it when it comes back. */
  show(state: Record<string, unknown> | null, { again = false } = {}): void {
    if (!again) this.awareness.setLocalState(state)
    this.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, [this.doc.clientID])))
  }

  /** The presence of everybody else, by Yjs client id. */
  get others(): Map<number, Record<string, unknown>> {
    return new Map([...this.awareness.getStates()].filter(([client]) => client !== this.doc.clientID))
  }

  close(): void {
    this.connection?.socket.terminate()
    if (this.doc.isDestroyed) return
    this.#undo.destroy()
    this.#index.destroy()
    this.awareness.destroy()
    this.doc.destroy()
  }

  // ── the text ──

  get text(): string {
    return this.#index.text
  }

  /** Claim id → its marked words, pieces joined by "\n". */
  get claims(): Map<string, string> {
    const { text } = this
    return new Map([...this.#index.runs()].map(([id, runs]) => [id, wordsAt(text, runs)]))
  }

  type(at: Spot, words: string): void {
    this.change((tr, text) => tr.insertText(words, text.positionAt(this.#offset(at))))
  }

  replace(words: string, by: string): void {
    const from = this.#offset({ before: words })
    this.change((tr, text) => tr.insertText(by, text.positionAt(from), text.positionAt(from + words.length)))
  }

  erase(words: string): void {
    const from = this.#offset({ before: words })
    this.eraseRange(from, from + words.length)
  }

  eraseRange(from: number, to: number): void {
    this.change((tr, text) => tr.delete(text.positionAt(from), text.positionAt(to)))
  }

  /** Return in the middle of a paragraph. */
  split(at: Spot): void {
    this.change((tr, text) => tr.split(text.positionAt(this.#offset(at))))
  }

  /** Marks words as a claim; returns its id. */
  mark(words: string, kind: ClaimKind = 'other', id = v7()): string {
    const from = this.#offset({ before: words })
    return this.markRange(from, from + words.length, kind, id)
  }

  markRange(from: number, to: number, kind: ClaimKind = 'other', id = v7()): string {
    const mark = articleSchema.mark('claim', { id, kind })
    this.change((tr, text) => tr.addMark(text.positionAt(from), text.positionAt(to), mark))
    return id
  }

  /** Ends the stretch of changes that one undo takes back. */
  pause(): void {
    this.#undo.stopCapturing()
  }

  undo(): void {
    this.#undo.undo()
  }

  /** One transaction of this person, written to Yjs as the page's editor writes it. */
  change(make: (tr: Transaction, text: DocumentText) => unknown): void {
    const { doc, meta } = initProseMirrorDoc(this.fragment, articleSchema)
    const { tr } = EditorState.create({ doc })
    make(tr, textOf(doc))
    this.doc.transact(() => updateYFragment(this.doc, this.fragment, tr.doc, meta), byHand)
  }

  #offset(at: Spot): number {
    if (typeof at === 'number') return at
    const words = 'before' in at ? at.before : at.after
    const from = this.text.indexOf(words)
    if (from === -1) throw new Error(`"${words}" does not stand in the text.`)
    return 'before' in at ? from : from + words.length
  }

  #hear(connection: TestSocket, data: Buffer): void {
    if (connection !== this.connection) return
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const kind = decoding.readVarUint(decoder)
    if (kind === frame.sync) return this.#exchange(decoder)
    if (kind === frame.awareness)
      return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), fromServer)
    if (kind === frame.saved) return void this.acknowledged.push(readSaved(decoder))
    if (kind === frame.refused) return void this.refusals.push(readRefused(decoder))
    if (kind !== frame.heartbeat) throw new Error(`The server sent a frame of kind ${kind}.`)
  }

  #exchange(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === sync.step1) return this.send(step2Frame(Y.encodeStateAsUpdate(this.doc, payload)))
    this.heard.push(payload)
    Y.applyUpdate(this.doc, payload, fromServer)
    if (step === sync.step2) this.synced = true
  }
}

/** The update in a counted frame. */
function payloadOf(bytes: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(bytes)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
