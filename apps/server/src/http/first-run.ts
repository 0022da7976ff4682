/**
 * The first visit to an empty Tickmark: name the newsroom, make the first account, be in. Open as long as nobody has an account. From
 * another machine, or under a public address, it takes the code that was printed at the start: whoever finds the address first must
 * not be the one who owns it. Rules FR1, FR2.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { anyAccount, hashOf } from '../auth/accounts.ts'
import { leastPasswordLength } from '../auth/auth.ts'
import { slugShape } from '../auth/identity.ts'
import { sha256Of } from '../auth/token.ts'
import type { Database } from '../db/database.ts'
import { setUp } from '../decisions/newsroom.ts'
import { answers, body, newApp, refused, text } from './answer.ts'
import { isLocal } from './client-address.ts'
import { reservedSlugs } from './pages.ts'
import { signInHere } from './sign-in-here.ts'

/** Without what is easily taken for something else: 60 bits in twelve letters. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** From the servers' common key: each of several prints the same, and takes it whichever printed it. */
function codeFrom(secret: string): string {
  const bytes = [...createHmac('sha256', secret).update('first run').digest()].slice(0, 12)
  const code = bytes.map((byte) => letters[byte % letters.length]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

const sameCode = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(sha256Of(a)), Buffer.from(sha256Of(b)))

export class FirstRun {
  readonly #db: Database
  readonly #isPublic: boolean
  readonly code: string
  /** Once somebody has an account it stays so. */
  #over: boolean

  constructor(db: Database, { secret, isPublic, isDemo }: { secret: string; isPublic: boolean; isDemo: boolean }) {
    this.#db = db
    this.code = codeFrom(secret)
    this.#isPublic = isPublic
    this.#over = isDemo
  }

  async isOpen(): Promise<boolean> {
    if (!this.#over) this.#over = await anyAccount(this.#db.open)
    return !this.#over
  }

  needsCode(c: Context): boolean {
    return this.#isPublic || !isLocal(c)
  }

  admits(c: Context, code: string): boolean {
    return !this.needsCode(c) || sameCode(code.trim().toUpperCase(), this.code)
  }
}

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

const firstNewsroom = z.object({
  name: text(200).trim().min(1),
  slug: z
    .string()
    .regex(slugShape)
    .refine((slug) => !(reservedSlugs as readonly string[]).includes(slug), 'is taken by Tickmark itself'),
  zone: z.string().refine((zone) => zones.has(zone), 'is no time zone'),
})

export const firstRunRoutes = (firstRun: FirstRun) =>
  newApp().openapi(
    createRoute({
      method: 'post',
      path: '/first-run',
      summary: 'Found the first newsroom and make the first account, once',
      request: {
        body: body(
          z.object({
            newsroom: firstNewsroom,
            name: text(200).trim().min(1),
            email: text(320).trim(),
            password: z.string().max(128),
            code: z.string().max(100).default(''),
          }),
        ),
      },
      responses: answers(201, z.object({ newsroom: z.string() }), 'Founded, and signed in as its admin and editor'),
    }),
    async (c) => {
      const { services, auth } = c.var
      const { newsroom, name, email, password, code } = c.req.valid('json')
      if (!(await firstRun.isOpen())) return c.json(...refused({ refusal: 'already-set-up' }))
      if (!firstRun.admits(c, code)) return c.json(...refused({ refusal: 'code-needed' }))
      if (!z.email().safeParse(email).success) return c.json(...refused({ refusal: 'email-not-understood' }))
      if (password.length < leastPasswordLength) return c.json(...refused({ refusal: 'password-too-short' }))
      const done = await setUp(services, newsroom, { name, email, passwordHash: await hashOf(auth, password) })
      if (!done.ok) return c.json(...refused(done))
      await signInHere(c, { email: email.toLowerCase(), password })
      return c.json(done.value, 201)
    },
  )
