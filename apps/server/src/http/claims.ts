/** Claims of an article: reading them, marking by quotation, and everything that is decided about one. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { asserterKinds } from '#domain/asserter.ts'
import { claimFilters, passes } from '#domain/desk.ts'
import { elementFindings, elements } from '#domain/element.ts'
import { stances } from '#domain/evidence.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { refuse, type Result } from '#domain/result.ts'
import { risks } from '#domain/risk.ts'
import { sourceTerms } from '#domain/source.ts'
import { truthRatings } from '#domain/truth.ts'
import { claimView, type ClaimView, historyEntry } from '#protocol/view.ts'
import {
  affirmVerdictOn,
  assertClaimBy,
  assignClaim,
  changeDueOf,
  changeKindOf,
  changeRiskOf,
  checkElementOf,
  findTruthOf,
  giveVerdictOn,
  type OnClaim,
  signOffOn,
  takeBackSignOffOn,
  takeBackVerdictOn,
  withdrawClaim,
} from '../decisions/claim-decision.ts'
import { attachEvidenceTo, removeEvidenceFrom } from '../decisions/evidence.ts'
import { markQuote } from '../decisions/marking.ts'
import type { Services } from '../decisions/services.ts'
import { readClaim, readClaims } from '../projection/claim-reader.ts'
import { viewClaims } from '../projection/claim-views.ts'
import { readHistory } from '../projection/history-reader.ts'
import { answers, articleParams, body, claimParams, newApp, refused, text } from './answer.ts'
import type { Env } from './env.ts'
import { newSource } from './sources.ts'

const path = '/articles/{article}/claims' as const
export const onePath = `${path}/{claim}` as const

export const seen = z.object({ wordsSeen: text(100_000), verdictSeen: z.int().nullable() })
const truthSeen = z.int().nullable().default(null).openapi({ description: 'Of a quote: seq of its truth on screen' })
const decided = z.object({ seq: z.int() })
const change = z.union([
  z.strictObject({ kind: z.enum(claimKinds) }),
  z.strictObject({ assignee: z.string().nullable() }),
  z.strictObject({ risk: z.enum(risks) }),
  z.strictObject({
    element: z.enum(elements),
    finding: z.enum(elementFindings).nullable().openapi({ description: 'Null takes back what was found' }),
    wordsSeen: text(100_000),
  }),
  z.strictObject({
    asserter: z
      .strictObject({
        kind: z.enum(asserterKinds),
        name: text(500).default(''),
        terms: z.enum(sourceTerms).nullable().default(null),
      })
      .nullable()
      .openapi({ description: 'Who says so; of a quote, the speaker. Null takes back what was said' }),
  }),
  z.strictObject({ dueAt: z.iso.datetime({ offset: true }).nullable() }),
])

/** What a route on one claim is about. */
export const on = (c: Context<Env>): OnClaim => ({
  ...c.var.asked,
  articleId: c.var.article.id,
  claim: c.req.param('claim') ?? '',
})

/** The claim as it is now; the answer to everything that makes or changes one. */
async function show(c: Context<Env>, ref: string): Promise<Result<ClaimView>> {
  const { id, newsroomId } = c.var.article
  const view = await c.var.services.db.inNewsroom(newsroomId, async (tx) => {
    const claim = await readClaim(tx, id, ref)
    return claim && (await viewClaims(tx, id, [claim]))[0]
  })
  return view ? { ok: true, value: view } : refuse('not-found')
}

function changeClaim(services: Services, claim: OnClaim, wanted: z.infer<typeof change>): Promise<Result<object>> {
  if ('kind' in wanted) return changeKindOf(services, claim, wanted.kind)
  if ('assignee' in wanted) return assignClaim(services, claim, wanted.assignee)
  if ('element' in wanted) {
    const { wordsSeen: words, ...checked } = wanted
    return checkElementOf(services, claim, { ...checked, words })
  }
  if ('asserter' in wanted) return assertClaimBy(services, claim, wanted.asserter)
  if ('risk' in wanted) return changeRiskOf(services, claim, wanted.risk)
  return changeDueOf(services, claim, wanted.dueAt === null ? null : new Date(wanted.dueAt).toISOString())
}

