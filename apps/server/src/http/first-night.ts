/** The first night of whoever asks. */
import { createRoute } from '@hono/zod-openapi'
import { firstNightView } from '#protocol/first-night-view.ts'
import { readFirstNight } from '../projection/first-night-reader.ts'
import { answers, newApp, newsroomParams } from './answer.ts'
import { atDesk } from './gate.ts'

/** `after`: in a demo its people have worked all evening before anybody looked; that does not count. */
export const firstNightRoutes = (after: Date | null) =>
  newApp().openapi(
    createRoute({
      method: 'get',
      path: '/first-night',
      summary: 'What of a first night you have done: marked, sourced, judged, reworded, signed, published',
      middleware: atDesk,
      request: { params: newsroomParams },
      responses: answers(200, firstNightView, 'Steps done, in the order of an evening'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const done = await services.db.inNewsroom(actor.newsroomId, (tx) => readFirstNight(tx, actor, after))
      return c.json({ done }, 200)
    },
  )
