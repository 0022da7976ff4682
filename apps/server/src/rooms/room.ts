/**
 * One open article: its connections, presence and text. An update comes in by the entrance, is appended to the log, told to the others and
 * acknowledged, in this order: nobody sees a word that the log does not hold. The text takes it in right after; what is more than typing is applied
 * before anyone is told. Rules RM1, RM5, RM8.
 * A room that could not store something closes; the next one reads the log anew.
 */
import * as Y from 'yjs'
import type { DocumentJson } from '#document/draft.ts'
import { closeCode, heartbeatFrame, updateFrame } from '#protocol/frames.ts'
import type { Stored } from '../log/append-text.ts'
import { serverAsClient } from '../log/stream.ts'
import { ClientIdTaken, type TextLane } from '../log/text-lane.ts'
import type { Snapshot, StoredText, TextSince } from '../log/text-store.ts'
import type { TextNow } from '../projection/placing.ts'
import { type Arrival, Arrivals } from './arrivals.ts'
import type { Connection } from './connection.ts'
import type { Elsewhere, Servers, StoredText as HeardText } from './elsewhere.ts'
import { Entrance, type News } from './entrance.ts'
import type { Limits } from './limits.ts'
import { LiveText } from './live-text.ts'
import { framed } from './outbox.ts'
import { Presence, type Shown } from './presence.ts'
import { ServerEdits } from './server-edits.ts'
import { Storing } from './storing.ts'
import type { TextApart } from './text-apart.ts'
import { isTyping, weighUpdate } from './update-weight.ts'
import { Writers } from './writers.ts'

/** What another server has stored is here within milliseconds; the log is asked when it is not. */
const patienceMs = 15

export interface RoomEvents {
  /** The text changed; `marked` when it brought claim ids not seen before. */
  changed(room: Room, by: string, marked: boolean): void
  /** The same, of text that another server stored and follows. */
  changedElsewhere(room: Room, by: string | null): void
  /** What the log holds of the text after `since`. */
  read(since: number): Promise<TextSince | null>
  /** Something could not be stored or applied; the room has closed. */
  failed(problem: unknown): void
  /** What others have stored could not be read just now; it is tried again. */
  behind(problem: unknown): void
  /** A stored update does not apply; the room has closed. */
  unreadable(seq: number, problem: unknown): void
}

/** What a room works with. */
export interface RoomTools {
  readonly lane: TextLane
  readonly limits: Limits
  readonly apart: TextApart
  /** Null when this is the only server. */
  readonly servers: Servers | null
}

/** What a decision stored; `owners` of the Yjs client ids that it used. */
export type Adopted = Omit<HeardText, 'owners'> & Partial<Pick<HeardText, 'owners'>>

export class Room {
  readonly id: string
  readonly newsroomId: string
  readonly epoch: number
  /** What the server itself writes into the text. */
  readonly edits: ServerEdits
  readonly #presence: Presence
  readonly #arrivals: Arrivals<Connection>
  /** Null when this is the only server. */
  readonly #elsewhere: Elsewhere | null
  readonly #connections = new Set<Connection>()
  readonly #text: LiveText
  readonly #writers: Writers
  readonly #entrance: Entrance
  readonly #storing = new Storing()
  readonly #tools: RoomTools
  readonly #events: RoomEvents
  #sinceSnapshot: number
  #broken = false

