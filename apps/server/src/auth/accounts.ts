/** Accounts are made by Tickmark, never by a form that anyone can fill in. */
import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Auth } from './auth.ts'
import { user } from './tables.ts'

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Makes the account; one with this address is left as it is, password included. `id` is the person's. */
export async function ensureAccount(
  db: Database,
  auth: Auth,
  account: NewAccount,
): Promise<{ id: string; made: boolean }> {
  const email = account.email.toLowerCase()
  const [known] = await db.open.select({ id: user.id }).from(user).where(eq(user.email, email))
  if (known !== undefined) return { id: known.id, made: false }
  const { internalAdapter, password } = await auth.$context
  const made = await internalAdapter.createUser({ email, name: account.name, emailVerified: true }, { method: 'admin' })
  await internalAdapter.linkAccount({
    userId: made.id,
    providerId: 'credential',
    accountId: made.id,
    password: await password.hash(account.password),
  })
  return { id: made.id, made: true }
}
