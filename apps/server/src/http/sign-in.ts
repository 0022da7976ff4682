/**
 * Sign-in and sessions: the few routes of better-auth that Tickmark uses, and no others. Its own limits per address see the address of
 * the socket; wrong passwords for one account are counted by `Throttle`. Cookies only: a program's token opens nothing here. AC14, AC15.
 */
import type { BlockList } from 'node:net'
import { Hono } from 'hono'
import { z } from 'zod'
import { addressHeader, type Auth } from '../auth/auth.ts'
import type { Throttle } from '../auth/throttle.ts'
import { refused } from './answer.ts'
import { addressOf } from './client-address.ts'

const reads = new Set(['get-session', 'list-sessions', 'ok'])
const acts = new Set(['sign-out', 'revoke-session', 'revoke-other-sessions'])

// Counted by the very address that is tried: nothing may reach better-auth that was not understood here.
const attempt = z.object({ email: z.string().max(320), password: z.string().max(128) })

export interface SignInDoors {
  readonly auth: Auth
  readonly throttle: Throttle
  readonly proxies: BlockList | null
}

export const signInRoutes = ({ auth, throttle, proxies }: SignInDoors) =>
  new Hono()
    .use(async (c, next) => {
      const headers = new Headers(c.req.raw.headers)
      headers.set(addressHeader, addressOf(c, proxies))
      headers.delete('authorization')
      c.req.raw = new Request(c.req.raw, { headers })
      return next()
    })
    .post('/sign-in/email', async (c) => {
      const sent = attempt.safeParse(await c.req.json().catch(() => null))
      if (!sent.success) return c.json(...refused({ refusal: 'not-understood' }))
      const { url, headers } = c.req.raw
      const plain = new Headers(headers)
      plain.set('content-type', 'application/json')
      plain.delete('content-length')
      const taken = await throttle.take(sent.data.email, async () => {
        const body = JSON.stringify(sent.data)
        const response = await auth.handler(new Request(url, { method: 'POST', headers: plain, body }))
        return { wrong: response.status === 401, response }
      })
      return taken === 'throttled' ? c.json(...refused({ refusal: 'throttled' })) : taken.response
    })
    // Whoever has got hold of a session must not be able to guess the password behind it.
    .post('/change-password', async (c) => {
      const session = await auth.api.getSession({ headers: c.req.raw.headers })
      if (session === null) return c.json(...refused({ refusal: 'not-signed-in' }))
      const taken = await throttle.take(session.user.email, async () => {
        const response = await auth.handler(c.req.raw)
        const told = (await response
          .clone()
          .json()
          .catch(() => null)) as { code?: string } | null
        return { wrong: told?.code === 'INVALID_PASSWORD', response }
      })
      return taken === 'throttled' ? c.json(...refused({ refusal: 'throttled' })) : taken.response
    })
    .get('/:route', (c, next) => (reads.has(c.req.param('route')) ? auth.handler(c.req.raw) : next()))
    .post('/:route', (c, next) => (acts.has(c.req.param('route')) ? auth.handler(c.req.raw) : next()))
    .all('/*', (c) => c.json(...refused({ refusal: 'not-found' })))
