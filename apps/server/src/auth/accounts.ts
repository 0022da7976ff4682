/** Accounts are made by Tickmark, never by a form that anyone can fill in. */
import { eq, inArray } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Database, Tx } from '../db/database.ts'
import type { Auth } from './auth.ts'
import { account as credentials, user } from './tables.ts'

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The database outside of a transaction, or inside one. */
type Store = Pick<Tx, 'select' | 'insert'>

export const hashOf = async (auth: Auth, password: string): Promise<string> =>
  (await auth.$context).password.hash(password)

/** Makes the account; one with this address is left as it is, password included. `id` is the person's. */
export async function ensureAccount(
  db: Database,
  auth: Auth,
  account: NewAccount,
): Promise<{ id: string; made: boolean }> {
  const known = await accountAt(db.open, account.email)
  if (known !== null) return { id: known.id, made: false }
  const hash = await hashOf(auth, account.password)
  return db.transaction((tx) => putAccount(tx, account, hash))
}

/** The same with a password that is hashed already: hashing takes long, and nothing that takes long belongs in a transaction. */
export async function putAccount(
  store: Store,
  { name, email }: Pick<NewAccount, 'name' | 'email'>,
  hash: string,
): Promise<{ id: string; made: boolean }> {
  const [made] = await store
    .insert(user)
    .values({ id: newId(), name, email: email.toLowerCase(), emailVerified: true })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id })
  if (made === undefined) {
    const known = await accountAt(store, email)
    if (known === null) throw new Error('An account is neither there nor can it be made.')
    return { id: known.id, made: false }
  }
  const { id } = made
  await store.insert(credentials).values({
    id: newId(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: hash,
  })
  return { id, made: true }
}

export async function accountAt(store: Store, email: string): Promise<{ id: string; name: string } | null> {
  const [found] = await store
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(eq(user.email, email.toLowerCase()))
  return found ?? null
}

/** Addresses of these people, by id; programs have none. */
export async function emailsOf(db: Database, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await db.open
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(inArray(user.id, [...people]))
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** Whether anybody has an account yet. */
export async function anyAccount(store: Store): Promise<boolean> {
  const rows = await store.select({ id: user.id }).from(user).limit(1)
  return rows.length > 0
}
