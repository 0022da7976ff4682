/** What leaves the house about an article, as files. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refuse } from '#domain/result.ts'
import { articleExport, type ArticleExport } from '#protocol/export-view.ts'
import { readEveryone } from '../auth/identity.ts'
import { articleExportOf } from '../exports/article-json.ts'
import { claimsCsv, csvColumns } from '../exports/claims-csv.ts'
import { readClaims, viewClaims } from '../projection/claim-reader.ts'
import { broughtUp, readReview } from '../projection/review-reader.ts'
import { answers, articleParams, newApp, refused } from './answer.ts'
import { attachment } from './attachment.ts'
import type { Env } from './env.ts'

const path = '/articles/{article}/exports' as const
const { 200: _, ...refusals } = answers(200, z.object({}), '')

/** From one moment of the rows and the text; null when the article cannot be opened just now. */
async function exported(c: Context<Env>): Promise<ArticleExport | null> {
  const { article, services, actor } = c.var
  const entered = await services.rooms.enter(article.id, article.newsroomId)
  if (entered === null) return null
  const { room, release } = entered
  try {
    return await services.db.inNewsroom(article.newsroomId, async (tx) => {
      const people = new Map((await readEveryone(tx, article.newsroomId)).map(({ person, name }) => [person, name]))
      const rows = await readClaims(tx, [article.id])
      const text = { now: room.now, document: room.document }
      const whole = rows.map((one) => broughtUp(one, text.now))
      const claims = await viewClaims(tx, article.id, whole)
      const review = await readReview(tx, article, actor.id, () => text)
      const nameOf = (person: string) => people.get(person) ?? person
      return articleExportOf({ article, text: text.now.text, claims, review, now: services.now(), nameOf })
    })
  } finally {
    release()
  }
}

/** Named after the article, as far as a file can be. */
function file(c: Context<Env>, kind: 'csv' | 'json', contents: string): Response {
  const title = c.var.article.title
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 100)
  const response = attachment(`${title || c.var.article.id}.${kind}`, new TextEncoder().encode(contents))
  response.headers.set('content-type', kind === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json')
  return response
}

export const exportRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: `${path}/csv`,
      summary: 'The claims as CSV, one a row',
      description: `RFC 4180 in UTF-8 with a byte order mark. A cell that a spreadsheet would take for a formula begins with an apostrophe. Columns: ${csvColumns}.`,
      request: { params: articleParams },
      responses: { 200: { content: { 'text/csv': { schema: z.string() } }, description: 'The file' }, ...refusals },
    }),
    async (c) => {
      const whole = await exported(c)
      return whole === null ? c.json(...refused(refuse('not-found'))) : file(c, 'csv', claimsCsv(whole.claims))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: `${path}/json`,
      summary: 'The article with its claims, as JSON',
      description:
        'All of it that may leave the house. Sources on background are told by their attribution line, those off the record only counted; notes and talk stay in the house.',
      request: { params: articleParams },
      responses: answers(200, articleExport, 'The file'),
    }),
    async (c) => {
      const whole = await exported(c)
      return whole === null
        ? c.json(...refused(refuse('not-found')))
        : // The route's type knows what its own helpers reply.
          (file(c, 'json', `${JSON.stringify(whole, null, 2)}\n`) as never)
    },
  )
