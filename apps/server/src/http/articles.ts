/** Articles as they are: the row, the text, the file they came in; and changing what is known about them and who may open them. */
import { createRoute, z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { ok, refuse, type Result } from '#domain/result.ts'
import { SCHEMA_NUMBER } from '#document/schema.ts'
import { articleRow, articleView } from '#protocol/view.ts'
import { articles } from '../db/article-tables.ts'
import { changeAccessTo, changeDetailsOf } from '../decisions/article-change.ts'
import { headOf } from '../log/stream.ts'
import { readStandings } from '../projection/claim-reader.ts'
import { readDesk, rowView } from '../projection/desk-reader.ts'
import { answers, articleParams, body, newApp, newsroomParams, refused } from './answer.ts'
import { attachment } from './attachment.ts'
import type { Env } from './env.ts'
import { detailShapes } from './import.ts'

const mostNamed = 1_000

const changed = z.object({
  ...detailShapes,
  // Named here to be refused with a reason: they are changed in the text.
  title: z.unknown(),
  deck: z.unknown(),
})

const { 200: _, ...refusals } = answers(200, z.object({}), '')

export const articleRoutes = newApp().openapi(
  createRoute({
    method: 'get',
    path: '/articles',
    summary: 'Articles open to you, in order of risk',
    request: { params: newsroomParams },
    responses: answers(200, z.object({ articles: z.array(articleRow) }), 'Articles'),
  }),
  async (c) => {
    const { services, actor } = c.var
    const desk = await services.db.inNewsroom(actor.newsroomId, (tx) => readDesk(tx, actor, services.now()))
    return c.json({ articles: desk.rows }, 200)
  },
)

/** The article as it is now: the row is read again, since the answer to a change tells of the change. */
async function show(c: Context<Env>): Promise<Result<z.infer<typeof articleView>>> {
  const { services, article: asked } = c.var
  const found = await services.db.inNewsroom(asked.newsroomId, async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, asked.id))
    const head = await headOf(tx, asked.id)
    return article && head && { article, head, claims: await readStandings(tx, [asked.id]) }
  })
  if (!found) return refuse('not-found')
  const { article, head, claims } = found
  return ok({
    ...rowView(article, claims),
    deck: article.deck,
    publicationDate: article.publicationDate,
    byline: article.byline,
    suggests: article.suggests,
    original: article.original,
    open: article.open,
    people: article.people,
    importedBy: article.importedBy,
    importedAt: article.importedAt.toISOString(),
    ...head,
    schema: SCHEMA_NUMBER,
  })
}

/** Below one article; the gate has found it and it is open to whoever asks. */
export const oneArticleRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{article}',
      summary: 'One article',
      request: { params: articleParams },
      responses: answers(200, articleView, 'The article'),
    }),
    async (c) => {
      const shown = await show(c)
      return shown.ok ? c.json(shown.value, 200) : c.json(...refused(shown))
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/articles/{article}',
      summary: 'Change what is known about the article; title and deck are part of its text',
      request: { params: articleParams, body: body(changed.partial()) },
      responses: answers(200, articleView, 'The article'),
    }),
    async (c) => {
      const { title, deck, dueAt, ...details } = c.req.valid('json')
      if (title !== undefined || deck !== undefined) return c.json(...refused(refuse('title-in-text')))
      const done = await changeDetailsOf(c.var.services, c.var.asked, c.var.article.id, {
        ...details,
        ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt).toISOString() }),
      })
      const shown = done.ok ? await show(c) : done
      return shown.ok ? c.json(shown.value, 200) : c.json(...refused(shown))
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{article}/access',
      summary: 'Open the article to the whole newsroom, or to people named; whoever asks is always among them',
      request: {
        params: articleParams,
        body: body(
          z.object({ open: z.enum(['newsroom', 'named']), people: z.array(z.string()).max(mostNamed).default([]) }),
        ),
      },
      responses: answers(200, z.object({ seq: z.int() }), 'Done; sockets of people shut out close within seconds'),
    }),
    async (c) => {
      const done = await changeAccessTo(c.var.services, c.var.asked, c.var.article.id, c.req.valid('json'))
      return done.ok ? c.json(done.value, 200) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{article}/original',
      summary: 'The file it was brought in from, byte for byte, as an attachment; 404 when it was pasted',
      request: { params: articleParams },
      responses: {
        200: {
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
          description: 'The bytes as they were uploaded',
        },
        ...refusals,
      },
    }),
    async (c) => {
      const { original, newsroomId } = c.var.article
      const bytes = original === null ? null : await c.var.services.blobs.read(newsroomId, original.sha256)
      if (original === null || bytes === null) return c.json(...refused(refuse('not-found')))
      return attachment(original.name, bytes)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{article}/text',
      summary: 'The plain text, and the seq it is from',
      request: { params: articleParams },
      responses: answers(200, z.object({ text: z.string(), seq: z.int() }), 'Text'),
    }),
    async (c) => {
      const { article, services } = c.var
      const entered = await services.rooms.enter(article.id, article.newsroomId)
      if (entered === null) return c.json(...refused(refuse('not-found')))
      const { text, seq } = entered.room.now
      entered.release()
      return c.json({ text, seq }, 200)
    },
  )
