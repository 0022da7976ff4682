/** The API: all its routes in one place, their gates, and their description at /api/openapi.json. */
import { bodyLimit } from 'hono/body-limit'
import type { Services } from '../decisions/services.ts'
import type { Auth } from '../auth/auth.ts'
import { newApp, refused } from './answer.ts'
import { articleRoutes, oneArticleRoutes } from './articles.ts'
import { claimRoutes } from './claims.ts'
import { atDesk, ofArticle, ofNewsroom, signedIn } from './gate.ts'
import { deskRoutes, newsroomRoutes } from './newsroom.ts'
import { type DemoDoors, startRoutes } from './start.ts'

/** A pasted article in UTF-8 with everything JSON puts round it. */
const mostBodyBytes = 8 * 1024 * 1024

const newsroom = '/newsrooms/:newsroom'

export function createApi(services: Services, auth: Auth, demo: DemoDoors | null) {
  const api = newApp()
  api.use(bodyLimit({ maxSize: mostBodyBytes, onError: (c) => c.json(...refused({ refusal: 'too-large' })) }))
  api.use(async (c, next) => {
    c.set('services', services)
    c.set('auth', auth)
    c.header('cache-control', 'no-store')
    return next()
  })
  api.use(newsroom, signedIn, ofNewsroom)
  api.use(`${newsroom}/*`, signedIn, ofNewsroom)
  api.use(`${newsroom}/articles`, atDesk)
  api.use(`${newsroom}/articles/:article/*`, atDesk)
  // `import` is the one word that stands where an article's id does.
  api.use(`${newsroom}/articles/:article/*`, (c, next) =>
    c.req.param('article') === 'import' ? next() : ofArticle(c, next),
  )
  api.use(`${newsroom}/articles/:article`, (c, next) =>
    c.req.param('article') === 'import' ? next() : ofArticle(c, next),
  )
  return api
    .route('/', startRoutes(demo))
    .route(newsroom, newsroomRoutes)
    .route(newsroom, deskRoutes)
    .route(newsroom, articleRoutes)
    .route(newsroom, oneArticleRoutes)
    .route(newsroom, claimRoutes)
}

/** For Hono's typed client. */
export type Api = ReturnType<typeof createApi>
