/**
 * Guessing passwords is slow for whoever tries one account, and for nobody else. After nine wrong passwords within fifteen minutes
 * the account takes none, not even the right one, until the fifteen minutes have passed; restarting the server changes nothing.
 * An address that is nobody's is counted in the same way, so the replies tell nothing. Rule AC14.
 */
import { eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Auth } from './auth.ts'
import { failedSignIns } from './tables.ts'
import { keyedHash } from './token.ts'

export const mostWrongTries = 9
export const windowMs = 15 * 60_000

export class Throttle {
  readonly #db: Database
  readonly #auth: Auth
  readonly #now: () => Date
  /** Tries at one account wait for one another, or many at once would all be counted too late. */
  readonly #last = new Map<string, Promise<unknown>>()

  constructor(db: Database, auth: Auth, now: () => Date) {
    this.#db = db
    this.#auth = auth
    this.#now = now
  }

  /** Runs `attempt`, which says whether the password was wrong, or answers `throttled` without running it. */
  async take<T extends { wrong: boolean }>(email: string, attempt: () => Promise<T>): Promise<T | 'throttled'> {
    const account = (await keyedHash(this.#auth, 'account', email.trim().toLowerCase())).toString('base64url')
    const before = this.#last.get(account) ?? Promise.resolve()
    const mine = before.catch(() => undefined).then(() => this.#try(account, attempt))
    this.#last.set(account, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(account) === mine) this.#last.delete(account)
    }
  }

  async #try<T extends { wrong: boolean }>(account: string, attempt: () => Promise<T>): Promise<T | 'throttled'> {
    const { open } = this.#db
    const since = new Date(this.#now().getTime() - windowMs)
    const [known] = await open.select().from(failedSignIns).where(eq(failedSignIns.account, account))
    if (known !== undefined && known.since > since && known.tries >= mostWrongTries) return 'throttled'
    const outcome = await attempt()
    if (outcome.wrong) {
      const at = this.#now()
      const stale = sql`${failedSignIns.since} <= ${since.toISOString()}::timestamptz`
      await open
        .insert(failedSignIns)
        .values({ account, tries: 1, since: at })
        .onConflictDoUpdate({
          target: failedSignIns.account,
          set: {
            tries: sql`case when ${stale} then 1 else ${failedSignIns.tries} + 1 end`,
            since: sql`case when ${stale} then ${at.toISOString()}::timestamptz else ${failedSignIns.since} end`,
          },
        })
      // Whoever tries many addresses leaves a row for each; those that count no more go with the next wrong try.
      await open.delete(failedSignIns).where(lt(failedSignIns.since, since))
    } else if (known !== undefined) {
      await open.delete(failedSignIns).where(eq(failedSignIns.account, account))
    }
    return outcome
  }
}
