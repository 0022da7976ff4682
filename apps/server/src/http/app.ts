/** The whole of HTTP: sign-in, the API, the sockets, health and the web app, behind one set of headers and one log line a request. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { addressHeader, type Auth } from '../auth/auth.ts'
import type { Services } from '../decisions/services.ts'
import { type Log, nameOf } from '../log-lines.ts'
import type { Watch } from './admission.ts'
import { refused } from './answer.ts'
import { createApi } from './api.ts'
import { ownPagesOnly } from './gate.ts'
import { healthRoutes, type Readiness } from './health.ts'
import { liveRoutes } from './live.ts'
import { pageHeaders, pageRoutes } from './pages.ts'
import type { DemoDoors } from './start.ts'
import { syncRoutes } from './sync.ts'

export interface AppOptions {
  readonly services: Services
  readonly auth: Auth
  readonly watch: Watch
  readonly readiness: Readiness
  readonly log: Log
  readonly demo: DemoDoors | null
  /** Whether requests from this origin may change something. */
  readonly allowed: (origin: string) => boolean
  readonly secure: boolean
  /** The built web app. */
  readonly pages: string
}

export function createApp({ services, auth, watch, readiness, log, demo, allowed, secure, pages }: AppOptions) {
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
  app.use('/api/*', ownPagesOnly(allowed) as never)
  app.on(['GET', 'POST'], '/api/auth/*', (c) => {
    const headers = new Headers(c.req.raw.headers)
    headers.set(addressHeader, getConnInfo(c).remote.address ?? '')
    return auth.handler(new Request(c.req.raw, { headers }))
  })
  const api = createApi(services, auth, demo)
  app.get('/api/openapi.json', (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Tickmark',
          version: '1',
          description: 'Articles, claims, verdicts, sources and sign-offs of one newsroom.',
        },
        servers: [{ url: '/api' }],
      }),
    ),
  )
  app.route('/api', api)
  app.all('/api/*', (c) => c.json(...refused({ refusal: 'not-found' })))
  const doors = { services, auth, watch }
  app.route('/sync', syncRoutes(doors))
  app.route('/live', liveRoutes(doors))
  app.route('/', healthRoutes(services, readiness))
  app.route('/', pageRoutes(pages))
  return app
}
