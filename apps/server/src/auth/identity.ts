/** Who is asking: from a request's session to a person, and from a person to what they are in one newsroom. */
import { and, eq } from 'drizzle-orm'
import pg from 'pg'
import type { Actor } from '#domain/actor.ts'
import type { PersonView } from '#protocol/view.ts'
import type { Database, Tx } from '../db/database.ts'
import { memberships } from '../db/newsroom-tables.ts'
import type { Auth } from './auth.ts'
import { type BearerToken, sha256Of } from './token.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Newsroom {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly zone: string
}

export interface Member {
  readonly newsroom: Newsroom
  readonly actor: Actor
  readonly view: PersonView
}

export async function personOf(auth: Auth, headers: Headers): Promise<Person | null> {
  const found = await auth.api.getSession({ headers })
  return found === null ? null : { id: found.user.id, name: found.user.name, email: found.user.email }
}

/** What a newsroom's slug can look like; anything else in an address is not asked of the database. */
export const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

export async function newsroomAt(db: Database, slug: string): Promise<Newsroom | null> {
  if (!slugShape.test(slug)) return null
  // Asked with every request of a program: prepared, it costs a third.
  const { rows } = await db.pool.query<Newsroom>({
    name: 'newsroom-at',
    text: 'select id, slug, name, zone from newsrooms where slug = $1',
    values: [slug],
  })
  return rows[0] ?? null
}

/** Who somebody is in a newsroom, as a question gives it that joins `newsrooms n` and `memberships m`. */
export const memberColumns =
  'm.newsroom_id as "newsroomId", n.slug, n.name as newsroom, n.zone, m.person, m.name, m.hue, m.roles, m.kind, m.left'

export type MemberRow = Omit<MembershipRow, 'tokenSha256' | 'seq'> &
  Omit<Newsroom, 'id' | 'name'> & { newsroom: string }

export const memberFrom = (row: MemberRow): Member => ({
  newsroom: { id: row.newsroomId, slug: row.slug, name: row.newsroom, zone: row.zone },
  actor: actorFrom(row),
  view: viewFrom(row),
})

/** The person as a member of the newsroom; null when it does not exist or they have no part in it, which look the same. */
export async function memberOf(db: Database, person: Person, slug: string): Promise<Member | null> {
  if (!slugShape.test(slug)) return null
  const [row] = await db.askAt<MemberRow>(
    slug,
    `select ${memberColumns} from newsrooms n join memberships m on m.newsroom_id = n.id
     where n.slug = ${pg.escapeLiteral(slug)} and m.person = ${pg.escapeLiteral(person.id)} and not m.left`,
  )
  return row === undefined ? null : memberFrom(row)
}

/** AC13. The program whose token this is, in the newsroom that the token names; null when there is none (any more). */
export async function programOf(db: Database, { newsroom: slug, token }: BearerToken): Promise<Member | null> {
  const newsroom = await newsroomAt(db, slug)
  if (newsroom === null) return null
  return db.inNewsroom(newsroom.id, async (tx) => {
    const [row] = await tx
      .select()
      .from(memberships)
      .where(and(eq(memberships.newsroomId, newsroom.id), eq(memberships.tokenSha256, sha256Of(token))))
    return row === undefined || row.left || row.kind !== 'program'
      ? null
      : { newsroom, actor: actorFrom(row), view: viewFrom(row) }
  })
}

type MembershipRow = typeof memberships.$inferSelect

export const actorFrom = (row: Pick<MembershipRow, 'person' | 'name' | 'newsroomId' | 'roles'>): Actor => ({
  id: row.person,
  name: row.name,
  newsroomId: row.newsroomId,
  roles: new Set(row.roles),
})

export const viewFrom = ({
  person,
  name,
  hue,
  roles,
  kind,
  left,
}: Omit<MembershipRow, 'newsroomId' | 'tokenSha256' | 'seq'>): PersonView => ({
  id: person,
  name,
  initials: initialsOf(name),
  hue,
  roles,
  kind,
  left,
})

/** First letters of the first and last name, as a reader would see them: whole characters, not code units. */
export function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/u)
  const letters = names.length > 1 ? [names[0], names.at(-1)] : [names[0]]
  return letters.map((part) => [...(part ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** Everyone who belongs to the newsroom that the transaction was opened for; who has left may do nothing any more. */
export const readMembers = async (tx: Tx, newsroomId: string): Promise<MembershipRow[]> =>
  (await readEveryone(tx, newsroomId)).filter(({ left }) => !left)

/** Those who have left as well: their names stand beside what they did. */
export const readEveryone = (tx: Tx, newsroomId: string): Promise<MembershipRow[]> =>
  tx.select().from(memberships).where(eq(memberships.newsroomId, newsroomId)).orderBy(memberships.name)
