/**
 * One open article: its connections, presence and Y.Doc. An update is judged, appended to the log, applied, told to the others and
 * acknowledged, in this order: nobody sees a word that the log does not hold. Rules RM1–RM5.
 * The Y.Doc is always exactly the log up to `seq`. A room that could not store something closes; the next one reads the log anew.
 */
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { documentJson } from '#document/document-json.ts'
import type { DocumentJson } from '#document/draft.ts'
import { fragmentName } from '#document/seed.ts'
import { editUpdate, type ServerEdit } from '#document/server-edit.ts'
import { TextIndex } from '#document/text-index.ts'
import { closeCode, heartbeatFrame, step1Frame, step2Frame, updateFrame } from '#protocol/frames.ts'
import type { Stored, TextLane } from '../log/text-lane.ts'
import { type Snapshot, type StoredText, type StoredUpdate, takeSnapshot } from '../log/text-store.ts'
import type { TextNow } from '../projection/placing.ts'
import type { Connection } from './connection.ts'
import { judgeUpdate } from './incoming-update.ts'
import { Presence } from './presence.ts'

/** Who wrote the server's own edits, as far as Yjs client ids go. */
const serverAsClient = 'tickmark-server'

export interface RoomEvents {
  /** The text changed; `marked` when it brought claim ids not seen before. */
  changed(room: Room, by: string, marked: boolean): void
  /** Something could not be stored or applied; the room has closed. */
  failed(problem: unknown): void
  /** A stored update does not apply; the room has closed. */
  unreadable(seq: number, problem: unknown): void
}

export class Room {
  readonly id: string
  readonly newsroomId: string
  readonly epoch: number
  readonly #presence = new Presence((clientId) => this.#owners.get(clientId))
  readonly #connections = new Set<Connection>()
  readonly #doc = articleDoc()
  readonly #index: TextIndex
  readonly #lane: TextLane
  readonly #events: RoomEvents
  readonly #clocks = new Map<number, number>()
  readonly #owners: Map<number, string>
  /** Who brought each claim id into the text; null where that is not known any more. */
  readonly #markers = new Map<string, string | null>()
  readonly #serverClientId = Math.floor(Math.random() * 2 ** 32)
  #serverEdit: Promise<unknown> = Promise.resolve()
  #seq = 0
  #changedAt = new Date(0)
  #sinceSnapshot = 0
  #broken = false

