/** The web app's files. Every address that is not the API's or a socket's gets the one page, which finds its own way. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** Reserved first parts of an address; a newsroom's slug is never one of them. */
export const reservedSlugs = [
  'api',
  'sync',
  'live',
  'report',
  'health',
  'metrics',
  'assets',
  'sign-in',
  'profile',
] as const

/**
 * Scripts from our own files only, no frames, no foreign requests: opening an article contacts nobody. An answer that says more
 * narrowly what may be loaded, as a download does, keeps its own word.
 */
export const pageHeaders = (secure: boolean) => {
  const usual = usualHeaders(secure)
  return createMiddleware(async (c, next) => {
    let own: string | null = null
    await usual(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    if (own !== null) c.res.headers.set('content-security-policy', own)
  })
}

const usualHeaders = (secure: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The editor and the kit set styles on elements; a style cannot run anything.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: secure,
    xFrameOptions: 'DENY',
  })

export function pageRoutes(folder: string) {
  const files = serveStatic({
    root: path.relative(process.cwd(), folder),
    // The files' names change with their content.
    onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  return new Hono()
    .use(compress())
    .get('/assets/*', files, (c) => c.text('There is no such file.', 404))
    .get('*', async (c) => {
      c.header('cache-control', 'no-cache')
      return c.html(await readFile(path.join(folder, 'index.html'), 'utf8'))
    })
}
