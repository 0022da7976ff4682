/** How the web app asks: the typed client with its routes, each change under a key of its own, and each answer read as a reply. */
import type { Api } from '#server/http/api.ts'
import { type ClientResponse, hc } from 'hono/client'
import { v7 as uuid } from 'uuid'
import { type Reply, replyOf } from './reply.ts'

/** How a decision is sent: under its own key, and as nobody but the one who made it. */
export interface Sending {
  readonly key: string
  readonly person: string
}

export const sentAs = (as?: Sending) =>
  as === undefined ? {} : { headers: { 'idempotency-key': as.key, 'tickmark-person': as.person } }

/** Longer than any answer takes; a wire that is dead without saying so must not hold a decision for ever. */
const patienceMs = 20_000

/** What the client gives back for one request: a response whose type knows the body of each status. */
export type Answer = ClientResponse<unknown, number, string>
export type ValueOf<R> = R extends ClientResponse<infer T, infer S, string> ? (S extends 200 | 201 ? T : never) : never

/** The route's own type says what a 200 or 201 carries. */
export const ask = <R extends Answer>(asked: Promise<R>): Promise<Reply<ValueOf<R>>> => replyOf<ValueOf<R>>(asked)

/** Every change carries a key of its own, so that one more try after a lost reply is carried out once only. */
export const send: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  const isChange = init.method !== undefined && init.method !== 'GET'
  if (isChange && !headers.has('idempotency-key')) headers.set('idempotency-key', uuid())
  const isKept = headers.has('tickmark-person')
  const request: RequestInit = {
    ...init,
    headers,
    credentials: 'same-origin',
    ...(isKept ? { signal: AbortSignal.timeout(patienceMs) } : {}),
  }
  try {
    return await fetch(input, request)
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 400))
    return fetch(input, request)
  }
}

export const client = hc<Api>('/api', { fetch: send })
export const room = client.newsrooms[':newsroom']
export const oneArticle = room.articles[':article']
export const oneClaim = oneArticle.claims[':claim']

/** Names go into addresses encoded; the client puts them there as they are. */
export const at = <P extends Record<string, string>>(params: P): { param: P } => ({
  param: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)])) as P,
})
