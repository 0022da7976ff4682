/** Claims as W3C Web Annotations: taking them along, and bringing in those of another program. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import { annotationCollection, annotationContext, annotationMediaType, annotationReply } from '#protocol/annotation.ts'
import { bringAnnotationsIn } from '../decisions/annotation-import.ts'
import { annotationsOf } from '../exports/annotations.ts'
import { readAnnotations } from '../import/annotation.ts'
import { answers, articleParams, newApp, refused } from './answer.ts'
import { exported, file } from './exports.ts'
import type { Post } from './post.ts'

/** More at once would keep the article's other edits waiting. */
const mostAnnotations = 500

const path = '/articles/{article}' as const
const { 200: _, ...refusals } = answers(200, z.object({}), '')
const anyJson = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())])

export const annotationRoutes = (post: Post) =>
  newApp()
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/exports/annotations`,
        summary: 'The claims that stand, as W3C Web Annotations',
        description: `JSON-LD (${annotationContext}): one AnnotationCollection with all annotations on its first page. Each quotes its words with 32 characters around them, and says their position in Unicode code points of the article’s plain text. A tag says the kind, unless it is “other”; a verdict and its reason follow. Sources are not told.`,
        request: { params: articleParams },
        responses: {
          200: { content: { 'application/ld+json': { schema: annotationCollection } }, description: 'The file' },
          ...refusals,
        },
      }),
      async (c) => {
        const leaving = await exported(c)
        if (leaving === null) return c.json(...refused(refuse('not-found')))
        const { newsroom, article } = c.req.valid('param')
        const origin = c.req.header('origin')
        const collection = annotationsOf({
          source: post.linkTo(`/${newsroom}/articles/${article}`, origin),
          address: post.linkTo(new URL(c.req.url).pathname, origin),
          ...leaving,
        })
        const contents = `${JSON.stringify(collection, null, 2)}\n`
        // The route's type knows what its own helpers reply.
        return file(c, { ending: 'jsonld', mediaType: annotationMediaType, contents }) as never
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/annotations`,
        summary: 'Bring in annotations of another program',
        description: `One Annotation, an array, an AnnotationPage, or an AnnotationCollection with its pages inside; at most ${mostAnnotations}. An annotation whose words are quoted exactly, and stand in one place by its surroundings or its position, becomes a claim; so does one whose surroundings were edited, when the engine that carries claims to new drafts is sure. Its kind is its tag, if that is a kind of claim, else guessed from the words. Every other annotation is answered by itself; nothing is marked on a guess.`,
        request: {
          params: articleParams,
          body: {
            content: { 'application/ld+json': { schema: anyJson }, 'application/json': { schema: anyJson } },
            required: true,
          },
        },
        responses: answers(200, annotationReply, 'What became of each, in the order sent'),
      }),
      async (c) => {
        const sent = readAnnotations(await c.req.json(), mostAnnotations)
        if (sent === 'not-understood') return c.json(...refused(refuse('not-understood')))
        if (sent === 'too-many') return c.json(...refused(refuse('too-large')))
        const brought = await bringAnnotationsIn(c.var.services, c.var.asked, c.var.article.id, sent.items)
        return brought.ok ? c.json({ ...brought.value, next: sent.next }, 200) : c.json(...refused(brought))
      },
    )
