/** Wording fixes: the words that verdicts propose are put in the text, one claim's or several at once. */
import { createRoute, z } from '@hono/zod-openapi'
import { refusalView } from '#protocol/view.ts'
import { applyFixes } from '../decisions/wording-fix.ts'
import { answers, articleParams, body, newApp, refused } from './answer.ts'
import { seen } from './claims.ts'

/** More at once would keep the article's other edits waiting. */
const mostFixes = 500

const claim = z.string().max(100).openapi({ description: 'Id or number', example: 'C14' })
const fixes = z.array(seen.extend({ claim })).min(1).max(mostFixes)

export const wordingFixRoutes = newApp().openapi(
  createRoute({
    method: 'post',
    path: '/articles/{article}/wording-fixes',
    summary: 'Put the words that verdicts propose in the text',
    description:
      'All as one edit of the live text. A fix whose words or verdict are not those on screen is left, with its reason; when all are left, the first reason is the answer.',
    request: { params: articleParams, body: body(z.object({ fixes })) },
    responses: answers(
      201,
      z.object({
        applied: z.array(z.uuid()).openapi({ description: 'Claims that read as proposed now' }),
        left: z.array(refusalView.extend({ claim })),
        seq: z.int(),
      }),
      'Put in',
    ),
  }),
  async (c) => {
    const wanted = c.req.valid('json').fixes.map(({ claim: ref, wordsSeen: words, verdictSeen: verdict }) => ({
      claim: ref,
      seen: { words, verdict },
    }))
    const done = await applyFixes(c.var.services, c.var.asked, c.var.article.id, wanted)
    if (!done.ok) return c.json(...refused(done))
    const left = done.value.left.map((one) => ({ claim: one.claim, ...refused(one)[0] }))
    return c.json({ ...done.value, left }, 201)
  },
)
