/** The one door for words that come as JSON: what no database can hold as text is replaced before any route reads it. Rule DC3. */
import { createMiddleware } from 'hono/factory'
import { wellFormedJson } from '../log/well-formed.ts'
import type { Env } from './env.ts'

export const wellFormedBody = createMiddleware<Env>(async (c, next) => {
  if (c.req.header('content-type')?.includes('json') === true) {
    const text = wellFormedJson(await c.req.text())
    // Whoever reads the body after this reads it from here. Hono keeps promises, whatever its type says.
    c.req.bodyCache.text = Promise.resolve(text) as never
  }
  return next()
})
