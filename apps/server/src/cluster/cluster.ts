/**
 * This server among the others on its database. They tell one another over Redis what has been stored, decided and shown, which makes
 * things fast; the log stays the truth: every second the articles open here are compared with it. Whenever something else may not have
 * been heard (Redis was away, a server is new, could not send, or spoke another release's language) people are told to ask again, and
 * while a server that uses the database is not heard its newsrooms are compared with the log too.
 * Rules SV1–SV6.
 */
import { randomUUID } from 'node:crypto'
import type { Database } from '../db/database.ts'
import { countServers } from '../db/server-lock.ts'
import type { Announcement, FarListeners, Listener } from '../log/announcer.ts'
import { headsOf, newsroomHeads } from '../log/stream.ts'
import { type Log, nameOf } from '../log-lines.ts'
import type { Elsewhere, Listening, Servers } from '../rooms/elsewhere.ts'
import { Channels } from './channels.ts'
import { decodeMessage, encodeMessage, type ServerMessage } from './message.ts'
import { aliveEveryMs, goneAfterMs, hushedAfterMs, Peers } from './peers.ts'

/** How often the log is read. */
const pollMs = 1_000

export interface ClusterOptions {
  readonly db: Database
  readonly redisUrl: string
  /** Tells this database from every other on the same Redis. */
  readonly database: string
  /** Stands for the key that sessions are signed with: servers that differ in it do not know one another's people. */
  readonly key: string
  readonly log: Log
}

/** A newsroom that somebody on this server watches. */
interface Watched {
  readonly hear: Listener
  /** Stream → seq, since somebody is not heard; null while all are. */
  heads: Map<string, number> | null
}

export class Cluster implements Servers, FarListeners {
  readonly id = randomUUID()
  readonly #options: ClusterOptions
  readonly #channels: Channels
  readonly #allServers: string
  readonly #peers = new Peers()
  readonly #rooms = new Map<string, Listening>()
  readonly #newsrooms = new Map<string, Watched>()
  readonly #strangers = new Set<string>()
  readonly #beating: NodeJS.Timeout
  readonly #polling: NodeJS.Timeout
  #heardMyselfAt = Date.now()
  #isLooking = false
  /** Since when more servers use the database than are heard. */
  #unheardSince: number | null = null
  #stopped = false

  constructor(options: ClusterOptions) {
    this.#options = options
    this.#allServers = `tickmark:servers:${options.database}`
    this.#channels = new Channels(options.redisUrl, (open, problem) => this.#turned(open, problem))
    this.#channels.hear(
      this.#allServers,
      (bytes) => this.#hearServer(bytes),
      () => undefined,
    )
    this.#beating = setInterval(() => this.#beat(), aliveEveryMs)
    this.#polling = setInterval(() => this.#look(), pollMs)
    for (const timer of [this.#beating, this.#polling]) timer.unref()
  }

  // ── for whoever runs it ──

  get connected(): boolean {
    return this.#channels.isOpen
  }

  /** This one and those it hears of. */
  get servers(): number {
    return this.#peers.count + 1
  }

  get lost(): number {
    return this.#channels.lost
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#beating)
    clearInterval(this.#polling)
    this.#say(this.#allServers, { kind: 'leaving' })
    await this.#channels.close()
  }

  // ── articles ──

  open(room: Listening): Elsewhere {
    const channel = this.#channelOf('article', room.id)
    this.#rooms.set(room.id, room)
    this.#channels.hear(
      channel,
      (bytes) => this.#hearOfArticle(room.id, bytes),
      () => this.#joined(room),
    )
    return {
      stored: (text) => this.#say(channel, { kind: 'text', text }),
      shown: (entries) => this.#say(channel, { kind: 'shown', entries }),
      left: () => {
        if (this.#rooms.get(room.id) !== room) return
        this.#rooms.delete(room.id)
        this.#channels.unhear(channel)
      },
    }
  }

  /** Between reading the log and hearing of the article something may have happened that nobody told us. */
  #joined(room: Listening): void {
    if (this.#rooms.get(room.id) !== room) return
    room.toHead().catch(() => undefined)
    this.#say(this.#channelOf('article', room.id), { kind: 'who' })
  }

  #hearOfArticle(id: string, bytes: Buffer): void {
    const heard = decodeMessage(bytes)
    const room = this.#rooms.get(id)
    if (room === undefined || heard?.from === this.id) return
    if (heard === null) return void room.toHead().catch(() => undefined)
    const { from, message } = heard
    this.#peers.meet(from, Date.now())
    if (message.kind === 'text') room.hear([message.text])
    if (message.kind === 'head') room.hearOf(message.seq)
    if (message.kind === 'shown') room.see(from, message.entries)
    if (message.kind === 'who') this.#sayWhoIsHere(room)
  }

  #sayWhoIsHere(room: Listening): void {
    const entries = room.shownHere
    if (entries.length > 0) this.#say(this.#channelOf('article', room.id), { kind: 'shown', entries })
  }

  // ── newsrooms ──

  tell(announcement: Announcement): void {
    this.#say(this.#channelOf('newsroom', announcement.newsroomId), { kind: 'told', announcement })
    const { article, seq } = announcement
    if (article === null) return
    // The place that a decision took in the log is no text that is missing.
    this.#rooms.get(article)?.hearOf(seq)
    this.#say(this.#channelOf('article', article), { kind: 'head', seq })
  }

