/** Versions of an article's text, kept for good. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import type { DocumentJson } from '#document/draft.ts'
import { versionView } from '#protocol/review-view.ts'
import { readVersion, readVersions, versionViewOf } from '../projection/version-reader.ts'
import { answers, articleParams, newApp, refused } from './answer.ts'

const path = '/articles/{article}/versions' as const

const document = z
  .custom<DocumentJson>((value) => typeof value === 'object' && value !== null)
  .openapi({ type: 'object', description: 'ProseMirror JSON of the document, marks included' })

export const versionRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'Versions of the text, newest first',
      request: { params: articleParams },
      responses: answers(200, z.object({ versions: z.array(versionView) }), 'Versions, without their texts'),
    }),
    async (c) => {
      const { article, services } = c.var
      const versions = await services.db.inNewsroom(article.newsroomId, (tx) => readVersions(tx, article.id))
      return c.json({ versions }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: `${path}/{version}`,
      summary: 'One version with its text',
      request: { params: articleParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000_000) }) },
      responses: answers(200, versionView.extend({ text: z.string(), document }), 'The version'),
    }),
    async (c) => {
      const { article, services } = c.var
      const number = c.req.valid('param').version
      const found = await services.db.inNewsroom(article.newsroomId, (tx) => readVersion(tx, article.id, number))
      if (found === null) return c.json(...refused(refuse('not-found')))
      return c.json({ ...versionViewOf(found), text: found.text, document: found.document }, 200)
    },
  )
