/** The API: all its routes in one place, their gates, and their description at /api/openapi.json. */
import type { BlockList } from 'node:net'
import { mostDocumentBytes } from '#domain/source.ts'
import { bodyLimit } from 'hono/body-limit'
import type { Services } from '../decisions/services.ts'
import type { Auth } from '../auth/auth.ts'
import { newApp, refused } from './answer.ts'
import { annotationRoutes } from './annotations.ts'
import { articleRoutes, oneArticleRoutes } from './articles.ts'
import { claimRoutes } from './claims.ts'
import { addressOf } from './client-address.ts'
import { draftRoutes } from './drafts.ts'
import { atDesk, ofArticle, ofNewsroom } from './gate.ts'
import { firstNightRoutes } from './first-night.ts'
import { type FirstRun, firstRunRoutes } from './first-run.ts'
import { importRoutes, mostImportedBytes } from './import.ts'
import { exportRoutes } from './exports.ts'
import { historyRoutes } from './history.ts'
import { invitationRoutes } from './invitations.ts'
import { memberRoutes } from './members.ts'
import { deskRoutes, newsroomRoutes } from './newsroom.ts'
import { repairRoutes } from './repair.ts'
import { reviewRoutes } from './review.ts'
import { documentRoutes } from './source-documents.ts'
import { libraryRoutes, sourceRoutes } from './sources.ts'
import type { Post } from './post.ts'
import { type DemoDoors, startRoutes } from './start.ts'
import { talkRoutes } from './talk.ts'
import { skipRoutes } from './skips.ts'
import { tickRoutes } from './ticks.ts'
import { versionRoutes } from './versions.ts'
import { wellFormedBody } from './well-formed-body.ts'
import { wordingFixRoutes } from './wording-fixes.ts'
import { waitingRoutes } from './waiting.ts'

/** A pasted article in UTF-8 with everything JSON puts round it. */
const mostBodyBytes = 8 * 1024 * 1024

const atMost = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.json(...refused({ refusal: 'too-large' })) })
const takesWords = atMost(mostBodyBytes)
/** Routes that take a file, with room for what multipart puts round it. */
const takesFiles: readonly [path: RegExp, limit: typeof takesWords][] = [
  [/\/articles\/import$/, atMost(mostImportedBytes + 64 * 1024)],
  [/\/sources\/[^/]+\/documents$/, atMost(mostDocumentBytes + 64 * 1024)],
]

const newsroom = '/newsrooms/:newsroom'

export interface ApiOptions {
  readonly services: Services
  readonly auth: Auth
  readonly demo: DemoDoors | null
  readonly firstRun: FirstRun
  readonly post: Post
  /** Proxies whose word about who asks is taken. */
  readonly proxies: BlockList | null
}

export function createApi({ services, auth, demo, firstRun, post, proxies }: ApiOptions) {
  const api = newApp()
  api.use((c, next) => {
    const isForm = c.req.header('content-type')?.startsWith('multipart/form-data') === true
    const limit = isForm ? takesFiles.find(([path]) => path.test(c.req.path))?.[1] : undefined
    return (limit ?? takesWords)(c, next)
  })
  api.use(async (c, next) => {
    c.set('services', services)
    c.set('auth', auth)
    c.set('address', addressOf(c, proxies))
    c.header('cache-control', 'no-store')
    return next()
  })
  api.use(`${newsroom}/*`, ofNewsroom)
  api.use(`${newsroom}/*`, wellFormedBody)
  api.use(`${newsroom}/articles`, atDesk)
  api.use(`${newsroom}/articles/:article/*`, atDesk)
  // The first also matches an article's own address. `import` stands where an id does, and is only ever posted to.
  api.use(`${newsroom}/articles/:article/*`, (c, next) =>
    c.req.method === 'POST' && c.req.path.endsWith('/articles/import') ? next() : ofArticle(c, next),
  )
  return api
    .route('/', startRoutes(demo, firstRun))
    .route('/', firstRunRoutes(firstRun))
    .route('/', invitationRoutes)
    .route(newsroom, newsroomRoutes)
    .route(newsroom, memberRoutes(post))
    .route(newsroom, deskRoutes)
    .route(newsroom, libraryRoutes)
    .route(newsroom, sourceRoutes)
    .route(newsroom, documentRoutes)
    .route(newsroom, importRoutes)
    .route(newsroom, articleRoutes)
    .route(newsroom, oneArticleRoutes)
    .route(newsroom, claimRoutes)
    .route(newsroom, repairRoutes)
    .route(newsroom, reviewRoutes)
    .route(newsroom, versionRoutes)
    .route(newsroom, draftRoutes)
    .route(newsroom, historyRoutes)
    .route(newsroom, exportRoutes)
    .route(newsroom, annotationRoutes(post))
    .route(newsroom, talkRoutes)
    .route(newsroom, tickRoutes)
    .route(newsroom, skipRoutes)
    .route(newsroom, waitingRoutes)
    .route(newsroom, firstNightRoutes(demo === null ? null : services.now()))
    .route(newsroom, wordingFixRoutes)
}

/** For Hono's typed client. */
export type Api = ReturnType<typeof createApi>
