/** Sentences ticked “nothing to check”. */
import { createRoute, z } from '@hono/zod-openapi'
import { tickReasons } from '#domain/tick.ts'
import { tickView } from '#protocol/tick-view.ts'
import { tickOn, untickOn } from '../decisions/tick.ts'
import { readTickViews } from '../projection/tick-reader.ts'
import { answers, articleParams, body, newApp, refused, text } from './answer.ts'

const path = '/articles/{article}/ticks' as const
const mostSentences = 500
const mostCharacters = 200_000
const mostWhy = 2_000

const sentences = z
  .array(text(mostCharacters).min(1))
  .min(1)
  .max(mostSentences)
  .openapi({ description: 'The sentences’ exact words, without the space around them' })

export const tickRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Sentences ticked “nothing to check”, also those that read otherwise now',
      request: { params: articleParams },
      responses: answers(200, z.object({ ticks: z.array(tickView) }), 'Ticks'),
    }),
    async (c) => {
      const { id, newsroomId } = c.var.article
      const ticks = await c.var.services.db.inNewsroom(newsroomId, (tx) => readTickViews(tx, id))
      return c.json({ ticks }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Tick sentences: nothing to check, for a reason',
      description:
        'A tick counts while the words stand exactly so, in no more places than now; where they stand twice, both are ticked.',
      request: {
        params: articleParams,
        body: body(z.object({ sentences, reason: z.enum(tickReasons), why: text(mostWhy).default('') })),
      },
      responses: answers(
        201,
        z.object({
          seq: z.int(),
          missed: z.array(z.string()).openapi({ description: 'Not ticked: they read otherwise, or hold a claim' }),
        }),
        'Ticked',
      ),
    }),
    async (c) => {
      const { sentences: words, reason, why } = c.req.valid('json')
      const done = await tickOn(c.var.services, c.var.asked, c.var.article.id, { words, reason, why })
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/withdrawal`,
      summary: 'Take ticks back: the sentences are untouched again',
      request: { params: articleParams, body: body(z.object({ sentences })) },
      responses: answers(201, z.object({ seq: z.int() }), 'Taken back'),
    }),
    async (c) => {
      const done = await untickOn(c.var.services, c.var.asked, c.var.article.id, c.req.valid('json').sentences)
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
