/** Repairing claims: putting a detached one on other words, merging two that are one, splitting one that is two. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import { likelyPlace } from '#document/lost-words.ts'
import { surroundings } from '#document/placement.ts'
import { lostWordsView } from '#protocol/repair-view.ts'
import { mergeClaim } from '../decisions/claim-merge.ts'
import { splitClaim } from '../decisions/claim-split.ts'
import { relinkClaim } from '../decisions/relink.ts'
import { readClaim } from '../projection/claim-reader.ts'
import { readLostWords } from '../projection/lost-words-reader.ts'
import { answers, body, claimParams, newApp, refused, text } from './answer.ts'
import { on, onePath } from './claims.ts'

const decided = z.object({ seq: z.int() })

export const repairRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: `${onePath}/place`,
      summary: 'How a claim’s words last stood, and of a detached one where they most likely stand now',
      request: { params: claimParams },
      responses: answers(200, lostWordsView, 'The words, and a guess if there is one'),
    }),
    async (c) => {
      const { services, article } = c.var
      const lost = await services.db.inNewsroom(article.newsroomId, async (tx) => {
        const found = await readClaim(tx, article.id, c.req.valid('param').claim)
        if (found === null) return null
        const { id, words, attached } = found.row
        const read = (await readLostWords(tx, article.id, [{ id, words }])).get(id)
        return read === undefined ? null : { ...read, attached }
      })
      const entered = lost === null ? null : await services.rooms.enter(article.id, article.newsroomId)
      if (lost === null || entered === null) return c.json(...refused(refuse('not-found')))
      const { text: words } = entered.room.now
      entered.release()
      const { attached, ...stood } = lost
      const at = attached ? null : likelyPlace(words, stood)
      const guess = at === null ? null : { words: words.slice(at.from, at.to), ...surroundings(words, [at]) }
      return c.json({ lost: stood, guess }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/place`,
      summary: 'Put a detached claim on words, quoted exactly as they stand in exactly one place',
      request: {
        params: claimParams,
        body: body(z.object({ exact: text(100_000), prefix: text(1_000).optional(), suffix: text(1_000).optional() })),
      },
      responses: answers(201, decided, 'Put there'),
    }),
    async (c) => {
      const done = await relinkClaim(c.var.services, on(c), c.req.valid('json'))
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/merge`,
      summary: 'Merge the claim into another; its evidence, talk and queries go on there',
      request: {
        params: claimParams,
        body: body(z.object({ into: text(100).openapi({ description: 'Id or number', example: 'C3' }) })),
      },
      responses: answers(201, decided, 'Merged'),
    }),
    async (c) => {
      const done = await mergeClaim(c.var.services, on(c), c.req.valid('json').into)
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/split`,
      summary: 'Split the claim in two; its words have to end with those given, which become a claim of their own',
      request: {
        params: claimParams,
        body: body(z.object({ second: text(100_000).openapi({ description: 'The words of the second part' }) })),
      },
      responses: answers(201, decided.extend({ claim: z.uuid() }), 'Split, with the id of the new claim'),
    }),
    async (c) => {
      const done = await splitClaim(c.var.services, on(c), c.req.valid('json').second)
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
