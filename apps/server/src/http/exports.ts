/** What leaves the house about an article, as files. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refuse } from '#domain/result.ts'
import { articleExport, type ArticleExport } from '#protocol/export-view.ts'
import { readEveryone } from '../auth/identity.ts'
import { articleExportOf } from '../exports/article-json.ts'
import { claimsCsv, csvColumns } from '../exports/claims-csv.ts'
import { readClaims } from '../projection/claim-reader.ts'
import { viewClaims } from '../projection/claim-views.ts'
import { broughtUp, readReview } from '../projection/review-reader.ts'
import { answers, articleParams, newApp, refused } from './answer.ts'
import { attachment } from './attachment.ts'
import type { Env } from './env.ts'

const path = '/articles/{article}/exports' as const
const { 200: _, ...refusals } = answers(200, z.object({}), '')

export interface Leaving {
  readonly whole: ArticleExport
  /** Of each claim by number: its id, and whether a program marked it. */
  readonly marks: ReadonlyMap<number, { readonly id: string; readonly byProgram: boolean }>
}

/** From one moment of the rows and the text; null when the article cannot be opened just now. */
export async function exported(c: Context<Env>): Promise<Leaving | null> {
  const { article, services, actor } = c.var
  const entered = await services.rooms.enter(article.id, article.newsroomId)
  if (entered === null) return null
  const { room, release } = entered
  try {
    return await services.db.atOneMoment(article.newsroomId, async (tx) => {
      const everyone = await readEveryone(tx, article.newsroomId)
      const people = new Map(everyone.map(({ person, name }) => [person, name]))
      const programs = new Set(everyone.flatMap(({ person, kind }) => (kind === 'program' ? [person] : [])))
      const rows = await readClaims(tx, [article.id])
      const text = { now: room.now, document: room.document }
      const whole = rows.map((one) => broughtUp(one, text.now))
      const claims = await viewClaims(tx, article.id, whole)
      const review = await readReview(tx, article, actor.id, () => text)
      const nameOf = (person: string) => people.get(person) ?? person
      return {
        whole: articleExportOf({ article, text: text.now.text, claims, review, now: services.now(), nameOf }),
        marks: new Map(claims.map(({ number, id, markedBy }) => [number, { id, byProgram: programs.has(markedBy) }])),
      }
    })
  } finally {
    release()
  }
}

/** Named after the article, as far as a file can be. */
export function file(
  c: Context<Env>,
  { ending, mediaType, contents }: { ending: string; mediaType: string; contents: string },
): Response {
  const title = c.var.article.title
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 100)
  const response = attachment(`${title || c.var.article.id}.${ending}`, new TextEncoder().encode(contents))
  response.headers.set('content-type', mediaType)
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
      const leaving = await exported(c)
      if (leaving === null) return c.json(...refused(refuse('not-found')))
      const contents = claimsCsv(leaving.whole.claims)
      return file(c, { ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present', contents })
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
      const leaving = await exported(c)
      if (leaving === null) return c.json(...refused(refuse('not-found')))
      const contents = `${JSON.stringify(leaving.whole, null, 2)}\n`
      // The route's type knows what its own helpers reply.
      return file(c, { ending: 'json', mediaType: 'application/json', contents }) as never
    },
  )