export const claimRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path,
      summary: 'The article’s claims, in order of number',
      request: { params: articleParams, query: z.object({ show: z.enum(claimFilters).optional() }) },
      responses: answers(
        200,
        z.object({ claims: z.array(claimView), seq: z.int() }),
        'Claims, and the seq they are from',
      ),
    }),
    async (c) => {
      const { id, newsroomId, placedAtSeq: seq } = c.var.article
      const { show: filter } = c.req.valid('query')
      const claims = await c.var.services.db.inNewsroom(newsroomId, async (tx) =>
        viewClaims(tx, id, await readClaims(tx, [id])),
      )
      return c.json(
        { claims: filter === undefined ? claims : claims.filter((claim) => passes(filter, claim)), seq },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Mark words, quoted exactly as they stand in exactly one place',
      request: {
        params: articleParams,
        body: body(
          z.object({
            exact: text(100_000),
            prefix: text(1_000).optional(),
            suffix: text(1_000).optional(),
            kind: z.enum(claimKinds),
          }),
        ),
      },
      responses: answers(201, claimView, 'Marked'),
    }),
    async (c) => {
      const { kind, ...quote } = c.req.valid('json')
      const marked = await markQuote(c.var.services, c.var.asked, c.var.article.id, quote, kind)
      const shown = marked.ok ? await show(c, marked.value.id) : marked
      return shown.ok ? c.json(shown.value, 201) : c.json(...refused(shown))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: onePath,
      summary: 'One claim',
      request: { params: claimParams },
      responses: answers(200, claimView, 'The claim'),
    }),
    async (c) => {
      const shown = await show(c, c.req.valid('param').claim)
      return shown.ok ? c.json(shown.value, 200) : c.json(...refused(shown))
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: onePath,
      summary:
        'Change a claim’s kind, who asserts it, who checks it, its risk, when it is due, or what was found of an element of its words',
      request: { params: claimParams, body: body(change) },
      responses: answers(200, claimView, 'As it is now'),
    }),
    async (c) => {
      const done = await changeClaim(c.var.services, on(c), c.req.valid('json'))
      const shown = done.ok ? await show(c, c.req.valid('param').claim) : done
      return shown.ok ? c.json(shown.value, 200) : c.json(...refused(shown))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/verdicts`,
      summary: 'Give a verdict on the words read',
      request: {
        params: claimParams,
        body: body(
          seen
            .extend({
              rating: z.enum(ratings),
              why: text(20_000).default(''),
              proposed: text(100_000)
                .nullable()
                .default(null)
                .openapi({ description: 'How the words should read instead; with confirmed-with-change only' }),
            })
            .refine(({ rating, proposed }) => proposed === null || rating === 'confirmed-with-change', {
              path: ['proposed'],
              error: 'belongs to confirmed-with-change',
            }),
        ),
      },
      responses: answers(201, decided, 'Given'),
    }),
    async (c) => {
      const { wordsSeen: words, verdictSeen: verdict, ...finding } = c.req.valid('json')
      const given = await giveVerdictOn(c.var.services, on(c), { words, verdict }, finding)
      return given.ok ? c.json(given.value, 201) : c.json(...refused(given))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/still-holds`,
      summary: 'The verdict holds for the new words too',
      request: { params: claimParams, body: body(seen) },
      responses: answers(201, decided, 'Held'),
    }),
    async (c) => {
      const { wordsSeen: words, verdictSeen: verdict } = c.req.valid('json')
      const held = await affirmVerdictOn(c.var.services, on(c), { words, verdict })
      return held.ok ? c.json(held.value, 201) : c.json(...refused(held))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/verdict-withdrawal`,
      summary: 'Take the verdict back: the claim is open again, or, with undo, as it was before your own',
      request: {
        params: claimParams,
        body: body(z.object({ verdictSeen: z.int().nullable(), undo: z.boolean().default(false) })),
      },
      responses: answers(
        201,
        decided.extend({
          verdict: z.int().nullable().openapi({ description: 'Seq of the verdict that stands now; null for none' }),
        }),
        'Taken back',
      ),
    }),
    async (c) => {
      const { verdictSeen, undo } = c.req.valid('json')
      const taken = await takeBackVerdictOn(c.var.services, on(c), verdictSeen, undo)
      return taken.ok ? c.json(taken.value, 201) : c.json(...refused(taken))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/sign-offs`,
      summary: 'Sign off the verdict on the words read',
      request: { params: claimParams, body: body(seen.extend({ truthSeen })) },
      responses: answers(201, decided, 'Signed off'),
    }),
    async (c) => {
      const { wordsSeen: words, verdictSeen: verdict, truthSeen: truth } = c.req.valid('json')
      const signed = await signOffOn(c.var.services, on(c), { words, verdict, truth })
      return signed.ok ? c.json(signed.value, 201) : c.json(...refused(signed))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/sign-off-withdrawal`,
      summary: 'Take your own sign-off back, while it counts',
      request: { params: claimParams },
      responses: answers(201, decided, 'Taken back'),
    }),
    async (c) => {
      const taken = await takeBackSignOffOn(c.var.services, on(c))
      return taken.ok ? c.json(taken.value, 201) : c.json(...refused(taken))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/truth`,
      summary: 'Say whether a quote is true, beside its verdict, which says whether it was said',
      request: {
        params: claimParams,
        body: body(
          z.object({
            wordsSeen: text(100_000),
            truthSeen,
            rating: z.enum(truthRatings).nullable().openapi({ description: 'Null takes back what was found' }),
            why: text(20_000).default(''),
          }),
        ),
      },
      responses: answers(201, decided, 'Found'),
    }),
    async (c) => {
      const { wordsSeen: words, truthSeen: truth, ...finding } = c.req.valid('json')
      const found = await findTruthOf(c.var.services, on(c), { words, truth }, finding)
      return found.ok ? c.json(found.value, 201) : c.json(...refused(found))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/withdrawal`,
      summary: 'Withdraw the claim; its number is not used again',
      request: { params: claimParams, body: body(z.object({ why: text(20_000).default('') })) },
      responses: answers(201, decided, 'Withdrawn'),
    }),
    async (c) => {
      const withdrawn = await withdrawClaim(c.var.services, on(c), c.req.valid('json').why)
      return withdrawn.ok ? c.json(withdrawn.value, 201) : c.json(...refused(withdrawn))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: `${onePath}/evidence`,
      summary: 'Attach a source, from the library or new',
      request: {
        params: claimParams,
        body: body(
          z.object({
            source: z.union([z.strictObject({ id: z.uuid() }), newSource]),
            stance: z.enum(stances),
            locator: text(1_000),
            excerpt: text(20_000).default(''),
          }),
        ),
      },
      responses: answers(201, decided.extend({ id: z.uuid() }), 'Attached'),
    }),
    async (c) => {
      const { source, ...link } = c.req.valid('json')
      const cited = 'id' in source ? source : { ...source, approvedBy: null }
      const attached = await attachEvidenceTo(c.var.services, on(c), { ...link, source: cited })
      return attached.ok ? c.json(attached.value, 201) : c.json(...refused(attached))
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: `${onePath}/evidence/{evidence}`,
      summary: 'Take evidence away; history keeps it',
      request: { params: claimParams.extend({ evidence: z.uuid() }) },
      responses: answers(200, decided, 'Taken away'),
    }),
    async (c) => {
      const removed = await removeEvidenceFrom(c.var.services, on(c), c.req.valid('param').evidence)
      return removed.ok ? c.json(removed.value, 200) : c.json(...refused(removed))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: `${onePath}/history`,
      summary: 'What happened to the claim, newest first',
      request: { params: claimParams },
      responses: answers(200, z.object({ entries: z.array(historyEntry) }), 'History'),
    }),
    async (c) => {
      const { id, newsroomId } = c.var.article
      const entries = await c.var.services.db.inNewsroom(newsroomId, async (tx) => {
        const claim = await readClaim(tx, id, c.req.valid('param').claim)
        return claim && readHistory(tx, id, claim.row.id)
      })
      return entries ? c.json({ entries }, 200) : c.json(...refused(refuse('not-found')))
    },
  )
