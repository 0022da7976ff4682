/** What happened in an article, and forgetting what somebody wrote there. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import { historyEntry } from '#protocol/view.ts'
import { eraseTextOf } from '../decisions/erasure.ts'
import { readClaim } from '../projection/claim-reader.ts'
import { mostEntries, readHistory } from '../projection/history-reader.ts'
import { answers, articleParams, body, newApp, refused, text } from './answer.ts'
import { onArticle } from './review.ts'

const path = '/articles/{article}/history' as const

export const historyRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'What happened in the article, newest first, with the words of each claim as they were',
      request: {
        params: articleParams,
        query: z.object({
          person: text(200).optional().openapi({ description: 'Only what this person did' }),
          type: text(2_000).optional().openapi({
            description: 'Only events of these types, with commas between',
            example: 'verdict-given,still-held',
          }),
          claim: text(50).optional().openapi({ description: 'Only of this claim: id or number' }),
          most: z.coerce.number().int().min(1).max(mostEntries).default(mostEntries),
          before: z.coerce
            .number()
            .int()
            .positive()
            .optional()
            .openapi({ description: 'Only what is older than this seq' }),
        }),
      },
      responses: answers(
        200,
        z.object({
          entries: z.array(historyEntry),
          more: z.boolean().openapi({ description: 'Whether there is more before the last of these' }),
        }),
        'History',
      ),
    }),
    async (c) => {
      const { article, services } = c.var
      const { person, type, claim, before, most } = c.req.valid('query')
      const filter = { person, types: type?.split(','), before, most: most + 1 }
      const entries = await services.db.inNewsroom(article.newsroomId, async (tx) => {
        const about = claim === undefined ? null : await readClaim(tx, article.id, claim)
        if (claim !== undefined && about === null) return null
        return readHistory(tx, article.id, about?.row.id ?? null, filter)
      })
      if (entries === null) return c.json(...refused(refuse('not-found')))
      return c.json({ entries: entries.slice(0, most), more: entries.length > most }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/{seq}/erasure`,
      summary: 'Forget the text that belongs to this entry, for good; the entry stays and says so',
      request: {
        params: articleParams.extend({ seq: z.coerce.number().int().positive() }),
        body: body(z.object({})),
      },
      responses: answers(201, z.object({ seq: z.int() }), 'Erased'),
    }),
    async (c) => {
      const erased = await eraseTextOf(c.var.services, onArticle(c), c.req.valid('param').seq)
      return erased.ok ? c.json(erased.value, 201) : c.json(...refused(erased))
    },
  )
