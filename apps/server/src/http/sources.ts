/** The newsroom's library of sources: what is known of them, what rests on them, their origins, documents and duplicates. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refuse } from '#domain/result.ts'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import { duplicateGroup, originView, restingClaim, sourceRecord, sourceRow } from '#protocol/source-view.ts'
import { sourceView } from '#protocol/view.ts'
import { addSourceToLibrary, approveSource, changeSource } from '../decisions/source.ts'
import type { OnSource } from '../decisions/source-command.ts'
import { mergeInto, part } from '../decisions/source-merge.ts'
import { setOrigin } from '../decisions/source-origin.ts'
import { reinstateInLibrary, withdrawFromLibrary } from '../decisions/source-withdrawal.ts'
import {
  readDuplicates,
  readLibrary,
  readOrigins,
  readRecord,
  readResting,
  readSource,
} from '../projection/source-reader.ts'
import { answers, body, languageCode, newApp, newsroomParams, refused, text } from './answer.ts'
import type { Env } from './env.ts'
import { atDesk } from './gate.ts'

const described = {
  kind: z.enum(sourceKinds),
  title: text(1_000).trim().min(1),
  publisher: text(1_000),
  // A link that a reader may follow; never javascript: or data:.
  url: z.union([z.literal(''), z.url({ protocol: /^(https?|mailto)$/ }).max(4_000)]),
  author: text(1_000),
  publishedOn: z.union([z.literal(''), z.iso.date()]),
  language: z.union([z.literal(''), languageCode]),
  terms: z.enum(sourceTerms),
  attribution: text(1_000),
  anonymity: text(10_000),
}

export const newSource = z.object({
  ...described,
  publisher: described.publisher.default(''),
  url: described.url.default(''),
  author: described.author.default(''),
  publishedOn: described.publishedOn.default(''),
  language: described.language.default(''),
  terms: described.terms.default('on-record'),
  attribution: described.attribution.default(''),
  anonymity: described.anonymity.default(''),
})

const sourceFilter = z.object({
  find: z.string().max(4_000).optional().openapi({ description: 'Words, or a link' }),
  kind: z.enum(sourceKinds).optional(),
  origin: z
    .union([z.uuid(), z.literal('none')])
    .optional()
    .openapi({ description: 'Id of an origin, or “none”' }),
  terms: z.enum(sourceTerms).optional(),
  state: z.enum(sourceStates).optional(),
})

export const sourceParams = newsroomParams.extend({ source: z.uuid() })
const path = '/sources' as const
const onePath = `${path}/{source}` as const

/** What a route on one source is about. */
export const onSource = (c: Context<Env>): OnSource => ({ ...c.var.asked, sourceId: c.req.param('source') ?? '' })

const why = text(20_000)

