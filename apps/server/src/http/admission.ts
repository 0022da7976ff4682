/**
 * Who is let in to a socket, asked when it opens and every two seconds after: losing a right takes effect on what is open. Many at once
 * are let in a few at a time, and all who are in are asked about together, by newsroom. Rules AC6, RM27.
 */
import { and, eq, inArray } from 'drizzle-orm'
import pg from 'pg'
import { mayEdit, mayOpen, mayRead } from '#domain/actor.ts'
import { type CloseCode, closeCode } from '#protocol/frames.ts'
import { actorFrom, type Member, memberColumns, memberFrom, type MemberRow, slugShape } from '../auth/identity.ts'
import { goodSessions, type Visitors } from '../auth/sessions.ts'
import { articles } from '../db/article-tables.ts'
import type { Database } from '../db/database.ts'
import { memberships } from '../db/newsroom-tables.ts'
import { Doorway } from '../rooms/doorway.ts'

export interface Admitted {
  readonly session: string
  readonly member: Member
  readonly mayWrite: boolean
  /** The seq that the article's rows stood at. */
  readonly followed: number
}
export type Admission =
  { readonly ok: true; readonly value: Admitted } | { readonly ok: false; readonly close: CloseCode }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id of none. */
const noArticle = '00000000-0000-0000-0000-000000000000'

/** So many are let in at a time: the rest of the server goes on meanwhile. */
const doorway = new Doorway(10)

/** `article` null: the newsroom's own socket. */
export const admit = (
  { db, visitors }: { db: Database; visitors: Visitors },
  headers: Headers,
  newsroom: string,
  article: string | null,
): Promise<Admission> =>
  doorway.through(async () => {
    const visitor = await visitors.of(headers)
    if (visitor === null) return { ok: false, close: closeCode.notSignedIn }
    const reader = await readerOf(db, visitor.person.id, newsroom, article)
    if (reader === null) return { ok: false, close: closeCode.notFound }
    return { ok: true, value: { session: visitor.session, ...reader, mayWrite: mayEdit(reader.member.actor) } }
  })

interface Reader {
  readonly member: Member
  readonly followed: number
}

/** AC9. The person as a member to whom newsroom and article are open; null for every other case, which all look the same. */
async function readerOf(db: Database, person: string, slug: string, article: string | null): Promise<Reader | null> {
  if (!slugShape.test(slug) || (article !== null && !uuid.test(article))) return null
  const [row] = await db.askAt<
    MemberRow & { open: 'newsroom' | 'named' | null; people: string[] | null; followed: number }
  >(
    slug,
    `select ${memberColumns}, a.open, a.people, coalesce(a.placed_at_seq, 0)::float8 as followed
     from newsrooms n join memberships m on m.newsroom_id = n.id
     left join articles a on a.id = ${pg.escapeLiteral(article ?? noArticle)}
     where n.slug = ${pg.escapeLiteral(slug)} and m.person = ${pg.escapeLiteral(person)} and not m.left`,
  )
  if (row === undefined) return null
  const { open, people } = row
  const member = memberFrom(row)
  if (!mayRead(member.actor)) return null
  if (article !== null && (open === null || people === null || !mayOpen(member.actor, { open, people }))) return null
  return { member, followed: row.followed }
}

const everyMs = 2_000

/** An open socket, as far as rights go. */
export interface Seat {
  readonly session: string
  readonly person: string
  readonly newsroomId: string
  /** Null: the newsroom's own socket. */
  readonly article: string | null
  /** What it was opened with; null where it makes no difference. */
  readonly mayWrite: boolean | null
  close(code: CloseCode, reason?: string): void
}

/** Asks about every open socket again and again; a question that cannot be answered just now changes nothing. */
export class Watch {
  readonly #db: Database
  readonly #seats = new Set<Seat>()
  readonly #timer: NodeJS.Timeout
  #asking: Promise<void> | null = null

  constructor(db: Database) {
    this.#db = db
    this.#timer = setInterval(() => void this.ask(), everyMs)
    this.#timer.unref()
  }

  /** Returns how to stop asking. */
  add(seat: Seat): () => void {
    this.#seats.add(seat)
    return () => this.#seats.delete(seat)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Asks now. A round that takes longer than the pause is not overtaken by the next. */
  ask(): Promise<void> {
    this.#asking ??= this.#askAll().finally(() => (this.#asking = null))
    return this.#asking
  }

  async #askAll(): Promise<void> {
    const seats = [...this.#seats]
    if (seats.length === 0) return
    try {
      const good = await goodSessions(this.#db, [...new Set(seats.map(({ session }) => session))])
      for (const seat of seats) if (!good.has(seat.session)) seat.close(closeCode.notSignedIn)
      for (const newsroomId of new Set(seats.map((seat) => seat.newsroomId))) {
        await this.#askIn(
          newsroomId,
          seats.filter((seat) => seat.newsroomId === newsroomId),
        )
      }
    } catch {
      // The database does not answer: whoever was let in stays, and is asked about again in a moment.
    }
  }

  async #askIn(newsroomId: string, seats: readonly Seat[]): Promise<void> {
    const people = [...new Set(seats.map(({ person }) => person))]
    const ids = [...new Set(seats.flatMap(({ article }) => article ?? []))]
    const { members, open } = await this.#db.inNewsroom(newsroomId, async (tx) => ({
      members: await tx
        .select()
        .from(memberships)
        .where(and(eq(memberships.newsroomId, newsroomId), inArray(memberships.person, people))),
      open:
        ids.length === 0
          ? []
          : await tx
              .select({ id: articles.id, open: articles.open, people: articles.people })
              .from(articles)
              .where(inArray(articles.id, ids)),
    }))
    const actors = new Map(members.flatMap((row) => (row.left ? [] : [[row.person, actorFrom(row)]])))
    const byId = new Map(open.map((article) => [article.id, article]))
    for (const seat of seats) {
      const actor = actors.get(seat.person)
      const article = seat.article === null ? null : byId.get(seat.article)
      const mayStay = actor !== undefined && mayRead(actor) && article !== undefined
      if (!mayStay || (article !== null && !mayOpen(actor, article))) seat.close(closeCode.notFound)
      // Coming back is how a client learns that it may now do less, or more.
      else if (seat.mayWrite !== null && seat.mayWrite !== mayEdit(actor)) seat.close(closeCode.restarting, '0')
    }
  }
}
