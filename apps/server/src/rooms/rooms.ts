/**
 * The articles that are open on this server. A room opens by reading the log, once, before anyone is told anything; it closes some
 * time after the last person has left and no decision needs it, and gives its memory back.
 */
import { heartbeatMs } from '#protocol/frames.ts'
import type { Database } from '../db/database.ts'
import type { Announcer } from '../log/announcer.ts'
import type { TextLane } from '../log/text-lane.ts'
import { compact, quarantine, readText } from '../log/text-store.ts'
import { nameOf } from '../log-lines.ts'
import { Follower } from './follower.ts'
import { Room } from './room.ts'

/** People come back from a lost connection within seconds; reading the log again for each would be waste. */
const idleMs = 15_000
/** Updates after which the log of an open article is shortened. */
const compactAfter = 500

interface OpenRoom {
  readonly room: Room
  readonly follower: Follower
  users: number
  idle: NodeJS.Timeout | null
}

export class Rooms {
  readonly #db: Database
  readonly #lane: TextLane
  readonly #announcer: Announcer
  readonly #report: (msg: string, problem: unknown, room: string) => void
  readonly #rooms = new Map<string, Promise<OpenRoom | null>>()
  readonly #beating: NodeJS.Timeout
  #stopping = false
  #suspended = false

  constructor(
    db: Database,
    lane: TextLane,
    announcer: Announcer,
    report: (msg: string, problem: unknown, room: string) => void,
  ) {
    this.#db = db
    this.#lane = lane
    this.#announcer = announcer
    this.#report = report
    this.#beating = setInterval(() => this.#beat(), heartbeatMs)
    this.#beating.unref()
  }

  get count(): number {
    return this.#rooms.size
  }

  /** Opens the article and holds it open until `release`. Null when there is no such article or the server is stopping. */
  async enter(id: string, newsroomId: string): Promise<{ room: Room; release: () => void } | null> {
    if (this.#stopping || this.#suspended) return null
    const opening = this.#rooms.get(id) ?? this.#open(id, newsroomId)
    const open = await opening
    // It may have closed while we waited for it; then it is read anew.
    if (open !== null && this.#rooms.get(id) !== opening) return this.enter(id, newsroomId)
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
    const rooms = [...this.#rooms]
    await Promise.all(
      rooms.map(async ([id, opening]) => {
        const open = await opening.catch(() => null)
        if (open === null) return
        clearTimeout(open.idle ?? undefined)
        open.room.close(1012, '2')
        await this.#close(id, open)
      }),
    )
  }

  #open(id: string, newsroomId: string): Promise<OpenRoom | null> {
    const opening = this.#read(id, newsroomId)
    this.#rooms.set(id, opening)
    // A failure or an unknown id leaves no room behind.
    const forget = () => this.#rooms.get(id) === opening && this.#rooms.delete(id)
    opening.then((open) => open === null && forget(), forget)
    return opening
  }

  async #read(id: string, newsroomId: string): Promise<OpenRoom | null> {
    const stored = await readText(this.#db, id)
    if (stored === null) return null
    const follower = new Follower(this.#db, this.#announcer, (problem) =>
      this.#report('what follows from the text could not be written', problem, id),
    )
    let aside: Promise<void> = Promise.resolve()
    const room = new Room(id, newsroomId, stored, this.#lane, {
      changed: (changed, by, marked) => {
        follower.changed(changed, by, marked)
        if (changed.sinceSnapshot >= compactAfter) void this.#shorten(changed, follower)
      },
      failed: (problem) => {
        this.#report('text could not be stored; the room closes', problem, id)
        follower.stop()
        this.#rooms.delete(id)
      },
      unreadable: (seq, problem) => {
        this.#report('a stored update does not apply and is set aside', problem, id)
        follower.stop()
        this.#rooms.delete(id)
        aside = quarantine(this.#db, id, seq, nameOf(problem))
        aside.catch((error: unknown) => this.#report('the update could not be set aside', error, id))
      },
    })
    if (!room.isBroken) return { room, follower, users: 0, idle: null }
    await aside
    return this.#read(id, newsroomId)
  }

  async #close(id: string, open: OpenRoom): Promise<void> {
    const wanted = () => open.users > 0 && !this.#stopping
    if (wanted()) return
    await open.follower.run(true)
    if (wanted()) return
    open.follower.stop()
    // A room that failed has already made way for a new one.
    if ((await this.#rooms.get(id)) === open) this.#rooms.delete(id)
    if (open.room.sinceSnapshot > 0) await this.#shorten(open.room, open.follower)
    open.room.destroy()
  }

  /** Shortens the log up to a seq that the rows have followed: what a crash cuts off has to be in the log still. */
  async #shorten(room: Room, follower: Follower): Promise<void> {
    try {
      const snapshot = room.snapshot()
      if (await follower.run(false)) await compact(this.#db, room.id, snapshot)
    } catch (problem) {
      this.#report('the log could not be shortened', problem, room.id)
    }
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
