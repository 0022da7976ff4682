/**
 * What stands before every route: who asks, whether the newsroom and the article are open to them, and whether a request that
 * changes something comes from our own pages. Unknown and unreadable get one and the same 404. Rules AC1, AC2, AC7.
 */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { mayManage, mayOpen, mayRead } from '#domain/actor.ts'
import { type Member, memberOf, personOf, programOf } from '../auth/identity.ts'
import { bearerOf, hasBearer } from '../auth/token.ts'
import { articles } from '../db/article-tables.ts'
import { refused } from './answer.ts'
import type { Env } from './env.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * AC7. A page of another site must not be able to use a person's session. What carries a token and no cookie uses nobody's session:
 * no browser adds a token by itself.
 */
export const ownPagesOnly = (allowed: (origin: string) => boolean) =>
  createMiddleware<Env>(async (c, next) => {
    if (reading.has(c.req.method)) return next()
    if (hasBearer(c.req.raw.headers) && c.req.header('cookie') === undefined) return next()
    const origin = c.req.header('origin')
    const foreign =
      origin === undefined
        ? c.req.header('sec-fetch-site') !== undefined && c.req.header('sec-fetch-site') !== 'same-origin'
        : !allowed(origin)
    return foreign ? c.json(...refused({ refusal: 'origin-not-allowed' })) : next()
  })

/** A person signed in, or 401. Nothing behind this is for programs. */
export const signedIn = createMiddleware<Env>(async (c, next) => {
  const person = await personOf(c.var.auth, c.req.raw.headers)
  if (person === null) return c.json(...refused({ refusal: 'not-signed-in' }))
  c.set('person', person)
  return next()
})

/** A person or program that is a member of the newsroom in the path, or 404; nobody that is known at all, 401. */
export const ofNewsroom = createMiddleware<Env>(async (c, next) => {
  const member = await memberAsking(c)
  if (typeof member === 'string') return c.json(...refused({ refusal: member }))
  // KP4. What one person decided and their browser kept is nobody else's to send, whoever is signed in there by now.
  const sentBy = c.req.header('tickmark-person')
  if (sentBy !== undefined && sentBy !== member.actor.id) return c.json(...refused({ refusal: 'not-signed-in' }))
  c.set('member', member)
  c.set('actor', member.actor)
  const key = c.req.header('idempotency-key')
  c.set('asked', {
    actor: member.actor,
    once: key === undefined ? null : { key: key.slice(0, 200), command: await commandOf(c.req) },
  })
  return next()
})

/** AC12. Members, rules and tokens are for admins. */
export const asAdmin = createMiddleware<Env>(async (c, next) =>
  mayManage(c.var.actor) ? next() : c.json(...refused({ refusal: 'not-an-admin' })),
)

/** What the desk shows takes a role at the desk: admin alone reads no article. */
export const atDesk = createMiddleware<Env>(async (c, next) =>
  mayRead(c.var.actor) ? next() : c.json(...refused({ refusal: 'not-found' })),
)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The article in the path, if it is open to this person, or 404. */
export const ofArticle = createMiddleware<Env>(async (c, next) => {
  const id = c.req.param('article') ?? ''
  const { services, actor } = c.var
  const [article] = uuid.test(id)
    ? await services.db.inNewsroom(actor.newsroomId, (tx) => tx.select().from(articles).where(eq(articles.id, id)))
    : []
  if (article === undefined || !mayOpen(actor, article)) return c.json(...refused({ refusal: 'not-found' }))
  c.set('article', article)
  return next()
})

/** AC13. A token counts before a session; one of another newsroom is as unknown here as the newsroom is to it. */
async function memberAsking(c: Context<Env>): Promise<Member | 'not-signed-in' | 'not-found'> {
  const { services, auth } = c.var
  const { headers } = c.req.raw
  const slug = c.req.param('newsroom') ?? ''
  if (hasBearer(headers)) {
    const bearer = bearerOf(headers)
    if (bearer === null) return 'not-signed-in'
    return bearer.newsroom === slug ? ((await programOf(services.db, bearer)) ?? 'not-signed-in') : 'not-found'
  }
  const person = await personOf(auth, headers)
  if (person === null) return 'not-signed-in'
  return (await memberOf(services.db, person, slug)) ?? 'not-found'
}

/** The body is read as bytes: a file among them would not come through as text. */
async function commandOf(request: {
  method: string
  path: string
  arrayBuffer(): Promise<ArrayBuffer>
}): Promise<string> {
  const hash = createHash('sha256').update(`${request.method} ${request.path}\n`)
  return hash.update(new Uint8Array(await request.arrayBuffer())).digest('hex')
}
