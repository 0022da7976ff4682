/**
 * Everything the web app asks of the server, one function a request. A refusal is a value: `{ok: false, refusal, text}`; so is an
 * unreachable server ('offline'). Nothing here throws.
 */
import type { ClaimFilter } from '#domain/desk.ts'
import type { Stance } from '#domain/evidence.ts'
import type { SourceKind } from '#domain/source.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Rating } from '#domain/rating.ts'
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import type { Api } from '#server/http/api.ts'
import { type ClientResponse, hc } from 'hono/client'
import { v7 as uuid } from 'uuid'
import { type AnyRefusal, refusalWords } from './words/refusals.ts'

export interface RefusedReply {
  readonly ok: false
  readonly refusal: AnyRefusal
  /** The server's own sentence, for codes that this page does not know yet. */
  readonly text: string
}
export type Reply<T> = { readonly ok: true; readonly value: T } | RefusedReply

/** One of the people of a demo. */
export type DemoPerson = NonNullable<ValueOf<Awaited<ReturnType<typeof client.start.$get>>>['demo']>['people'][number]

/** What the person had on screen when they decided. */
export interface SeenOnScreen {
  readonly wordsSeen: string
  readonly verdictSeen: number | null
}

export interface NewSource {
  readonly kind: SourceKind
  readonly title: string
  readonly publisher: string
  readonly url: string
}

export interface NewEvidence {
  readonly source: { readonly id: string } | NewSource
  readonly stance: Stance
  readonly locator: string
  readonly excerpt: string
}

export type Pasted = { readonly text: string } | { readonly html: string }

const isRefusal = (code: unknown): code is AnyRefusal => typeof code === 'string' && Object.hasOwn(refusalWords, code)

const refused = (refusal: AnyRefusal, text: string = refusalWords[refusal]): RefusedReply => ({
  ok: false,
  refusal,
  text,
})

/** What the client gives back for one request: a response whose type knows the body of each status. */
type Answer = ClientResponse<unknown, number, string>
type ValueOf<R> = R extends ClientResponse<infer T, infer S, string> ? (S extends 200 | 201 ? T : never) : never

async function ask<R extends Answer>(asked: Promise<R>): Promise<Reply<ValueOf<R>>> {
  const response = await asked.catch(() => null)
  if (response === null) return refused('offline')
  const reply: unknown = await response.json().catch(() => null)
  // The route's own type says what a 200 or 201 carries.
  return response.ok ? { ok: true, value: reply as ValueOf<R> } : refusalIn(reply, response.status)
}

/** Every change carries a key of its own, so that one more try after a lost reply is carried out once only. */
const send: typeof fetch = async (input, init = {}) => {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  if (init.method !== undefined && init.method !== 'GET') headers.set('idempotency-key', uuid())
  const request: RequestInit = { ...init, headers, credentials: 'same-origin' }
  try {
    return await fetch(input, request)
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 400))
    return fetch(input, request)
  }
}

const client = hc<Api>('/api', { fetch: send })
const room = client.newsrooms[':newsroom']
const oneArticle = room.articles[':article']
const oneClaim = oneArticle.claims[':claim']

/** Names go into addresses encoded; the client puts them there as they are. */
const at = <P extends Record<string, string>>(params: P): { param: P } => ({
  param: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)])) as P,
})

function refusalIn(reply: unknown, status: number): RefusedReply {
  if (typeof reply === 'object' && reply !== null && 'refusal' in reply) {
    const text = 'text' in reply && typeof reply.text === 'string' ? reply.text : undefined
    return isRefusal(reply.refusal) ? refused(reply.refusal, text) : refused('server-trouble', text)
  }
  if (status === 401) return refused('not-signed-in')
  if (status === 404) return refused('not-found')
  if (status === 413) return refused('too-large')
  if (status === 429) return refused('too-many-attempts')
  // A proxy answers 502–504 for a server that is away.
  return refused(status >= 502 && status <= 504 ? 'offline' : 'server-trouble')
}

