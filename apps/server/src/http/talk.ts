/** Talk on a claim: remarks that may call on people, and queries from asked to answered to decided. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import { talkView } from '#protocol/talk-view.ts'
import { answerOn, askOn, decideOn, resolveOn, sayOn } from '../decisions/talk.ts'
import { readClaim } from '../projection/claim-reader.ts'
import { readTalk } from '../projection/talk-reader.ts'
import { answers, body, claimParams, newApp, refused, text } from './answer.ts'
import { on, onePath } from './claims.ts'

/** Characters of one remark, question or answer. */
const mostWords = 20_000
const mostMentions = 50

const said = z.object({ seq: z.int(), id: z.uuid() })
const entryParams = claimParams.extend({ entry: z.uuid() })
const queryParams = claimParams.extend({ query: z.uuid() })
const queryPath = `${onePath}/queries/{query}` as const

export const talkRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: `${onePath}/talk`,
      summary: 'What is said and asked on the claim, oldest first',
      request: { params: claimParams },
      responses: answers(200, talkView, 'Remarks and queries'),
    }),
    async (c) => {
      const { id, newsroomId } = c.var.article
      const talk = await c.var.services.db.inNewsroom(newsroomId, async (tx) => {
        const claim = await readClaim(tx, id, c.req.valid('param').claim)
        return claim && readTalk(tx, id, claim.row.id)
      })
      return talk ? c.json(talk, 200) : c.json(...refused(refuse('not-found')))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/talk`,
      summary: 'Say something; `mentions` are the ids of people called on',
      request: {
        params: claimParams,
        body: body(z.object({ text: text(mostWords), mentions: z.array(z.string()).max(mostMentions).default([]) })),
      },
      responses: answers(201, said, 'Said'),
    }),
    async (c) => {
      const remark = await sayOn(c.var.services, on(c), c.req.valid('json'))
      return remark.ok ? c.json(remark.value, 201) : c.json(...refused(remark))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/talk/{entry}/resolution`,
      summary: 'Nobody is called on by this remark any more',
      request: { params: entryParams },
      responses: answers(201, said, 'Resolved'),
    }),
    async (c) => {
      const resolved = await resolveOn(c.var.services, on(c), c.req.valid('param').entry)
      return resolved.ok ? c.json(resolved.value, 201) : c.json(...refused(resolved))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/queries`,
      summary: 'Ask somebody who works on the text; `to` is their id',
      request: { params: claimParams, body: body(z.object({ to: z.string(), text: text(mostWords) })) },
      responses: answers(201, said, 'Asked'),
    }),
    async (c) => {
      const asked = await askOn(c.var.services, on(c), c.req.valid('json'))
      return asked.ok ? c.json(asked.value, 201) : c.json(...refused(asked))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${queryPath}/answer`,
      summary: 'Answer a query, your own or a colleague’s',
      request: { params: queryParams, body: body(z.object({ text: text(mostWords) })) },
      responses: answers(201, said, 'Answered'),
    }),
    async (c) => {
      const { query } = c.req.valid('param')
      const answered = await answerOn(c.var.services, on(c), query, c.req.valid('json').text)
      return answered.ok ? c.json(answered.value, 201) : c.json(...refused(answered))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${queryPath}/decision`,
      summary: 'What follows from the answer, or that none is needed any more',
      request: { params: queryParams, body: body(z.object({ text: text(mostWords).default('') })) },
      responses: answers(201, said, 'Decided'),
    }),
    async (c) => {
      const { query } = c.req.valid('param')
      const decided = await decideOn(c.var.services, on(c), query, c.req.valid('json').text)
      return decided.ok ? c.json(decided.value, 201) : c.json(...refused(decided))
    },
  )