  constructor(id: string, newsroomId: string, stored: StoredText, lane: TextLane, events: RoomEvents) {
    this.id = id
    this.newsroomId = newsroomId
    this.epoch = stored.epoch
    this.#owners = new Map(stored.clients)
    this.#lane = lane
    this.#events = events
    if (stored.snapshot !== null) {
      Y.applyUpdate(this.#doc, stored.snapshot.state)
      this.#seq = stored.snapshot.seq
      this.#changedAt = stored.snapshot.at
    }
    this.#index = new TextIndex(this.#doc.getXmlFragment(fragmentName))
    for (const claim of this.#index.runs().keys()) this.#markers.set(claim, null)
    for (const update of stored.updates) if (!this.#broken) this.#apply(update)
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) this.#clocks.set(client, clock)
  }

  /** Whether it has closed because something could not be stored or applied. */
  get isBroken(): boolean {
    return this.#broken
  }

  /** The log's seq that the text has reached. Events in between do not count. */
  get seq(): number {
    return this.#seq
  }

  /** Updates since the last snapshot. */
  get sinceSnapshot(): number {
    return this.#sinceSnapshot
  }

  /** Who brought the claim id in; null when that is not known. */
  markerOf(claim: string): string | null {
    return this.#markers.get(claim) ?? null
  }

  get now(): TextNow {
    const { text, title } = this.#index
    return { seq: this.#seq, at: this.#changedAt, text, title, runs: this.#index.runs() }
  }

  /** The whole document at `seq`, marks included. */
  get document(): DocumentJson {
    return documentJson(this.#doc.getXmlFragment(fragmentName))
  }

  // ── people ──

  join(connection: Connection): void {
    this.#connections.add(connection)
    connection.send(step1Frame(Y.encodeStateVector(this.#doc)))
    this.showEveryone(connection)
  }

  showEveryone(connection: Connection): void {
    const presence = this.#presence.everyone()
    if (presence !== null) connection.send(presence)
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    this.#tell(this.#presence.leave(connection))
  }

  /** A reader asks for what they lack. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    connection.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector)))
  }

  showPresence(connection: Connection, update: Uint8Array): void {
    this.#tell(this.#presence.take(connection, update), connection)
  }

  beat(): void {
    this.#tell(heartbeatFrame)
  }

  // ── text ──

  /** An update from a person. */
  receive(connection: Connection, bytes: Uint8Array): void {
    this.#judge(connection, connection.received(), bytes)
  }

  /** A person's answer to our step 1: what we lack of theirs. */
  compare(connection: Connection, bytes: Uint8Array): void {
    const frame = connection.received()
    const held = connection.compared()
    this.#judge(connection, frame, bytes)
    for (const update of held) this.#judge(connection, update.frame, update.bytes)
  }

  /** Runs the server's own edits one after the other: two by one client id must not start from the same text. */
  inTurn<T>(edit: () => Promise<T>): Promise<T> {
    const turn = this.#serverEdit.then(edit)
    this.#serverEdit = turn.catch(() => undefined)
    return turn
  }

  /**
   * Edits the text on behalf of a person, as one update through the same lane; called in turn, and with offsets found in this very
   * moment's text. Resolves once it is stored and applied.
   */
  async edit(edit: ServerEdit, by: string): Promise<Stored> {
    const bytes = editUpdate(Y.encodeStateAsUpdate(this.#doc), this.#serverClientId, edit)
    const judged = judgeUpdate(bytes, serverAsClient, this.#known)
    if (judged.kind !== 'news') throw new Error('The edit changed nothing in the text.')
    return this.#store(bytes, by, judged, null)
  }

  /** Applies what the log holds beyond this room's seq, up to the seq under a decision's lock. */
  catchUp(updates: readonly StoredUpdate[]): void {
    for (const update of updates) if (update.seq > this.#seq) this.#apply(update)
  }

  /** The text as the log has it, for shortening the log. */
  snapshot(): Snapshot {
    this.#sinceSnapshot = 0
    return takeSnapshot(this.#doc, this.#seq, this.#changedAt)
  }

  /** Ends the room: everyone is asked to come back. */
  close(code: 1012 | 1013 | 4404, reason: string): void {
    this.#broken = true
    for (const connection of this.#connections) connection.close(code, reason)
  }

  destroy(): void {
    this.#index.destroy()
    this.#doc.destroy()
  }

  get #known() {
    return { clocks: this.#clocks, owners: this.#owners, store: this.#doc.store }
  }

  #judge(connection: Connection, frame: number, bytes: Uint8Array): void {
    const judged = judgeUpdate(bytes, connection.party.person.id, this.#known)
    if (judged.kind === 'refused') {
      if (judged.code === 'gap' && connection.hold(frame, bytes)) return
      connection.refuse(judged.code)
      // A client that is ahead of us by a gap brings what is missing when it comes back and compares.
      connection.close(judged.code === 'gap' ? closeCode.comeBackLater : closeCode.unacceptable, '1')
      return
    }
    if (judged.kind === 'nothing-new') return connection.settled(frame, this.#seq)
    if (!connection.party.mayWrite) {
      connection.refuse('may-not-edit')
      connection.close(closeCode.mayNotWrite)
      return
    }
    void this.#store(bytes, connection.party.person.id, judged, connection).then(
      ({ seq }) => connection.settled(frame, seq),
      () => undefined, // the room has closed and says so to everyone
    )
  }

  async #store(
    bytes: Uint8Array,
    by: string,
    news: { ends: ReadonlyMap<number, number>; newClientIds: readonly number[] },
    from: Connection | null,
  ): Promise<Stored> {
    if (this.#broken) throw new Error('This room has closed.')
    const owner = from === null ? serverAsClient : by
    for (const [client, end] of news.ends) this.#clocks.set(client, end)
    for (const client of news.newClientIds) this.#owners.set(client, owner)
    try {
      const newClientIds = news.newClientIds.map((client) => ({ client, owner }))
      const stored = await this.#lane.append({ stream: this.id, bytes, by, newClientIds })
      if (stored.seq > this.#seq) this.#apply({ ...stored, bytes, by })
      if (this.#broken) throw new Error('The update does not apply.')
      this.#tell(updateFrame(bytes), from)
      return stored
    } catch (problem) {
      if (!this.#broken) {
        this.close(closeCode.comeBackLater, '3')
        this.#events.failed(problem)
      }
      throw problem
    }
  }

  #apply({ seq, bytes, by, at }: StoredUpdate): void {
    try {
      Y.applyUpdate(this.#doc, bytes)
    } catch (problem) {
      // What Yjs made of half an update is not the log any more: the room ends, the next one reads the log without it.
      this.close(closeCode.comeBackLater, '1')
      this.#events.unreadable(seq, problem)
      return
    }
    this.#seq = seq
    this.#changedAt = at
    this.#sinceSnapshot += 1
    this.#events.changed(this, by, this.#bringsMarks(bytes, by))
  }

  /** Notes who brought which claim ids. Only updates that speak of claims at all are looked at closely. */
  #bringsMarks(bytes: Uint8Array, by: string): boolean {
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('claim')) return false
    const fresh = [...this.#index.runs().keys()].filter((id) => !this.#markers.has(id))
    for (const id of fresh) this.#markers.set(id, by)
    return fresh.length > 0
  }

  #tell(frame: Uint8Array | null, except?: Connection | null): void {
    if (frame === null) return
    for (const connection of this.#connections) if (connection !== except) connection.send(frame)
  }
}