/** Reading. */
export const libraryRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'The library; with `find`, what has these words or leads to this page',
      middleware: atDesk,
      request: { params: newsroomParams, query: sourceFilter },
      responses: answers(200, z.object({ sources: z.array(sourceRow) }), 'Sources, newest first'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const filter = c.req.valid('query')
      const sources = await services.db.inNewsroom(actor.newsroomId, (tx) => readLibrary(tx, actor, filter))
      return c.json({ sources }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/origins',
      summary: 'Origin groups, by name',
      middleware: atDesk,
      request: { params: newsroomParams },
      responses: answers(200, z.object({ origins: z.array(originView) }), 'Origins'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const origins = await services.db.inNewsroom(actor.newsroomId, (tx) => readOrigins(tx, actor.newsroomId))
      return c.json({ origins }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: `${path}/duplicates`,
      summary: 'Sources with the same link, and sources with the same document',
      middleware: atDesk,
      request: { params: newsroomParams },
      responses: answers(200, z.object({ groups: z.array(duplicateGroup) }), 'Groups of two and more'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const groups = await services.db.inNewsroom(actor.newsroomId, (tx) => readDuplicates(tx, actor))
      return c.json({ groups }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: onePath,
      summary: 'One source: details, documents, and the claims it is a source of in articles open to you',
      middleware: atDesk,
      request: { params: sourceParams },
      responses: answers(200, sourceRecord, 'The source'),
    }),
    async (c) => {
      const { services, actor } = c.var
      const { source } = c.req.valid('param')
      const record = await services.db.inNewsroom(actor.newsroomId, (tx) => readRecord(tx, actor, source))
      return record === null ? c.json(...refused(refuse('not-found'))) : c.json(record, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: `${onePath}/rests`,
      summary: 'The claims that would be re-opened if the source were taken back, in articles open to you',
      middleware: atDesk,
      request: { params: sourceParams },
      responses: answers(
        200,
        z.object({ reopens: z.int(), claims: z.array(restingClaim) }),
        'How many claims, and each link by which one rests on the source',
      ),
    }),
    async (c) => {
      const { services, actor } = c.var
      const { source } = c.req.valid('param')
      const resting = await services.db.inNewsroom(actor.newsroomId, async (tx) =>
        (await readSource(tx, source)) === null ? null : readResting(tx, actor, source),
      )
      if (resting === null) return c.json(...refused(refuse('not-found')))
      const claims = resting.filter(({ reopens }) => reopens)
      return c.json({ reopens: new Set(claims.map(({ id }) => id)).size, claims }, 200)
    },
  )

/** Describing, judging, merging. */
export const sourceRoutes = newApp()
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Add a source to the library',
      middleware: atDesk,
      request: { params: newsroomParams, body: body(newSource) },
      responses: answers(201, sourceView, 'Added'),
    }),
    async (c) => {
      const added = await addSourceToLibrary(c.var.services, c.var.asked, { ...c.req.valid('json'), approvedBy: null })
      return added.ok ? c.json(added.value, 201) : c.json(...refused(added))
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: onePath,
      summary: 'Change what is known of a source; what is left out stays as it is',
      middleware: atDesk,
      request: { params: sourceParams, body: body(z.strictObject(described).partial()) },
      responses: answers(200, sourceView, 'As it is now'),
    }),
    async (c) => {
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined)
      const changed = await changeSource(c.var.services, onSource(c), Object.fromEntries(given))
      return changed.ok ? c.json(changed.value, 200) : c.json(...refused(changed))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/approval`,
      summary: 'Agree, as an editor, that the source is not named',
      middleware: atDesk,
      request: { params: sourceParams },
      responses: answers(201, sourceView, 'Approved'),
    }),
    async (c) => {
      const approved = await approveSource(c.var.services, onSource(c))
      return approved.ok ? c.json(approved.value, 201) : c.json(...refused(approved))
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: `${onePath}/origin`,
      summary: 'Put the source into an origin group, a new one by name, or none',
      middleware: atDesk,
      request: {
        params: sourceParams,
        body: body(
          z.object({
            origin: z.union([
              z.strictObject({ id: z.uuid() }),
              z.strictObject({ name: text(200).trim().min(1) }),
              z.null(),
            ]),
          }),
        ),
      },
      responses: answers(200, sourceView, 'As it is now'),
    }),
    async (c) => {
      const set = await setOrigin(c.var.services, onSource(c), c.req.valid('json').origin)
      return set.ok ? c.json(set.value, 200) : c.json(...refused(set))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/withdrawal`,
      summary: 'Withdraw the source, or mark it corrected, and re-open what rests on it',
      middleware: atDesk,
      request: { params: sourceParams, body: body(z.object({ as: z.enum(['withdrawn', 'corrected']), why })) },
      responses: answers(
        201,
        z.object({ source: sourceView, reopened: z.int() }),
        'Taken back; and how many claims were re-opened in articles open to you',
      ),
    }),
    async (c) => {
      const { as, why: reason } = c.req.valid('json')
      const withdrawn = await withdrawFromLibrary(c.var.services, onSource(c), as, reason)
      return withdrawn.ok ? c.json(withdrawn.value, 201) : c.json(...refused(withdrawn))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/reinstatement`,
      summary: 'The source stands again; re-opened claims wait for somebody to look',
      middleware: atDesk,
      request: { params: sourceParams },
      responses: answers(201, sourceView, 'It stands'),
    }),
    async (c) => {
      const reinstated = await reinstateInLibrary(c.var.services, onSource(c))
      return reinstated.ok ? c.json(reinstated.value, 201) : c.json(...refused(reinstated))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/merge`,
      summary: 'Merge the source into another; evidence is shown with that one',
      middleware: atDesk,
      request: { params: sourceParams, body: body(z.object({ into: z.uuid() })) },
      responses: answers(201, sourceView, 'The source it leads to'),
    }),
    async (c) => {
      const merged = await mergeInto(c.var.services, onSource(c), c.req.valid('json').into)
      return merged.ok ? c.json(merged.value, 201) : c.json(...refused(merged))
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: `${onePath}/merge`,
      summary: 'Undo the merge of this source into another',
      middleware: atDesk,
      request: { params: sourceParams },
      responses: answers(200, sourceView, 'The source, by itself again'),
    }),
    async (c) => {
      const parted = await part(c.var.services, onSource(c))
      return parted.ok ? c.json(parted.value, 200) : c.json(...refused(parted))
    },
  )
