/**
 * Sign-in: better-auth for people, sessions and passwords, in its own schema. Newsrooms and memberships are not its business.
 * Nobody signs up by themselves; accounts are made by `people.ts`.
 */
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Database } from '../db/database.ts'
import { account, rateLimit, session, user, verification } from './tables.ts'

/** The header in which `http/` puts the address of the socket; whatever a client sent under this name is replaced. */
export const addressHeader = 'x-tickmark-client-address'

export type Auth = ReturnType<typeof createAuth>

export function createAuth(
  db: Database,
  options: { secret: string; origins: () => string[]; url: string | null; secure: boolean },
) {
  return betterAuth({
    appName: 'Tickmark',
    ...(options.url === null ? {} : { baseURL: options.url }),
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: () => options.origins(),
    database: drizzleAdapter(db.open, { provider: 'pg', schema: { user, session, account, verification, rateLimit } }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      // A removed session must be gone at once, not when a cookie's copy of it runs out.
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      customRules: { '/sign-in/email': { window: 60, max: 60 } },
    },
    advanced: {
      cookiePrefix: 'tickmark',
      useSecureCookies: options.secure,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
