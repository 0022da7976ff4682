/**
 * Follows one room's text into the rows and the history: new marks at once, words within a moment, and what has become of them once
 * the typing has been quiet for two seconds. One run at a time; what a crash cuts off is found again when the room next opens.
 */
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Announcer } from '../log/announcer.ts'
import { lockStream } from '../log/stream.ts'
import {
  followMarks,
  followWords,
  type Followed,
  type NewMark,
  nothingFollowed,
  settleWords,
} from '../projection/text-rows.ts'
import { type TextNow, wordsToTell } from '../projection/placing.ts'
import { Doorway } from './doorway.ts'
import { LostClaims } from './lost-claims.ts'
import type { Room } from './room.ts'

/** Soon enough for a desk that is live within a second. */
const wordsAfterMs = 150
/** Where people type on and on in a claim's words, seldom enough that what follows from the text costs less than the text. */
const wordsAgainMs = 600
/** A typist's pause; until then words are on their way to something else. */
const settleAfterMs = 2_000
/** On a busy night somebody always types; the history does not wait for ever. */
const settleAtLatestMs = 30_000
/** What another server stored it follows itself; after so much more quiet than it needs, it may be gone. */
const elsewhereAfterMs = 7_000

/** A thousand articles that are typed in at once leave the log's own connection free, and most of the time: rows may be late, text may not. */
const doorway = new Doorway(6, 3)

/**
 * words: the rows, when the words of a claim or the title are others than before; that a claim stands elsewhere can wait.
 * rows: the rows, wherever claims stand. history: the rows, and what has become of the claims.
 */
export type Follows = 'words' | 'rows' | 'history'

export class Follower {
  readonly #db: Database
  readonly #announcer: Announcer
  readonly #report: (problem: unknown) => void
  #room: Room | null = null
  /** Claim ids in the text that need no more looking after: they are logged, or can never be. */
  readonly #settledIds = new Set<string>()
  #lastBy: string | null = null
  #wordsTimer: NodeJS.Timeout | null = null
  #writtenAt = -Infinity
  /** What the rows were last told of the text, other than where its claims stand. */
  #told: string | null = null
  /** The same, of the history. */
  #settled: string | null = null
  /** seq of the text that the rows were last brought up to. */
  #followed: number | null = null
  #settleTimer: NodeJS.Timeout | null = null
  /** Of the first change since it was settled. */
  #restlessSince: number | null = null
  #elsewhereTimer: NodeJS.Timeout | null = null
  #running: Promise<boolean> = Promise.resolve(true)
  readonly #lost: LostClaims
  #stopped = false

  constructor(db: Database, announcer: Announcer, report: (problem: unknown) => void) {
    this.#db = db
    this.#announcer = announcer
    this.#report = report
    this.#lost = new LostClaims(db)
  }

  /**
   * The text as the room found it: claims that lose their words from now on are known by how they stood. `followed`: the seq of the text
   * that the rows stood at before it was read; when that is all of it, they need not be told of words that nobody has touched since.
   */
  opened(room: Room, followed: number): void {
    const { now } = room
    this.#lost.rest(now)
    if (followed < now.seq) return
    this.#told = wordsToTell(now)
    this.#followed = now.seq
  }

