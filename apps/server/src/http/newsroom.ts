/** The newsroom itself, and its desk. */
import { createRoute, z } from '@hono/zod-openapi'
import { articleRow, newsroomView, tallyView } from '#protocol/view.ts'
import { readEveryone, viewFrom } from '../auth/identity.ts'
import { readDesk } from '../projection/desk-reader.ts'
import { answers, newApp, newsroomParams } from './answer.ts'
import { atDesk } from './gate.ts'

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

export const deskRoutes = newApp().openapi(
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
