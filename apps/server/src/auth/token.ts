/**
 * Secrets that Tickmark hands out once: the token of a program, the end of an invitation's link. The log and the tables hold their
 * SHA-256 only. Each is derived from the server's own key and the id of what it opens, so the answer to a request that was sent
 * twice is the same although the secret is stored nowhere.
 */
import { createHash, createHmac } from 'node:crypto'
import type { Auth } from './auth.ts'

export const sha256Of = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export async function keyedHash(auth: Auth, purpose: string, value: string): Promise<Buffer> {
  const { secret } = await auth.$context
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest()
}

export async function secretFor(auth: Auth, purpose: 'invitation' | 'program', id: string): Promise<string> {
  return (await keyedHash(auth, purpose, id)).toString('base64url')
}

/** A program's token names its newsroom, so one shown at another newsroom's door is known to be foreign. */
export const programToken = (newsroom: string, secret: string): string => `tm_${newsroom}_${secret}`

const shape = /^tm_([a-z0-9-]{1,63})_[\w-]{43}$/

export interface BearerToken {
  readonly newsroom: string
  readonly token: string
}

/** What an Authorization header carries when it is a program's; `null` for anything else. */
export function bearerOf(headers: Headers): BearerToken | null {
  const [, token = ''] = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  const [, newsroom] = shape.exec(token) ?? []
  return newsroom === undefined ? null : { newsroom, token }
}

export const hasBearer = (headers: Headers): boolean => /^bearer\b/i.test(headers.get('authorization') ?? '')
