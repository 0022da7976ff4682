/** The newsroom itself, its desk and its library of sources. */
import { createRoute, z } from '@hono/zod-openapi'
import { asc, desc, eq } from 'drizzle-orm'
import { sourceKinds, sourceTerms } from '#domain/source.ts'
import { articleRow, newsroomView, sourceView, tallyView } from '#protocol/view.ts'
import { readEveryone, viewFrom } from '../auth/identity.ts'
import { sources } from '../db/newsroom-tables.ts'
import { addSourceToLibrary } from '../decisions/source.ts'
import { sourceViewOf } from '../projection/claim-reader.ts'
import { readDesk } from '../projection/desk-reader.ts'
import { answers, body, newApp, newsroomParams, refused, text } from './answer.ts'
import { atDesk } from './gate.ts'

export const newSource = z.object({
  kind: z.enum(sourceKinds),
  title: text(1_000).trim().min(1),
  publisher: text(1_000).default(''),
  // A link that a reader may follow; never javascript: or data:.
  url: z.union([z.literal(''), z.url({ protocol: /^(https?|mailto)$/ }).max(4_000)]).default(''),
  author: text(1_000).default(''),
  publishedOn: z.union([z.literal(''), z.iso.date()]).default(''),
  language: z.union([z.literal(''), z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)]).default(''),
  terms: z.enum(sourceTerms).default('on-record'),
  attribution: text(1_000).default(''),
  anonymity: text(10_000).default(''),
})

export const newsroomRoutes = newApp().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'The newsroom, who you are in it and who else is',
    request: { params: newsroomParams },
    responses: answers(200, newsroomView, 'The newsroom'),
  }),
  async (c) => {
    const { member, services } = c.var
    const { id, slug, name, zone } = member.newsroom
    const people = await services.db.inNewsroom(id, (tx) => readEveryone(tx, id))
    return c.json({ slug, name, zone, me: member.view, people: people.map(viewFrom) }, 200)
  },
)

export const deskRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: '/desk',
      summary: 'Tonight: every article open to you with its counts',
      middleware: atDesk,
      request: { params: newsroomParams },
      responses: answers(
        200,
        z.object({ articles: z.array(articleRow), tally: tallyView, now: z.iso.datetime() }),
        'Articles in order of risk, the counts of all of them, and the server’s clock',
      ),
    }),
    async (c) => {
      const { services, actor } = c.var
      const now = services.now()
      const desk = await services.db.inNewsroom(actor.newsroomId, (tx) => readDesk(tx, actor, now))
      return c.json({ articles: desk.rows, tally: desk.tally, now: now.toISOString() }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/sources',
      summary: 'The library; with `find`, what has these words',
      middleware: atDesk,
      request: { params: newsroomParams, query: z.object({ find: z.string().max(200).optional() }) },
      responses: answers(200, z.object({ sources: z.array(sourceView) }), 'Sources, newest first'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const rows = await services.db.inNewsroom(actor.newsroomId, (tx) =>
        tx
          .select()
          .from(sources)
          .where(eq(sources.newsroomId, actor.newsroomId))
          .orderBy(desc(sources.addedAt), asc(sources.id)),
      )
      const find = c.req.valid('query').find?.trim().toLowerCase() ?? ''
      const found = rows.filter((row) => `${row.title} ${row.publisher} ${row.url}`.toLowerCase().includes(find))
      return c.json({ sources: found.map(sourceViewOf) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sources',
      summary: 'Add a source to the library',
      middleware: atDesk,
      request: { params: newsroomParams, body: body(newSource) },
      responses: answers(201, sourceView, 'Added'),
    }),
    async (c) => {
      const added = await addSourceToLibrary(c.var.services, c.var.asked, { ...c.req.valid('json'), approvedBy: null })
      return added.ok ? c.json(added.value, 201) : c.json(...refused(added))
    },
  )