  constructor(id: string, newsroomId: string, stored: StoredText, tools: RoomTools, events: RoomEvents) {
    this.id = id
    this.newsroomId = newsroomId
    this.epoch = stored.epoch
    this.#tools = tools
    this.#events = events
    this.#sinceSnapshot = stored.updates.length
    this.#text = new LiveText(stored, {
      changed: (by, marked) => events.changed(this, by, marked),
      changedElsewhere: (by) => events.changedElsewhere(this, by),
      unreadable: (seq, problem) => this.#spoil(seq, problem),
    })
    this.#writers = new Writers(stored.clients, this.#text.clocks)
    this.#entrance = new Entrance({
      text: this.#text,
      writers: this.#writers,
      limits: tools.limits,
      apart: tools.apart,
      isOpen: () => !this.#broken,
      isShared: () => this.#elsewhere !== null,
      toHead: () => this.#arrivals.toHead(),
      store: (bytes, news, from) => this.#storing.watch(this.#store(bytes, from.party.person.id, news, from)),
      arrival: () => this.#storing.arrival(),
    })
    this.edits = new ServerEdits({
      text: this.#text,
      writers: this.#writers,
      store: (bytes, by, news) => this.#store(bytes, by, news, null),
    })
    this.#presence = new Presence(
      (clientId) => this.#writers.owners.get(clientId),
      (entries) => this.#elsewhere?.shown(entries),
      tools.limits.presenceBytes,
    )
    this.#arrivals = new Arrivals(stored.seq, {
      deliver: (update) => this.#deliver(update),
      restore: (snapshot) => this.#restore(snapshot),
      read: (since) => events.read(since),
      failed: (problem) => events.behind(problem),
      patienceMs: tools.servers === null ? 0 : patienceMs,
    })
    this.#elsewhere = this.#broken ? null : (tools.servers?.open(this) ?? null)
  }

  /** Whether it has closed because something could not be stored or applied. */
  get isBroken(): boolean {
    return this.#broken
  }

  /** The log's seq that the text has reached. Events in between do not count. */
  get seq(): number {
    return this.#text.seq
  }

  /** The log's seq up to which no text is missing here. */
  get reached(): number {
    return this.#arrivals.reached
  }

  /** Updates since the log was last shortened, or is being shortened. */
  get sinceSnapshot(): number {
    return this.#sinceSnapshot
  }

  /** The log is shortened up to the seq it returns. */
  beginSnapshot(): number {
    this.#sinceSnapshot = 0
    return this.seq
  }

  /** Who brought the claim id in; null when that is not known. */
  markerOf(claim: string): string | null {
    return this.#text.markerOf(claim)
  }

  get now(): TextNow {
    return this.#text.now
  }

  /** The whole document at `seq`, marks included. */
  get document(): DocumentJson {
    return this.#text.document
  }

  /** The whole text as an update. */
  get state(): Uint8Array {
    return this.#text.state
  }

  // ── people ──

  get people(): ReadonlySet<Connection> {
    return this.#connections
  }

  get isFull(): boolean {
    return this.#connections.size >= this.#tools.limits.peoplePerArticle
  }

  join(connection: Connection): void {
    this.#connections.add(connection)
    connection.sendFrame(this.#text.answers.step1())
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
    connection.sendText(this.#text.answersNow.to(stateVector))
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
    this.#entrance.take(connection, bytes)
  }

  /** A person's answer to our step 1: what we lack of theirs. */
  compare(connection: Connection, bytes: Uint8Array): void {
    this.#entrance.take(connection, bytes)
    this.#entrance.takeHeld(connection)
  }

  /** Takes what the log holds beyond `reached`, up to the seq under a decision's lock. */
  catchUp(read: TextSince): void {
    this.#arrivals.catchUp(read, false)
  }

  /** Takes an update that a decision of this server has stored in its own transaction. Resolves once it is in the text. */
  async adopt(updates: readonly Adopted[]): Promise<void> {
    for (const { owners = [], ...update } of updates) {
      this.#elsewhere?.stored({ ...update, owners })
      this.#arrivals.take({ ...update, owners, from: null, elsewhere: false })
    }
    await this.#arrivals.reach(updates.at(-1)?.seq ?? 0)
  }

  // ── other servers ──

  hear(texts: readonly HeardText[]): void {
    for (const text of texts) this.#arrivals.take({ ...text, from: null, elsewhere: true })
  }

  hearOf(seq: number): void {
    this.#arrivals.hearOf(seq)
  }

  /** Resolves once everything is here that the log held when this was called. */
  toHead(): Promise<void> {
    return this.#arrivals.toHead()
  }

  see(server: string, entries: readonly Shown[]): void {
    this.#tell(this.#presence.see(server, entries))
  }

  lose(server: string): void {
    this.#tell(this.#presence.lose(server))
  }

  get shownHere(): readonly Shown[] {
    return this.#presence.here
  }

  /** Ends the room: everyone is asked to come back. `reason` may be another one for each. */
  close(code: 1012 | 1013 | 4404, reason: string | (() => string)): void {
    this.#broken = true
    this.#elsewhere?.left()
    for (const connection of this.#connections) {
      connection.close(code, typeof reason === 'string' ? reason : reason())
    }
  }

  destroy(): void {
    this.#arrivals.end()
    this.#elsewhere?.left()
    this.#text.destroy()
  }

  // ── from the log to everyone ──

  async #store(bytes: Uint8Array, by: string, news: News, from: Connection | null): Promise<Stored> {
    if (this.#broken) throw new Error('This room has closed.')
    const owner = from === null ? serverAsClient : by
    const unowned = this.#writers.begin(news, owner)
    try {
      const newClientIds = unowned.map((client) => ({ client, owner }))
      const stored = await this.#tools.lane.append({ stream: this.id, bytes, by, newClientIds })
      this.#writers.logged(unowned)
      const text = { ...stored, bytes, by, owners: unowned.map((client) => [client, owner] as const) }
      this.#elsewhere?.stored(text)
      this.#arrivals.take({ ...text, from, elsewhere: false })
      if (stored.seq > this.#arrivals.reached) await this.#arrivals.reach(stored.seq)
      if (this.#broken) throw new Error('The update does not apply.')
      return stored
    } catch (problem) {
      if (problem instanceof ClientIdTaken && this.#elsewhere !== null) {
        this.#writers.disown(unowned, owner, this.#text.clocks)
      } else if (!this.#broken) {
        this.close(closeCode.comeBackLater, '3')
        this.#events.failed(problem)
      }
      throw problem
    }
  }

  /** The one way into the room for what the log holds, in its order. */
  #deliver(update: Arrival<Connection>): void {
    const { bytes, from } = update
    this.#writers.own(update.owners)
    if (from === null) this.#writers.note(Y.parseUpdateMeta(bytes).to)
    this.#sinceSnapshot += 1
    const weight = weighUpdate(bytes)
    if (weight !== null && isTyping(weight)) {
      this.#tell(updateFrame(bytes), from)
      return this.#text.take(update)
    }
    this.#text.takeNow(update)
    if (!this.#broken) this.#tell(updateFrame(bytes), from)
  }

  /** The text as another server has shortened it; its marks are in the history already. */
  #restore(snapshot: Snapshot): void {
    this.#text.restore(snapshot)
    this.#writers.note(this.#text.clocks)
    this.#sinceSnapshot = 0
    this.#tell(updateFrame(snapshot.state))
    this.#events.changedElsewhere(this, null)
  }

  /** What Yjs made of half an update is not the log any more: the room ends, the next one reads the log without it. */
  #spoil(seq: number, problem: unknown): void {
    this.#arrivals?.end()
    this.close(closeCode.comeBackLater, '1')
    this.#events.unreadable(seq, problem)
  }

  #tell(payload: Uint8Array | null, except?: Connection | null): void {
    if (payload === null) return
    const frame = framed(payload)
    for (const connection of this.#connections) if (connection !== except) connection.sendFrame(frame)
  }
}