  changed(room: Room, by: string, marked: boolean): void {
    this.#room = room
    this.#lastBy = by
    if (marked || this.#wordsTimer === null) {
      clearTimeout(this.#wordsTimer ?? undefined)
      const again = this.#writtenAt + wordsAgainMs - performance.now()
      this.#wordsTimer = setTimeout(() => void this.run('words'), marked ? 0 : Math.max(wordsAfterMs, again))
    }
    clearTimeout(this.#settleTimer ?? undefined)
    this.#restlessSince ??= performance.now()
    const latest = this.#restlessSince + settleAtLatestMs - performance.now()
    this.#settleTimer = setTimeout(() => void this.#settle(), Math.max(0, Math.min(settleAfterMs, latest)))
  }

  /** Text that another server stored. That server follows it; this run finds nothing left to do, unless that server has died. */
  changedElsewhere(room: Room, by: string | null): void {
    this.#room = room
    this.#lastBy = by ?? this.#lastBy
    // That server tells the rows, not this one.
    this.#told = this.#settled = null
    clearTimeout(this.#elsewhereTimer ?? undefined)
    this.#elsewhereTimer = setTimeout(() => void this.#settle(), elsewhereAfterMs)
  }

  /** Brings up to the text as it is now what it is asked for. False when it failed, which is reported. */
  run(what: Follows): Promise<boolean> {
    clearTimeout(this.#wordsTimer ?? undefined)
    this.#wordsTimer = null
    this.#running = this.#running.then(async () => {
      try {
        await doorway.through(() => this.#follow(what))
        return true
      } catch (problem) {
        this.#report(problem)
        return false
      }
    })
    return this.#running
  }

  /** The typing is quiet: the history is told, and claims whose words are back get their marks back. */
  async #settle(): Promise<void> {
    this.#restlessSince = null
    if (!(await this.run('history')) || this.#stopped || this.#room === null || this.#lastBy === null) return
    try {
      this.#lost.rest(this.#room.now)
      await this.#lost.repair(this.#room, this.#lastBy)
    } catch (problem) {
      if (!this.#room.isBroken) this.#report(problem)
    }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#wordsTimer ?? undefined)
    clearTimeout(this.#settleTimer ?? undefined)
    clearTimeout(this.#elsewhereTimer ?? undefined)
  }

  async #follow(what: Follows): Promise<void> {
    const room = this.#room
    const by = this.#lastBy
    if (room === null || by === null) return
    const now = room.now
    this.#lost.see(now)
    const marks = this.#unlogged(room, now)
    const told = wordsToTell(now)
    // A decision may have told the history of these words since; back to the old ones they are news to it.
    if (told !== this.#settled && what !== 'history') this.#settled = null
    if (what === 'words' && marks.length === 0 && told === this.#told) return
    // Words that nobody has touched since the last time are told already; where they stand concerns the rows alone.
    const settles = what === 'history' && (marks.length > 0 || told !== this.#settled)
    // A room that nobody has typed in has nothing left to follow when it closes.
    if (marks.length === 0 && !settles && now.seq === this.#followed) return
    this.#writtenAt = performance.now()
    const followed = await this.#db.inNewsroom(room.newsroomId, async (tx): Promise<Followed> => {
      if (marks.length === 0 && !settles) {
        // A crash that loses these rows loses nothing: they follow from the text again when it next opens.
        await tx.execute(sql`set local synchronous_commit = off`)
        return followWords(tx, room.id, now)
      }
      const stream = await lockStream(tx, room.id, room.newsroomId)
      if (stream === null) return nothingFollowed
      const at = new Date()
      const followed = await followMarks(tx, stream, now, marks, at)
      const settled = settles ? await settleWords(tx, stream, by, at) : []
      return { ...followed, events: [...followed.events, ...settled] }
    })
    this.#told = told
    this.#followed = now.seq
    if (settles) this.#settled = told
    for (const { id } of marks) this.#settledIds.add(id)
    const { events, claims, retitled } = followed
    if (events.length + claims.length === 0 && !retitled) return
    const onlyWords = events.length === 0
    this.#announcer.tell({ newsroomId: room.newsroomId, article: room.id, seq: now.seq, events, claims, onlyWords })
  }

  /** Marks that stand in the text and have not been looked after: also one whose words were erased at first and came back. */
  #unlogged(room: Room, now: TextNow): NewMark[] {
    return [...now.runs].flatMap(([id, runs]) => {
      const by = room.markerOf(id)
      const isBlank = runs.every(({ from, to }) => now.text.slice(from, to).trim() === '')
      return by === null || isBlank || this.#settledIds.has(id) ? [] : [{ id, by }]
    })
  }
}
