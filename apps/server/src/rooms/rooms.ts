/**
 * The articles that are open on this server. A room opens by reading the log, once, before anyone is told anything; it closes some
 * time after the last person has left and no decision needs it, and gives its memory back.
 */
import { setImmediate } from 'node:timers/promises'
import { heartbeatMs } from '#protocol/frames.ts'
import type { Database } from '../db/database.ts'
import type { Announcer } from '../log/announcer.ts'
import type { TextLane } from '../log/text-lane.ts'
import { quarantine, readSince, readText } from '../log/text-store.ts'
import { nameOf } from '../log-lines.ts'
import type { Servers } from './elsewhere.ts'
import { Follower } from './follower.ts'
import { later } from './connection.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { LogShortening } from './log-shortening.ts'
import { Room, type RoomTools } from './room.ts'
import { TextApart } from './text-apart.ts'

/** People come back from a lost connection within seconds; reading the log again for each would be waste. */
const idleMs = 15_000
/** Updates after which the log of an open article is shortened. */
const compactAfter = 500

/** Seconds until one of so many may come back: few at once, many spread out, or the server they come to is busy with nothing else. */
const comeBackIn = (sockets: number): number => Math.round((1 + Math.random() * Math.min(6, sockets / 50)) * 10) / 10

interface OpenRoom {
  readonly room: Room
  readonly follower: Follower
  users: number
  idle: NodeJS.Timeout | null
}

export class Rooms {
  readonly #db: Database
  readonly #tools: RoomTools
  readonly #announcer: Announcer
  readonly #report: (msg: string, problem: unknown, room: string) => void
  readonly #servers: Servers | null
  readonly #shortening: LogShortening
  readonly #rooms = new Map<string, Promise<OpenRoom | null>>()
  readonly #beating: NodeJS.Timeout
  #stopping = false
  #suspended = false

