/** New drafts of an article: read and compared first, with nothing changed, and brought in when a person has answered what is asked. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { fileRef } from '#domain/event.ts'
import { refuse } from '#domain/result.ts'
import { draftAnswer, draftView } from '#protocol/draft-view.ts'
import { discardDraft, importDraft } from '../decisions/draft-import.ts'
import { newDraft } from '../decisions/new-draft.ts'
import { draftViewOf, readComparedDraft, readDrafts } from '../projection/draft-reader.ts'
import { answers, articleParams, body, newApp, refused } from './answer.ts'
import type { Env } from './env.ts'
import { documentShape } from './import.ts'
import { fileOf, sentFile } from './uploaded-file.ts'

const path = '/articles/{article}/drafts' as const
const onePath = `${path}/{draft}` as const
const draftParams = articleParams.extend({ draft: z.uuid() })

/** An article has a thousand claims at most that anybody could look through. */
const mostAnswers = 10_000

const sent = z.object({ document: documentShape, original: sentFile.default(null) })

const waiting = z.object({
  id: z.uuid(),
  by: z.string(),
  at: z.iso.datetime(),
  original: fileRef.nullable(),
})

const said = z.object({
  answers: z
    .array(draftAnswer)
    .max(mostAnswers)
    .default([])
    .openapi({ description: 'Of unsure claims only; one that is not answered is detached' }),
  baseSeq: z
    .int()
    .nullable()
    .default(null)
    .openapi({ description: 'As the draft was shown: refused when it has been compared anew since' }),
})

/** As it is compared with the text now. */
async function show({ var: { services, article } }: Context<Env>, id: string) {
  const compared = await services.db.inNewsroom(article.newsroomId, (tx) => readComparedDraft(tx, article.id, id))
  return compared && draftViewOf(compared)
}

export const draftRoutes = newApp()
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Compare a new draft with the text; nothing of the article changes',
      request: { params: articleParams, body: body(sent) },
      responses: answers(201, draftView, 'What becomes of each claim; the draft waits for a week'),
    }),
    async (c) => {
      const { document, original } = c.req.valid('json')
      const file = await fileOf(c, original)
      if (!file.ok) return c.json(...refused(file))
      const { services, asked, article } = c.var
      const made = await newDraft(services, asked, article.id, { document, original: file.value })
      if (!made.ok) return c.json(...refused(made))
      const shown = await show(c, made.value.id)
      return shown === null ? c.json(...refused(refuse('draft-over'))) : c.json(shown, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Drafts that wait to be brought in, oldest first',
      request: { params: articleParams },
      responses: answers(200, z.object({ drafts: z.array(waiting) }), 'Drafts'),
    }),
    async (c) => {
      const { services, article } = c.var
      const rows = await services.db.inNewsroom(article.newsroomId, (tx) => readDrafts(tx, article.id))
      return c.json({ drafts: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: onePath,
      summary: 'One draft: what becomes of each claim, and which paragraphs read otherwise',
      request: { params: draftParams },
      responses: answers(200, draftView, 'The draft, compared'),
    }),
    async (c) => {
      const shown = await show(c, c.req.valid('param').draft)
      return shown === null ? c.json(...refused(refuse('not-found'))) : c.json(shown, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/import`,
      summary: 'Bring the draft in as the next version; what was typed since stays',
      request: { params: draftParams, body: body(said) },
      responses: answers(201, z.object({ version: z.int(), seq: z.int() }), 'Brought in'),
    }),
    async (c) => {
      const { services, asked, article } = c.var
      const done = await importDraft(services, asked, article.id, c.req.valid('param').draft, c.req.valid('json'))
      return done.ok ? c.json(done.value, 201) : c.json(...refused(done))
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: onePath,
      summary: 'Put the draft away',
      request: { params: draftParams },
      responses: answers(200, z.object({ id: z.uuid() }), 'Put away'),
    }),
    async (c) => {
      const { services, asked, article } = c.var
      const done = await discardDraft(services, asked, article.id, c.req.valid('param').draft)
      return done.ok ? c.json(done.value, 200) : c.json(...refused(done))
    },
  )