  follow(newsroomId: string, hear: Listener): () => void {
    const channel = this.#channelOf('newsroom', newsroomId)
    this.#newsrooms.set(newsroomId, { hear, heads: null })
    this.#channels.hear(
      channel,
      (bytes) => {
        const heard = decodeMessage(bytes)
        if (heard === null) hear(readAgain(newsroomId))
        else if (heard.from !== this.id && heard.message.kind === 'told') hear(heard.message.announcement)
      },
      () => hear(readAgain(newsroomId)),
    )
    return () => {
      this.#newsrooms.delete(newsroomId)
      this.#channels.unhear(channel)
    }
  }

  // ── servers ──

  /** Named after the database too: a copy of it elsewhere has the same ids and another text. */
  #channelOf(what: 'article' | 'newsroom', id: string): string {
    return `tickmark:${this.#options.database}:${what}:${id}`
  }

  #say(channel: string, message: ServerMessage): void {
    this.#channels.say(channel, encodeMessage(this.id, message))
  }

  #beat(): void {
    if (this.#channels.isOpen && Date.now() - this.#heardMyselfAt > goneAfterMs) this.#channels.renew()
    this.#say(this.#allServers, { kind: 'alive', lost: this.#channels.lost, key: this.#options.key })
    for (const server of this.#peers.gone(Date.now())) this.#lose(server)
  }

  #hearServer(bytes: Buffer): void {
    const heard = decodeMessage(bytes)
    if (heard === null) return this.#doubt()
    const { from, message } = heard
    if (from === this.id) {
      this.#heardMyselfAt = Date.now()
      return
    }
    if (message.kind === 'leaving' && this.#peers.leave(from)) return this.#lose(from)
    if (message.kind !== 'alive') return
    if (message.key !== this.#options.key) this.#report(from)
    if (this.#peers.hear(from, message.lost, Date.now())) this.#doubt()
  }

  /** Said once for each: a session of one would be nobody's on the other. */
  #report(server: string): void {
    if (this.#strangers.has(server)) return
    this.#strangers.add(server)
    this.#options.log.error({ msg: 'another server signs sessions with another key; servers have to share DATA_DIR' })
  }

  #lose(server: string): void {
    for (const room of this.#rooms.values()) room.lose(server)
  }

  #turned(open: boolean, problem: Error | null): void {
    if (this.#stopped) return
    const { log } = this.#options
    if (!open) log.error({ msg: 'Redis is away; what other servers do is read from the log', problem: nameOf(problem) })
    else log.info({ msg: 'Redis is there' })
    this.#heardMyselfAt = Date.now()
    this.#beat()
    this.#doubt()
    if (open) for (const room of this.#rooms.values()) this.#introduce(room)
  }

  /** People on other servers were taken for gone while nothing was heard of them, and ours by those. */
  #introduce(room: Listening): void {
    this.#say(this.#channelOf('article', room.id), { kind: 'who' })
    this.#sayWhoIsHere(room)
  }

  /** Something may have been missed: everybody here looks again. */
  #doubt(): void {
    for (const [id, newsroom] of this.#newsrooms) {
      newsroom.heads = null
      newsroom.hear(readAgain(id))
    }
    this.#look()
  }

  /** Every server that uses the database is heard just now. One that has just come, or is about to leave, is given a moment. */
  get #hearsAll(): boolean {
    const now = Date.now()
    if (!this.#channels.isOpen || this.#peers.isOneHushed(now)) return false
    return this.#unheardSince === null || now - this.#unheardSince < hushedAfterMs
  }

  // ── the log ──

  #look(): void {
    if (this.#isLooking) return
    this.#isLooking = true
    this.#readHeads()
      .catch(() => undefined) // the database is away too; it is asked again in a moment
      .finally(() => {
        this.#isLooking = false
      })
  }

  async #readHeads(): Promise<void> {
    const { db } = this.#options
    const heads = await headsOf(db, [...this.#rooms.keys()])
    for (const [id, seq] of heads) this.#rooms.get(id)?.hearOf(seq)
    const areAllHeard = (await countServers(db.pool)) <= this.servers
    this.#unheardSince = areAllHeard ? null : (this.#unheardSince ?? Date.now())
    for (const [id, newsroom] of this.#newsrooms) {
      const before = newsroom.heads
      if (this.#hearsAll) {
        newsroom.heads = null
        // What was said since the log was last read may have been the last that was not heard.
        if (before !== null) newsroom.hear(readAgain(id))
        continue
      }
      const now = await newsroomHeads(db, id)
      newsroom.heads = now
      if (before === null) {
        newsroom.hear(readAgain(id))
        continue
      }
      for (const [stream, seq] of now) {
        if (before.get(stream) === seq) continue
        newsroom.hear({ newsroomId: id, article: stream === id ? null : stream, seq, events: [], claims: [] })
      }
    }
  }
}

/** To everyone in the newsroom: ask again for all that is on screen. */
const readAgain = (newsroomId: string): Announcement => ({ newsroomId, article: null, seq: 0, events: [], claims: [] })
