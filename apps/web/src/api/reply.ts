/**
 * What comes back of a request: a value, or a refusal with its sentence. No answer at all, and an answer that is none of the server's
 * (a captive portal's page, a proxy's), are one and the same: 'offline'. Nothing here throws.
 */
import { type AnyRefusal, refusalWords } from '#web/words/refusals.ts'

export interface RefusedReply {
  readonly ok: false
  readonly refusal: AnyRefusal
  /** The server's own sentence, for codes that this page does not know yet. */
  readonly text: string
}
export type Reply<T> = { readonly ok: true; readonly value: T } | RefusedReply

export const refused = (refusal: AnyRefusal, text: string = refusalWords[refusal]): RefusedReply => ({
  ok: false,
  refusal,
  text,
})

/** What is no JSON was not written by the server, whatever its status says. */
const unreadable = Symbol('unreadable')

/** `asked` rejects where there is no way to the server. The caller knows what its route answers with. */
export async function replyOf<T>(
  asked: Promise<Pick<Response, 'ok' | 'status' | 'json'>>,
  known: (reply: unknown) => AnyRefusal | undefined = () => undefined,
): Promise<Reply<T>> {
  const response = await asked.catch(() => null)
  if (response === null) return refused('offline')
  const reply: unknown = await response.json().catch(() => unreadable)
  if (response.ok) return reply === unreadable ? refused('offline') : { ok: true, value: reply as T }
  const refusal = known(reply)
  return refusal === undefined ? refusalIn(reply, response.status) : refused(refusal)
}

const isRefusal = (code: unknown): code is AnyRefusal => typeof code === 'string' && Object.hasOwn(refusalWords, code)

function refusalIn(reply: unknown, status: number): RefusedReply {
  if (typeof reply === 'object' && reply !== null && 'refusal' in reply) {
    const text = 'text' in reply && typeof reply.text === 'string' ? reply.text : undefined
    return isRefusal(reply.refusal) ? refused(reply.refusal, text) : refused('server-trouble', text)
  }
  if (status === 401) return refused('not-signed-in')
  if (status === 413) return refused('too-large')
  if (status === 429) return refused('too-many-attempts')
  if (status === 404 && reply !== unreadable) return refused('not-found')
  // A proxy answers 502–504 for a server that is away; below 500 and no JSON is a stranger's page.
  return refused(
    (status >= 502 && status <= 504) || (reply === unreadable && status !== 500) ? 'offline' : 'server-trouble',
  )
}
