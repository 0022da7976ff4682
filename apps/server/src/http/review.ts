/** An article's way to print: the review page's view, and the steps. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { gateRules } from '#domain/gate.ts'
import { refuse } from '#domain/result.ts'
import { reviewView } from '#protocol/review-view.ts'
import { acceptExceptionFor } from '../decisions/exception.ts'
import {
  approveArticle,
  askForReview,
  noteLook,
  type OnArticle,
  publishArticle,
  sendArticleBack,
} from '../decisions/review.ts'
import { readReview } from '../projection/review-reader.ts'
import { answers, articleParams, body, claimParams, newApp, refused, text } from './answer.ts'
import type { Env } from './env.ts'

const path = '/articles/{article}' as const
const stepped = z.object({ seq: z.int(), version: z.int().openapi({ description: 'The version it names' }) })
const decided = z.object({ seq: z.int() })
const mostNote = 20_000

export const onArticle = (c: Context<Env>): OnArticle => ({ ...c.var.asked, articleId: c.var.article.id })

export const reviewRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: `${path}/review`,
      summary: 'Whether the article may be published, what stands in the way, and what is new to you',
      request: { params: articleParams },
      responses: answers(200, reviewView, 'Where it stands'),
    }),
    async (c) => {
      const { article, services, actor } = c.var
      const entered = await services.rooms.enter(article.id, article.newsroomId)
      if (entered === null) return c.json(...refused(refuse('not-found')))
      const { room, release } = entered
      try {
        const view = await services.db.atOneMoment(article.newsroomId, (tx) =>
          readReview(tx, article, actor.id, () => ({ now: room.now, document: room.document })),
        )
        return c.json(view, 200)
      } finally {
        release()
      }
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/review-requests`,
      summary: 'Ask for review: the article is checked',
      request: { params: articleParams, body: body(z.object({ note: text(mostNote).default('') })) },
      responses: answers(201, stepped, 'Asked for'),
    }),
    async (c) => {
      const asked = await askForReview(c.var.services, onArticle(c), c.req.valid('json').note)
      return asked.ok ? c.json(asked.value, 201) : c.json(...refused(asked))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/send-backs`,
      summary: 'Send the article back to checking, with notes that say what is missing',
      request: { params: articleParams, body: body(z.object({ note: text(mostNote) })) },
      responses: answers(201, decided, 'Sent back'),
    }),
    async (c) => {
      const sent = await sendArticleBack(c.var.services, onArticle(c), c.req.valid('json').note)
      return sent.ok ? c.json(sent.value, 201) : c.json(...refused(sent))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/approvals`,
      summary: 'Approve the text and its verdicts as they were read',
      request: {
        params: articleParams,
        body: body(
          z.object({ seen: z.string().length(64).openapi({ description: '`seen` of the review as it was read' }) }),
        ),
      },
      responses: answers(201, stepped, 'Approved'),
    }),
    async (c) => {
      const approved = await approveArticle(c.var.services, onArticle(c), c.req.valid('json').seen)
      return approved.ok ? c.json(approved.value, 201) : c.json(...refused(approved))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/publication`,
      summary: 'Publish what is ready and approved',
      request: { params: articleParams, body: body(z.object({})) },
      responses: answers(201, stepped, 'Published'),
    }),
    async (c) => {
      const published = await publishArticle(c.var.services, onArticle(c))
      return published.ok ? c.json(published.value, 201) : c.json(...refused(published))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/claims/{claim}/exceptions`,
      summary: 'Accept, with a reason, that the claim stands in the way of one rule of the gate',
      request: {
        params: claimParams,
        body: body(
          z.object({
            rule: z.enum(gateRules),
            wordsSeen: text(100_000),
            verdictSeen: z.int().nullable(),
            why: text(mostNote),
          }),
        ),
      },
      responses: answers(201, decided, 'Accepted'),
    }),
    async (c) => {
      const { rule, wordsSeen: words, verdictSeen: verdict, why } = c.req.valid('json')
      const on = { ...onArticle(c), claim: c.req.valid('param').claim }
      const accepted = await acceptExceptionFor(c.var.services, on, rule, { words, verdict }, why)
      return accepted.ok ? c.json(accepted.value, 201) : c.json(...refused(accepted))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${path}/looks`,
      summary: 'Note up to where you have looked; nobody else is told',
      request: { params: articleParams, body: body(z.object({ seq: z.int().nonnegative() })) },
      responses: answers(201, decided, 'Noted'),
    }),
    async (c) => {
      const noted = await noteLook(c.var.services, onArticle(c), c.req.valid('json').seq)
      return noted.ok ? c.json(noted.value, 201) : c.json(...refused(noted))
    },
  )