  constructor(
    db: Database,
    lane: TextLane,
    announcer: Announcer,
    report: (msg: string, problem: unknown, room: string) => void,
    servers: Servers | null = null,
    limits: Limits = defaultLimits,
  ) {
    this.#db = db
    this.#announcer = announcer
    this.#report = report
    this.#servers = servers
    this.#tools = { lane, limits, servers, apart: new TextApart(limits) }
    this.#shortening = new LogShortening(db, this.#tools.apart, (problem, id) =>
      report('the log could not be shortened', problem, id),
    )
    this.#beating = setInterval(() => this.#beat(), heartbeatMs)
    this.#beating.unref()
  }

  get limits(): Limits {
    return this.#tools.limits
  }

  get count(): number {
    return this.#rooms.size
  }

  /** How many sockets there are, and bytes that wait for them. */
  async figures(): Promise<{ sockets: number; unsentBytes: number }> {
    const figures = { sockets: 0, unsentBytes: 0 }
    // A room that is still opening has nobody in it.
    const notYet = setImmediate(null)
    const opened = [...this.#rooms.values()].map((opening) => Promise.race([opening.catch(() => null), notYet]))
    for (const open of await Promise.all(opened)) {
      for (const connection of open?.room.people ?? []) {
        figures.sockets += 1
        figures.unsentBytes += connection.unsent
      }
    }
    return figures
  }

  /**
   * Opens the article and holds it open until `release`. Null when there is no such article or the server is stopping. `followed`: the seq
   * that its rows stand at, where that is known; an article whose rows are behind its text asks for them when it is next typed in.
   */
  async enter(id: string, newsroomId: string, followed = 0): Promise<{ room: Room; release: () => void } | null> {
    if (this.#stopping || this.#suspended) return null
    const opening = this.#rooms.get(id) ?? this.#open(id, newsroomId, followed)
    const open = await opening
    // It may have closed while we waited for it; then it is read anew.
    if (open !== null && this.#rooms.get(id) !== opening) return this.enter(id, newsroomId, followed)
    if (open === null || open.room.newsroomId !== newsroomId) return null
    open.users += 1
    clearTimeout(open.idle ?? undefined)
    let released = false
    const release = () => {
      if (released) return
      released = true
      open.users -= 1
      if (open.users === 0 && !this.#stopping) open.idle = setTimeout(() => void this.#close(id, open), idleMs)
    }
    // Who enters finds what anybody was told before, on whichever server that was.
    if (this.#servers !== null) {
      try {
        await open.room.toHead()
      } catch (problem) {
        release()
        throw problem
      }
      if (this.#rooms.get(id) !== opening) {
        release()
        return this.enter(id, newsroomId, followed)
      }
    }
    return { room: open.room, release }
  }

  /** While suspended nothing can be stored, so nobody is let in and everyone inside is asked to come back. */
  suspend(suspended: boolean): void {
    this.#suspended = suspended
    if (!suspended) return
    for (const [id, opening] of this.#rooms) {
      this.#rooms.delete(id)
      void opening.then(
        (open) => open?.room.close(1013, '3'),
        () => undefined,
      )
    }
  }

  /** Asks everyone to come back in a moment, brings all rows up to the text and closes all rooms. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearInterval(this.#beating)
    this.#shortening.stop()
    const rooms = [...this.#rooms]
    const { sockets } = await this.figures()
    await Promise.all(
      rooms.map(async ([id, opening]) => {
        const open = await opening.catch(() => null)
        if (open === null) return
        clearTimeout(open.idle ?? undefined)
        open.room.close(1012, () => later(comeBackIn(sockets), 'restart'))
        await this.#close(id, open)
      }),
    )
    await this.#tools.apart.stop()
  }

  #open(id: string, newsroomId: string, followed: number): Promise<OpenRoom | null> {
    const opening = this.#read(id, newsroomId, followed)
    this.#rooms.set(id, opening)
    // A failure or an unknown id leaves no room behind.
    const forget = () => this.#rooms.get(id) === opening && this.#rooms.delete(id)
    opening.then((open) => open === null && forget(), forget)
    return opening
  }

  async #read(id: string, newsroomId: string, followed: number): Promise<OpenRoom | null> {
    const stored = await readText(this.#db, id)
    if (stored === null) return null
    const follower = new Follower(this.#db, this.#announcer, (problem) =>
      this.#report('what follows from the text could not be written', problem, id),
    )
    let aside: Promise<void> = Promise.resolve()
    const room = new Room(id, newsroomId, stored, this.#tools, {
      changed: (changed, by, marked) => {
        follower.changed(changed, by, marked)
        if (changed.sinceSnapshot >= compactAfter) void this.#shorten(changed, follower)
      },
      changedElsewhere: (changed, by) => {
        follower.changedElsewhere(changed, by)
        if (changed.sinceSnapshot >= compactAfter) void this.#shorten(changed, follower)
      },
      read: (since) => readSince(this.#db.open, id, since),
      failed: (problem) => {
        this.#report('text could not be stored; the room closes', problem, id)
        follower.stop()
        this.#rooms.delete(id)
      },
      behind: (problem) => this.#report('what others have stored could not be read', problem, id),
      unreadable: (seq, problem) => {
        this.#report('a stored update does not apply and is set aside', problem, id)
        follower.stop()
        this.#rooms.delete(id)
        aside = quarantine(this.#db, id, seq, nameOf(problem))
        aside.catch((error: unknown) => this.#report('the update could not be set aside', error, id))
      },
    })
    if (!room.isBroken) {
      follower.opened(room, followed)
      return { room, follower, users: 0, idle: null }
    }
    await aside
    return this.#read(id, newsroomId, 0)
  }

  async #close(id: string, open: OpenRoom): Promise<void> {
    const wanted = () => open.users > 0 && !this.#stopping
    if (wanted()) return
    await open.follower.run('history')
    if (wanted()) return
    open.follower.stop()
    // A room that failed has already made way for a new one.
    if ((await this.#rooms.get(id)?.catch(() => null)) === open) this.#rooms.delete(id)
    const seq = open.room.sinceSnapshot > 0 ? await this.#beginSnapshot(open.room, open.follower) : null
    // A log is shortened without its room: many may wait for it.
    open.room.destroy()
    if (seq !== null) await this.#shortening.shorten(id, seq)
  }

  async #shorten(room: Room, follower: Follower): Promise<void> {
    const seq = await this.#beginSnapshot(room, follower)
    if (seq !== null) await this.#shortening.shorten(room.id, seq)
  }

  /** The seq up to which the log may be shortened: one that the rows have followed, since what a crash cuts off has to be in the log still. */
  async #beginSnapshot(room: Room, follower: Follower): Promise<number | null> {
    const seq = room.beginSnapshot()
    return (await follower.run('rows')) ? seq : null
  }

  /** A room that is slow to open keeps no other from its heartbeat. */
  #beat(): void {
    for (const opening of this.#rooms.values()) {
      void opening.then(
        (open) => open?.room.beat(),
        () => undefined,
      )
    }
  }
}
