/**
 * What stands before every route: who asks, whether the newsroom and the article are open to them, and whether a request that
 * changes something comes from our own pages. Unknown and unreadable get one and the same 404. Rules AC1, AC2, AC7.
 */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { createMiddleware } from 'hono/factory'
import { mayOpen, mayRead } from '#domain/actor.ts'
import { memberOf, personOf } from '../auth/identity.ts'
import { articles } from '../db/article-tables.ts'
import { refused } from './answer.ts'
import type { Env } from './env.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** AC7. A page of another site must not be able to use a person's session. Programs without a browser send no cookie either. */
export const ownPagesOnly = (allowed: (origin: string) => boolean) =>
  createMiddleware<Env>(async (c, next) => {
    if (reading.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const foreign =
      origin === undefined
        ? c.req.header('sec-fetch-site') !== undefined && c.req.header('sec-fetch-site') !== 'same-origin'
        : !allowed(origin)
    return foreign ? c.json(...refused({ refusal: 'origin-not-allowed' })) : next()
  })

/** Signed in, or 401. */
export const signedIn = createMiddleware<Env>(async (c, next) => {
  const person = await personOf(c.var.auth, c.req.raw.headers)
  if (person === null) return c.json(...refused({ refusal: 'not-signed-in' }))
  c.set('person', person)
  return next()
})

/** A member of the newsroom in the path, or 404. */
export const ofNewsroom = createMiddleware<Env>(async (c, next) => {
  const member = await memberOf(c.var.services.db, c.var.person, c.req.param('newsroom') ?? '')
  if (member === null) return c.json(...refused({ refusal: 'not-found' }))
  c.set('member', member)
  c.set('actor', member.actor)
  const key = c.req.header('idempotency-key')
  c.set('asked', {
    actor: member.actor,
    once: key === undefined ? null : { key: key.slice(0, 200), command: await commandOf(c.req) },
  })
  return next()
})

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

async function commandOf(request: { method: string; path: string; text(): Promise<string> }): Promise<string> {
  const text = await request.text()
  return createHash('sha256').update(`${request.method} ${request.path}\n${text}`).digest('hex')
}
