/** Suggested words that were skipped. Suggestions themselves are made by each desk from the text. */
import { createRoute, z } from '@hono/zod-openapi'
import { skipView } from '#protocol/skip-view.ts'
import { bringBackOn, skipOn } from '../decisions/skip.ts'
import { readSkips } from '../projection/skip-reader.ts'
import { answers, articleParams, body, newApp, refused, text } from './answer.ts'

const path = '/articles/{article}/skips' as const
const most = 500
const mostCharacters = 20_000

const words = z
  .array(text(mostCharacters).min(1))
  .min(1)
  .max(most)
  .openapi({ description: 'The exact words of each suggestion' })

export const skipRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Suggested words that were skipped, also those that read otherwise now',
      request: { params: articleParams },
      responses: answers(200, z.object({ skips: z.array(skipView) }), 'Skipped words'),
    }),
    async (c) => {
      const { id, newsroomId } = c.var.article
      const skips = await c.var.services.db.inNewsroom(newsroomId, (tx) => readSkips(tx, id))
      return c.json({ skips }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Skip suggested words: they need no claim',
      description: 'Nobody is shown a suggestion of exactly these words any more, wherever in the article they stand.',
      request: { params: articleParams, body: body(z.object({ words })) },
      responses: answers(
        201,
        z.object({
          seq: z.int(),
          missed: z.array(z.string()).openapi({ description: 'Not skipped: they no longer stand in the text' }),
        }),
        'Skipped',
      ),
    }),
    async (c) => {
      const done = await skipOn(c.var.services, c.var.asked, c.var.article.id, c.req.valid('json').words)
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/withdrawal`,
      summary: 'Bring skipped words back: they may be suggested again',
      request: { params: articleParams, body: body(z.object({ words })) },
      responses: answers(201, z.object({ seq: z.int() }), 'Brought back'),
    }),
    async (c) => {
      const done = await bringBackOn(c.var.services, c.var.asked, c.var.article.id, c.req.valid('json').words)
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
