/** Bringing articles in, and reading them: the row, the text, the history. */
import { createRoute, z } from '@hono/zod-openapi'
import { mayEdit } from '#domain/actor.ts'
import { refuse } from '#domain/result.ts'
import type { ArticleDraft, DocumentJson, ImportNote } from '#document/draft.ts'
import { SCHEMA_NUMBER } from '#document/schema.ts'
import { articleRow, articleView, historyEntry } from '#protocol/view.ts'
import { bringArticleIn } from '../decisions/new-article.ts'
import { importPasted } from '../import/paste.ts'
import { headOf } from '../log/stream.ts'
import { readClaims } from '../projection/claim-reader.ts'
import { readDesk, rowView } from '../projection/desk-reader.ts'
import { readHistory } from '../projection/history-reader.ts'
import { answers, articleParams, body, newApp, newsroomParams, refused, text } from './answer.ts'

/** Characters of one pasted article. The longest articles are a tenth of it. */
const mostPasted = 2_000_000

const documentShape = z
  .custom<DocumentJson>((value) => typeof value === 'object' && value !== null)
  .openapi({
    type: 'object',
    description: 'ProseMirror JSON of the article’s document, title and deck included',
  })
const date = z.iso.date()

const draft = z.object({
  title: text(1_000).trim().min(1),
  deck: text(10_000).nullable(),
  publicationDate: date.nullable(),
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  direction: z.enum(['ltr', 'rtl']),
  document: documentShape,
}) satisfies z.ZodType<ArticleDraft>

const note = z
  .custom<ImportNote>((value) => typeof value === 'object' && value !== null)
  .openapi({
    type: 'object',
    description: 'What import did or could not bring along: a code with its values',
  })

export const articleRoutes = newApp()
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/import',
      summary: 'Read a pasted article; nothing is stored yet',
      request: {
        params: newsroomParams,
        body: body(
          z.union([
            z.strictObject({ text: z.string().max(mostPasted) }),
            z.strictObject({ html: z.string().max(mostPasted) }),
          ]),
        ),
      },
      responses: answers(
        200,
        z.object({ article: draft, notes: z.array(note) }),
        'The article as it would be, and notes',
      ),
    }),
    (c) => {
      if (!mayEdit(c.var.actor)) return c.json(...refused(refuse('may-not-edit')))
      const imported = importPasted(c.req.valid('json'))
      return imported.ok ? c.json(imported.value, 200) : c.json(...refused(imported))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles',
      summary: 'Bring the article in',
      request: {
        params: newsroomParams,
        body: body(draft.extend({ dueAt: z.iso.datetime({ offset: true }).nullable().default(null) })),
      },
      responses: answers(201, z.object({ id: z.uuid(), seq: z.int() }), 'Brought in'),
    }),
    async (c) => {
      const { dueAt, ...article } = c.req.valid('json')
      const due = dueAt === null ? null : new Date(dueAt).toISOString()
      const brought = await bringArticleIn(c.var.services, c.var.asked, article, due)
      return brought.ok ? c.json(brought.value, 201) : c.json(...refused(brought))
    },
  )
  .openapi(
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
      const { article, services } = c.var
      const view = await services.db.inNewsroom(article.newsroomId, async (tx) => {
        const head = await headOf(tx, article.id)
        return head && { head, claims: await readClaims(tx, [article.id]) }
      })
      if (view === null) return c.json(...refused(refuse('not-found')))
      return c.json(
        {
          ...rowView(article, view.claims),
          deck: article.deck,
          publicationDate: article.publicationDate,
          byline: article.byline,
          original: article.original,
          open: article.open,
          people: article.people,
          importedBy: article.importedBy,
          importedAt: article.importedAt.toISOString(),
          ...view.head,
          schema: SCHEMA_NUMBER,
        },
        200,
      )
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
  .openapi(
    createRoute({
      method: 'get',
      path: '/articles/{article}/history',
      summary: 'What happened in the article, newest first',
      request: { params: articleParams },
      responses: answers(200, z.object({ entries: z.array(historyEntry) }), 'History'),
    }),
    async (c) => {
      const { article, services } = c.var
      const entries = await services.db.inNewsroom(article.newsroomId, (tx) => readHistory(tx, article.id, null))
      return c.json({ entries }, 200)
    },
  )
