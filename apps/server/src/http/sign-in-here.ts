/** Signs in whoever has just been given an account, in the answer to the request that made it. */
import type { Context } from 'hono'
import { addressHeader } from '../auth/auth.ts'
import type { Env } from './env.ts'

export async function signInHere(c: Context<Env>, account: { email: string; password: string }): Promise<void> {
  const headers = new Headers({ [addressHeader]: c.var.address })
  const agent = c.req.header('user-agent')
  if (agent !== undefined) headers.set('user-agent', agent)
  const signedIn = await c.var.auth.api.signInEmail({ body: account, headers, returnHeaders: true })
  for (const cookie of signedIn.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}
