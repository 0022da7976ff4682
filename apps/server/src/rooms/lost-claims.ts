/**
 * Claims that have lost their mark while this room was open, and what brings them back: the very words standing again in one place
 * that cannot be another, as after cutting and pasting plain text, or typing them anew. Looked for once the typing is quiet, by the
 * server that holds the room, as an edit of whoever typed last. Undo brings a mark back by itself, and is never forestalled: where
 * both have happened, the server takes its own mark off again. Rules AN5, AN19.
 */
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { type LostWords, sidesAlike, surePlace } from '#document/lost-words.ts'
import { place, surroundings } from '#document/placement.ts'
import { unmarking } from '#document/repair-edit.ts'
import { marking, type ServerEdit } from '#document/server-edit.ts'
import type { TextRange } from '#document/text.ts'
import { claims } from '../db/article-tables.ts'
import type { Database } from '../db/database.ts'
import { events } from '../db/log-tables.ts'
import { eventFrom } from '../log/stream.ts'
import type { TextNow } from '../projection/placing.ts'
import type { Room } from './room.ts'

interface Lost extends LostWords {
  readonly kind: string
}

export class LostClaims {
  readonly #db: Database
  /** The text in which each claim was last seen at rest; what is on its way to something else is no wording. */
  readonly #stood = new Map<string, TextNow>()
  readonly #lost = new Map<string, Lost>()
  /** Brought back by this server, with how they stood before. */
  readonly #returned = new Map<string, Lost>()

  constructor(db: Database) {
    this.#db = db
  }

  /** Notes claims that are new in the text. */
  see(now: TextNow): void {
    for (const id of now.runs.keys()) if (!this.#stood.has(id)) this.#stood.set(id, now)
  }

  /** The typing is quiet: notes how each claim stands now, and which have been lost since it was last so. */
  rest(now: TextNow): void {
    for (const [id, then] of this.#stood) {
      if (now.runs.has(id)) continue
      this.#stood.delete(id)
      const lost = lostSince(then, id)
      if (lost !== null) this.#lost.set(id, lost)
    }
    for (const id of now.runs.keys()) {
      this.#stood.set(id, now)
      this.#lost.delete(id)
    }
  }

  /** Puts back what can be, and takes off what stands twice because of it. Called with the history brought up to the text. */
  async repair(room: Room, by: string): Promise<void> {
    const found = [...this.#lost].filter(([, lost]) => surePlace(room.now.text, lost) !== null).map(([id]) => id)
    const wanted = found.length === 0 ? new Set<string>() : await this.#wanted(room, found)
    for (const id of found) {
      const lost = this.#lost.get(id)
      if (lost === undefined) continue
      if (!wanted.has(id)) this.#lost.delete(id)
      else if (await this.#edit(room, by, () => returning(room.now, id, lost))) this.#returned.set(id, lost)
    }
    for (const [id, lost] of this.#returned) {
      if (await this.#edit(room, by, () => undoubling(room.now, id, lost))) this.#returned.delete(id)
    }
  }

  /** Made from this very moment's text, or not at all. */
  #edit(room: Room, by: string, edit: () => ServerEdit | null): Promise<boolean> {
    return room.edits.inTurn(async () => {
      const made = room.isBroken ? null : edit()
      if (made !== null) await room.edits.make(made, by)
      return made !== null
    })
  }

  /** Those that are claims still, and that nobody has said are gone when a new draft came in. */
  async #wanted(room: Room, ids: readonly string[]): Promise<Set<string>> {
    return this.#db.inNewsroom(room.newsroomId, async (tx) => {
      const rows = await tx
        .select({ id: claims.id })
        .from(claims)
        .where(and(eq(claims.articleId, room.id), inArray(claims.id, [...ids]), eq(claims.withdrawn, false)))
      const [draft] = await tx
        .select({ body: events.body })
        .from(events)
        .where(and(eq(events.streamId, room.id), eq(events.type, 'draft-imported')))
        .orderBy(desc(events.seq))
        .limit(1)
      const gone = draft === undefined ? new Set<string>() : goneIn(eventFrom(draft.body) as Stamped<ArticleEvent>)
      return new Set(rows.map(({ id }) => id).filter((id) => !gone.has(id)))
    })
  }
}

/** How the claim stood then; null where its words say too little. */
function lostSince({ text, runs }: TextNow, id: string): Lost | null {
  const marked = runs.get(id)
  const placed = place(text, marked, null)
  if (placed === null || placed.words.trim() === '') return null
  const { words, ranges } = placed
  // One of several equal places is nobody's: what stands there now may always have stood there.
  if (text.indexOf(words) !== text.lastIndexOf(words)) return null
  return { words, kind: marked?.[0]?.kind ?? 'other', ...surroundings(text, ranges) }
}

const goneIn = ({ event }: Stamped<ArticleEvent>): Set<string> =>
  new Set(
    event.type === 'draft-imported'
      ? event.claims.filter(({ outcome }) => outcome === 'gone' || outcome === 'left').map(({ claimId }) => claimId)
      : [],
  )

/** The lost claim's mark over its words; null when it is back, nowhere surely, or when somebody has marked these words anew. */
function returning(now: TextNow, id: string, lost: Lost): ServerEdit | null {
  const at = now.runs.has(id) ? null : surePlace(now.text, lost)
  if (at === null || [...now.runs.values()].some((runs) => runs.some((run) => isSame(run, at)))) return null
  return marking(at, { id, kind: lost.kind })
}

/** Off all places but the one the claim stood in before; null when there are no two, or when it cannot be told which that is. */
function undoubling(now: TextNow, id: string, lost: Lost): ServerEdit | null {
  const runs = now.runs.get(id)
  const placed = place(now.text, runs, lost.words)
  if (runs === undefined || placed === null || placed.doubled.length === 0) return null
  const alike = runs.filter((run) => now.text.slice(run.from, run.to) === lost.words)
  const [best, next] = alike
    .map((run) => ({ run, sides: sidesAlike(now.text, run, lost) }))
    .toSorted((a, b) => b.sides - a.sides)
  if (best === undefined || next === undefined || best.sides === next.sides) return null
  return unmarking(
    runs.filter((run) => run !== best.run),
    id,
  )
}

const isSame = (one: TextRange, other: TextRange): boolean => one.from === other.from && one.to === other.to
