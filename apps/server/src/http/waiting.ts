/** What waits for whoever asks, in all articles open to them; and giving an article to the people who check it. */
import { createRoute, z } from '@hono/zod-openapi'
import { waitingView } from '#protocol/talk-view.ts'
import { assignArticleTo } from '../decisions/article-assignment.ts'
import { readWaiting } from '../projection/waiting-reader.ts'
import { answers, articleParams, body, newApp, newsroomParams, refused } from './answer.ts'
import { atDesk } from './gate.ts'

const mostAssignees = 100

export const waitingRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: '/waiting',
      summary: 'What waits for you, the most urgent first',
      middleware: atDesk,
      request: { params: newsroomParams },
      responses: answers(
        200,
        z.object({ waiting: z.array(waitingView), now: z.iso.datetime() }),
        'What waits, and the server’s clock',
      ),
    }),
    async (c) => {
      const { services, actor } = c.var
      const waiting = await services.db.inNewsroom(actor.newsroomId, (tx) => readWaiting(tx, actor))
      return c.json({ waiting, now: services.now().toISOString() }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/articles/{article}/assignees',
      summary: 'Give the article to people who check it, by their ids',
      request: {
        params: articleParams,
        body: body(z.object({ people: z.array(z.string()).max(mostAssignees) })),
      },
      responses: answers(200, z.object({ seq: z.int() }), 'Given'),
    }),
    async (c) => {
      const { services, asked, article } = c.var
      const given = await assignArticleTo(services, asked, article.id, c.req.valid('json').people)
      return given.ok ? c.json(given.value, 200) : c.json(...refused(given))
    },
  )
