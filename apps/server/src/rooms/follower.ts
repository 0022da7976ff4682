/**
 * Follows one room's text into the rows and the history: new marks at once, words within a moment, and what has become of them once
 * the typing has been quiet for two seconds. One run at a time; what a crash cuts off is found again when the room next opens.
 */
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
import type { TextNow } from '../projection/placing.ts'
import type { Room } from './room.ts'

/** Soon enough for a desk that is live within a second, seldom enough not to write a row for every key. */
const wordsAfterMs = 150
/** A typist's pause; until then words are on their way to something else. */
const settleAfterMs = 2_000

export class Follower {
  readonly #db: Database
  readonly #announcer: Announcer
  readonly #report: (problem: unknown) => void
  #room: Room | null = null
  /** Claim ids in the text that need no more looking after: they are logged, or can never be. */
  readonly #settledIds = new Set<string>()
  #lastBy: string | null = null
  #wordsTimer: NodeJS.Timeout | null = null
  #settleTimer: NodeJS.Timeout | null = null
  #running: Promise<boolean> = Promise.resolve(true)

  constructor(db: Database, announcer: Announcer, report: (problem: unknown) => void) {
    this.#db = db
    this.#announcer = announcer
    this.#report = report
  }

  changed(room: Room, by: string, marked: boolean): void {
    this.#room = room
    this.#lastBy = by
    if (marked || this.#wordsTimer === null) {
      clearTimeout(this.#wordsTimer ?? undefined)
      this.#wordsTimer = setTimeout(() => void this.run(false), marked ? 0 : wordsAfterMs)
    }
    clearTimeout(this.#settleTimer ?? undefined)
    this.#settleTimer = setTimeout(() => void this.run(true), settleAfterMs)
  }

  /** Brings the rows up to the text as it is now; with `settle` the history too. False when it failed, which is reported. */
  run(settle: boolean): Promise<boolean> {
    clearTimeout(this.#wordsTimer ?? undefined)
    this.#wordsTimer = null
    this.#running = this.#running.then(async () => {
      try {
        await this.#follow(settle)
        return true
      } catch (problem) {
        this.#report(problem)
        return false
      }
    })
    return this.#running
  }

  stop(): void {
    clearTimeout(this.#wordsTimer ?? undefined)
    clearTimeout(this.#settleTimer ?? undefined)
  }

  async #follow(settle: boolean): Promise<void> {
    const room = this.#room
    const by = this.#lastBy
    if (room === null || by === null) return
    const now = room.now
    const marks = this.#unlogged(room, now)
    const followed = await this.#db.inNewsroom(room.newsroomId, async (tx): Promise<Followed> => {
      if (marks.length === 0 && !settle) return followWords(tx, room.id, now)
      const stream = await lockStream(tx, room.id, room.newsroomId)
      if (stream === null) return nothingFollowed
      const at = new Date()
      const followed = await followMarks(tx, stream, now, marks, at)
      const settled = settle ? await settleWords(tx, stream, by, at) : []
      return { ...followed, events: [...followed.events, ...settled] }
    })
    for (const { id } of marks) this.#settledIds.add(id)
    const { events, claims, retitled } = followed
    if (events.length + claims.length === 0 && !retitled) return
    this.#announcer.tell({ newsroomId: room.newsroomId, article: room.id, seq: now.seq, events, claims })
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
