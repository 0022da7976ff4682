/**
 * Sign-in: better-auth for people, sessions and passwords, in its own schema. Newsrooms and memberships are not its business.
 * Nobody signs up by themselves; accounts are made by `accounts.ts`.
 */
import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Database } from '../db/database.ts'
import { account, rateLimit, session, user, verification } from './tables.ts'

export const leastPasswordLength = 10

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
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPasswordLength },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      // People see and end their own sessions however long ago they signed in.
      freshAge: 0,
      // A removed session must be gone at once, not when a cookie's copy of it runs out.
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      // Per address, and generous: a whole newsroom shares one. What protects an account is `throttle.ts`.
      customRules: { '/sign-in/email': { window: 60, max: 300 }, '/change-password': { window: 60, max: 20 } },
    },
    hooks: {
      // AC16. Whoever else was signed in with the old password is out, whatever the request says.
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== '/change-password') return
        return { context: { body: { ...(ctx.body as object), revokeOtherSessions: true } } }
      }),
    },
    advanced: {
      // A browser takes a __Host- cookie over https only, for this very host and the whole of it. better-auth's own prefix is a weaker one.
      cookiePrefix: options.secure ? '__Host-tickmark' : 'tickmark',
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/', secure: options.secure },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
