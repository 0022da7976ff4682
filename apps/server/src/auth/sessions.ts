/** Sessions as open sockets need them: whose a request is, and which of many are still good, asked at once. */
import { and, gt, inArray, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Auth } from './auth.ts'
import type { Person } from './identity.ts'
import { session } from './tables.ts'
import { sha256Of } from './token.ts'

export interface Visitor {
  readonly session: string
  readonly person: Person
}

/** Cookies kept in mind: far more than people who are in at once, far fewer than would be felt. */
const mostCookies = 20_000

const sessionSql = `
select s.id as session, u.id, u.name, u.email from auth.session s join auth.user u on u.id = s.user_id
where s.id = $1 and s.expires_at > now()`

/**
 * Whose a socket is. That a cookie is of our making is asked of better-auth once, which costs more than all else a socket needs;
 * whether its session is still good is asked each time.
 */
export class Visitors {
  readonly #db: Database
  readonly #auth: Auth
  /** Hash of a Cookie header that was good → session id. */
  readonly #known = new Map<string, string>()

  constructor(db: Database, auth: Auth) {
    this.#db = db
    this.#auth = auth
  }

  async of(headers: Headers): Promise<Visitor | null> {
    const cookie = sha256Of(headers.get('cookie') ?? '')
    const session = this.#known.get(cookie)
    const known = session === undefined ? null : await this.#still(session)
    return known ?? this.#ask(headers, cookie)
  }

  async #still(session: string): Promise<Visitor | null> {
    const { rows } = await this.#db.pool.query<Person & { session: string }>({
      name: 'session',
      text: sessionSql,
      values: [session],
    })
    const [found] = rows
    return found === undefined ? null : visitorFrom(found.session, found)
  }

  async #ask(headers: Headers, cookie: string): Promise<Visitor | null> {
    this.#known.delete(cookie)
    const found = await this.#auth.api.getSession({ headers })
    if (found === null) return null
    if (this.#known.size >= mostCookies) this.#known.clear()
    this.#known.set(cookie, found.session.id)
    return visitorFrom(found.session.id, found.user)
  }
}

const visitorFrom = (session: string, { id, name, email }: Person): Visitor => ({
  session,
  person: { id, name, email },
})

/** Parameters of one statement. */
const mostAtOnce = 5_000

export async function goodSessions(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const good = new Set<string>()
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const rows = await db.open
      .select({ id: session.id })
      .from(session)
      .where(and(inArray(session.id, ids.slice(from, from + mostAtOnce)), gt(session.expiresAt, sql`now()`)))
    for (const { id } of rows) good.add(id)
  }
  return good
}
