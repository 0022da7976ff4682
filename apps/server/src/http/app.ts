/** The whole of HTTP: sign-in, the API, the sockets, health and the web app, behind one set of headers and one log line a request. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { Visitors } from '../auth/sessions.ts'
import { Throttle } from '../auth/throttle.ts'
import { type Log, nameOf } from '../log-lines.ts'
import type { Watch } from './admission.ts'
import { refused } from './answer.ts'
import { type ApiOptions, createApi } from './api.ts'
import { referencePage, withWhoMay } from './api-page.ts'
import { ownPagesOnly } from './gate.ts'
import { healthRoutes, type Readiness } from './health.ts'
import { liveRoutes } from './live.ts'
import { pageHeaders, pageRoutes } from './pages.ts'
import { signInRoutes } from './sign-in.ts'
import { syncRoutes } from './sync.ts'

export interface AppOptions extends ApiOptions {
  readonly watch: Watch
  readonly readiness: Readiness
  readonly log: Log
  /** Whether requests from this origin may change something. */
  readonly allowed: (origin: string) => boolean
  readonly secure: boolean
  /** The built web app. */
  readonly pages: string
}

export function createApp(options: AppOptions) {
  const { services, auth, watch, readiness, log, allowed, secure, pages, proxies } = options
  const app = new Hono()
  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    // The route's pattern, never the address: addresses and queries may tell of what is being checked.
    log.info({
      msg: 'request',
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  })
  app.use(pageHeaders(secure))
  app.onError((problem, c) => {
    // A body that is not what its header says, a multipart without an end: the sender's mistake, told as such.
    if (problem instanceof HTTPException && problem.status < 500)
      return c.json(...refused({ refusal: problem.status === 413 ? 'too-large' : 'not-understood' }))
    log.error({ msg: 'request failed', route: routePath(c, -1), problem: nameOf(problem) })
    return c.json(...refused({ refusal: 'not-stored' }))
  })
  const foreignSocket = (origin: string | undefined) => origin === undefined || !allowed(origin)
  for (const path of ['/sync/*', '/live/*']) {
    // Checked before the upgrade: a page of another site never gets a socket, not even one that closes.
    app.use(path, async (c, next) =>
      foreignSocket(c.req.header('origin')) ? c.json(...refused({ refusal: 'origin-not-allowed' })) : next(),
    )
  }
  app.use('/api/*', (c, next) => {
    c.header('cache-control', 'no-store')
    return next()
  })
  app.use('/api/*', ownPagesOnly(allowed) as never)
  const throttle = new Throttle(services.db, auth, services.now)
  app.route('/api/auth', signInRoutes({ auth, throttle, proxies }))
  const api = createApi(options)
  const described = () =>
    withWhoMay(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Tickmark',
          version: '1',
          description: 'Articles, claims, verdicts, sources and sign-offs of one newsroom.',
        },
        servers: [{ url: '/api' }],
      }),
    )
  app.get('/api/openapi.json', (c) => c.json(described()))
  app.get('/api/reference', (c) => c.html(referencePage(described())))
  app.route('/api', api)
  app.all('/api/*', (c) => c.json(...refused({ refusal: 'not-found' })))
  const doors = { services, visitors: new Visitors(services.db, auth), watch }
  app.route('/sync', syncRoutes(doors))
  app.route('/live', liveRoutes(doors))
  app.route('/', healthRoutes(services, readiness))
  app.route('/', pageRoutes(pages))
  return app
}