export const api = {
  start: () => ask(client.start.$get()),
  me: () => ask(client.me.$get()),

  /** better-auth's own routes are not part of our API's type. */
  signIn: async (email: string, password: string): Promise<Reply<unknown>> => {
    const reply = await askAuth('sign-in/email', { email, password })
    // Unknown address and wrong password get one sentence; two would tell strangers who works here.
    return !reply.ok && reply.refusal === 'not-signed-in' ? refused('wrong-password') : reply
  },
  signOut: () => askAuth('sign-out', {}),

  newsroom: (newsroom: string) => ask(room.$get(at({ newsroom }))),
  desk: (newsroom: string) => ask(room.desk.$get(at({ newsroom }))),
  articles: (newsroom: string) => ask(room.articles.$get(at({ newsroom }))),

  // A document nests itself; the client's JSON types give up on that, the schema does not.
  importArticle: (newsroom: string, pasted: Pasted) =>
    ask(room.articles.import.$post({ ...at({ newsroom }), json: pasted })) as Promise<
      Reply<{ article: ArticleDraft; notes: ImportNote[] }>
    >,
  startArticle: (newsroom: string, draft: ArticleDraft & { dueAt: string | null }) =>
    ask(room.articles.$post({ ...at({ newsroom }), json: draft })),

  article: (newsroom: string, article: string) => ask(oneArticle.$get(at({ newsroom, article }))),
  articleText: (newsroom: string, article: string) => ask(oneArticle.text.$get(at({ newsroom, article }))),
  articleHistory: (newsroom: string, article: string) => ask(oneArticle.history.$get(at({ newsroom, article }))),

  claims: (newsroom: string, article: string, show?: ClaimFilter) =>
    ask(oneArticle.claims.$get({ ...at({ newsroom, article }), query: show === undefined ? {} : { show } })),
  markClaim: (
    newsroom: string,
    article: string,
    quote: { exact: string; prefix?: string; suffix?: string; kind: ClaimKind },
  ) => ask(oneArticle.claims.$post({ ...at({ newsroom, article }), json: quote })),
  claim: (newsroom: string, article: string, claim: string) => ask(oneClaim.$get(at({ newsroom, article, claim }))),
  changeClaim: (
    newsroom: string,
    article: string,
    claim: string,
    change: { kind: ClaimKind } | { assignee: string | null },
  ) => ask(oneClaim.$patch({ ...at({ newsroom, article, claim }), json: change })),
  giveVerdict: (
    newsroom: string,
    article: string,
    claim: string,
    verdict: SeenOnScreen & { rating: Rating; why: string },
  ) => ask(oneClaim.verdicts.$post({ ...at({ newsroom, article, claim }), json: verdict })),
  stillHolds: (newsroom: string, article: string, claim: string, seen: SeenOnScreen) =>
    ask(oneClaim['still-holds'].$post({ ...at({ newsroom, article, claim }), json: seen })),
  signOff: (newsroom: string, article: string, claim: string, seen: SeenOnScreen) =>
    ask(oneClaim['sign-offs'].$post({ ...at({ newsroom, article, claim }), json: seen })),
  attachEvidence: (newsroom: string, article: string, claim: string, evidence: NewEvidence) =>
    ask(oneClaim.evidence.$post({ ...at({ newsroom, article, claim }), json: evidence })),
  removeEvidence: (newsroom: string, article: string, claim: string, evidence: string) =>
    ask(oneClaim.evidence[':evidence'].$delete(at({ newsroom, article, claim, evidence }))),
  withdrawClaim: (newsroom: string, article: string, claim: string, why: string) =>
    ask(oneClaim.withdrawal.$post({ ...at({ newsroom, article, claim }), json: { why } })),
  claimHistory: (newsroom: string, article: string, claim: string) =>
    ask(oneClaim.history.$get(at({ newsroom, article, claim }))),

  sources: (newsroom: string, find = '') =>
    ask(room.sources.$get({ ...at({ newsroom }), query: find === '' ? {} : { find } })),
  addSource: (newsroom: string, source: NewSource) => ask(room.sources.$post({ ...at({ newsroom }), json: source })),
}

async function askAuth(path: string, body: object): Promise<Reply<unknown>> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await send(`/api/auth/${path}`, request).catch(() => null)
  if (response === null) return refused('offline')
  return response.ok ? { ok: true, value: null } : refusalIn(null, response.status)
}
