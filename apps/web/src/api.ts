/**
 * Everything the web app asks of the server, one function a request. A refusal is a value: `{ok: false, refusal, text}`; so is an
 * unreachable server ('offline'). Nothing here throws.
 */
import type { Role } from '#domain/actor.ts'
import type { ClaimFilter } from '#domain/desk.ts'
import type { GateRule } from '#domain/gate.ts'
import type { Stance } from '#domain/evidence.ts'
import type { SourceDetails, SourceKind } from '#domain/source.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Risk } from '#domain/risk.ts'
import type { Rating } from '#domain/rating.ts'
import type { ArticleDetails, FileRef } from '#domain/event.ts'
import type { ArticleDraft, ImportNote, TrackedChoice } from '#document/draft.ts'
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

/** Somewhere one is signed in. */
export interface OwnSession {
  readonly token: string
  readonly createdAt: string
  readonly userAgent: string | null
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** One of the people of a demo. */
export type DemoPerson = NonNullable<ValueOf<Awaited<ReturnType<typeof client.start.$get>>>['demo']>['people'][number]

/** What the person had on screen when they decided. */
export interface SeenOnScreen {
  readonly wordsSeen: string
  readonly verdictSeen: number | null
}

/** What of an article's history is asked for; `type`: types of events with commas between. */
export interface HistoryAsked {
  readonly person?: string
  readonly type?: string
  readonly claim?: string
  readonly before?: number
  readonly most?: number
}

export interface NewSource {
  readonly kind: SourceKind
  readonly title: string
  readonly publisher: string
  readonly url: string
}

/** What people say of a source; who approved that it is not named comes from the server. */
export type SourceFields = Omit<SourceDetails, 'approvedBy'>

export interface NewEvidence {
  readonly source: { readonly id: string } | NewSource
  readonly stance: Stance
  readonly locator: string
  readonly excerpt: string
}

/** What import made of what was pasted, or of a file. */
export interface ReadArticle {
  readonly article: ArticleDraft
  readonly notes: readonly ImportNote[]
  readonly original: FileRef | null
  readonly importedBefore: readonly { readonly id: string; readonly title: string }[]
}

/** What goes along with an article's draft when it is brought in. */
export interface ArticleArrival {
  readonly dueAt: string | null
  readonly byline: string
  readonly desk: string
  readonly original: FileRef | null
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
const oneInvitation = client.invitations[':newsroom'][':token']
const oneArticle = room.articles[':article']
const oneClaim = oneArticle.claims[':claim']
const oneSource = room.sources[':source']

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
  sessions: async (): Promise<Reply<OwnSession[]>> => {
    const [all, mine] = await Promise.all([
      askAuth<Omit<OwnSession, 'isThis'>[]>('list-sessions'),
      askAuth<{ session: { token: string } } | null>('get-session'),
    ])
    if (!all.ok) return all
    if (!mine.ok) return mine
    const sessions = all.value.map((one) => ({ ...one, isThis: one.token === mine.value?.session.token }))
    const newestFirst = sessions.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    return { ok: true, value: newestFirst.toSorted((a, b) => Number(b.isThis) - Number(a.isThis)) }
  },
  endSession: (token: string) => askAuth('revoke-session', { token }),
  endOtherSessions: () => askAuth('revoke-other-sessions', {}),
  changePassword: (currentPassword: string, newPassword: string) =>
    askAuth('change-password', { currentPassword, newPassword, revokeOtherSessions: true }),

  firstRun: (first: {
    newsroom: { name: string; slug: string; zone: string }
    name: string
    email: string
    password: string
    code: string
  }) => ask(client['first-run'].$post({ json: first })),
  invitation: (newsroom: string, token: string) => ask(oneInvitation.$get(at({ newsroom, token }))),
  takeUpInvitation: (newsroom: string, token: string, account: { name?: string; password?: string }) =>
    ask(oneInvitation.$post({ ...at({ newsroom, token }), json: account })),

  members: (newsroom: string) => ask(room.members.$get(at({ newsroom }))),
  changeRoles: (newsroom: string, person: string, roles: Role[]) =>
    ask(room.members[':person'].$patch({ ...at({ newsroom, person }), json: { roles } })),
  removeMember: (newsroom: string, person: string) => ask(room.members[':person'].$delete(at({ newsroom, person }))),
  invite: (newsroom: string, invited: { email: string; roles: Role[] }) =>
    ask(room.invitations.$post({ ...at({ newsroom }), json: invited })),
  withdrawInvitation: (newsroom: string, invitation: string) =>
    ask(room.invitations[':invitation'].$delete(at({ newsroom, invitation }))),
  addProgram: (newsroom: string, program: { name: string; role: Role }) =>
    ask(room.programs.$post({ ...at({ newsroom }), json: program })),

  newsroom: (newsroom: string) => ask(room.$get(at({ newsroom }))),
  desk: (newsroom: string) => ask(room.desk.$get(at({ newsroom }))),
  articles: (newsroom: string) => ask(room.articles.$get(at({ newsroom }))),

  importArticle: (newsroom: string, pasted: Pasted) =>
    askImport(newsroom, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(pasted) }),
  importFile: (newsroom: string, file: File, tracked: TrackedChoice) => {
    const body = new FormData()
    body.append('file', file)
    body.append('tracked', tracked)
    return askImport(newsroom, { body })
  },
  startArticle: (newsroom: string, draft: ArticleDraft & ArticleArrival) =>
    ask(room.articles.$post({ ...at({ newsroom }), json: draft })),

  article: (newsroom: string, article: string) => ask(oneArticle.$get(at({ newsroom, article }))),
  changeArticle: (newsroom: string, article: string, change: Partial<ArticleDetails>) =>
    ask(oneArticle.$patch({ ...at({ newsroom, article }), json: change })),
  openArticleTo: (newsroom: string, article: string, access: { open: 'newsroom' | 'named'; people: string[] }) =>
    ask(oneArticle.access.$put({ ...at({ newsroom, article }), json: access })),
  /** For a link: the browser asks, and saves what comes. */
  originalAddress: (newsroom: string, article: string): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/articles/${encodeURIComponent(article)}/original`,
  articleText: (newsroom: string, article: string) => ask(oneArticle.text.$get(at({ newsroom, article }))),
  articleHistory: (newsroom: string, article: string, asked: HistoryAsked = {}) =>
    ask(oneArticle.history.$get({ ...at({ newsroom, article }), query: { ...asked } })),
  eraseText: (newsroom: string, article: string, seq: number) =>
    ask(oneArticle.history[':seq'].erasure.$post({ ...at({ newsroom, article, seq: String(seq) }), json: {} })),

  review: (newsroom: string, article: string) => ask(oneArticle.review.$get(at({ newsroom, article }))),
  askForReview: (newsroom: string, article: string, note: string) =>
    ask(oneArticle['review-requests'].$post({ ...at({ newsroom, article }), json: { note } })),
  sendBack: (newsroom: string, article: string, note: string) =>
    ask(oneArticle['send-backs'].$post({ ...at({ newsroom, article }), json: { note } })),
  approve: (newsroom: string, article: string, seen: string) =>
    ask(oneArticle.approvals.$post({ ...at({ newsroom, article }), json: { seen } })),
  publish: (newsroom: string, article: string) =>
    ask(oneArticle.publication.$post({ ...at({ newsroom, article }), json: {} })),
  acceptException: (
    newsroom: string,
    article: string,
    claim: string,
    exception: SeenOnScreen & { rule: GateRule; why: string },
  ) => ask(oneClaim.exceptions.$post({ ...at({ newsroom, article, claim }), json: exception })),
  noteLook: (newsroom: string, article: string, seq: number) =>
    ask(oneArticle.looks.$post({ ...at({ newsroom, article }), json: { seq } })),
  /** For a link: the browser downloads it. */
  exportAddress: (newsroom: string, article: string, format: 'csv' | 'json'): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/articles/${encodeURIComponent(article)}/exports/${format}`,

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
    change: { kind: ClaimKind } | { assignee: string | null } | { risk: Risk } | { dueAt: string | null },
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

  talk: (newsroom: string, article: string, claim: string) => ask(oneClaim.talk.$get(at({ newsroom, article, claim }))),
  say: (newsroom: string, article: string, claim: string, remark: { text: string; mentions: string[] }) =>
    ask(oneClaim.talk.$post({ ...at({ newsroom, article, claim }), json: remark })),
  resolve: (newsroom: string, article: string, claim: string, entry: string) =>
    ask(oneClaim.talk[':entry'].resolution.$post(at({ newsroom, article, claim, entry }))),
  askQuery: (newsroom: string, article: string, claim: string, query: { to: string; text: string }) =>
    ask(oneClaim.queries.$post({ ...at({ newsroom, article, claim }), json: query })),
  answerQuery: (newsroom: string, article: string, claim: string, query: string, text: string) =>
    ask(oneClaim.queries[':query'].answer.$post({ ...at({ newsroom, article, claim, query }), json: { text } })),
  decideQuery: (newsroom: string, article: string, claim: string, query: string, text: string) =>
    ask(oneClaim.queries[':query'].decision.$post({ ...at({ newsroom, article, claim, query }), json: { text } })),
  waiting: (newsroom: string) => ask(room.waiting.$get(at({ newsroom }))),
  assignArticle: (newsroom: string, article: string, people: string[]) =>
    ask(oneArticle.assignees.$put({ ...at({ newsroom, article }), json: { people } })),

  sources: (newsroom: string, find = '') =>
    ask(room.sources.$get({ ...at({ newsroom }), query: find === '' ? {} : { find } })),
  addSource: (newsroom: string, source: NewSource | SourceFields) =>
    ask(room.sources.$post({ ...at({ newsroom }), json: source })),
  source: (newsroom: string, source: string) => ask(oneSource.$get(at({ newsroom, source }))),
  sourceRests: (newsroom: string, source: string) => ask(oneSource.rests.$get(at({ newsroom, source }))),
  changeSource: (newsroom: string, source: string, change: Partial<SourceFields>) =>
    ask(oneSource.$patch({ ...at({ newsroom, source }), json: change })),
  approveSource: (newsroom: string, source: string) => ask(oneSource.approval.$post(at({ newsroom, source }))),
  setOrigin: (newsroom: string, source: string, origin: { readonly name: string } | null) =>
    ask(oneSource.origin.$put({ ...at({ newsroom, source }), json: { origin } })),
  withdrawSource: (newsroom: string, source: string, as: 'withdrawn' | 'corrected', why: string) =>
    ask(oneSource.withdrawal.$post({ ...at({ newsroom, source }), json: { as, why } })),
  reinstateSource: (newsroom: string, source: string) => ask(oneSource.reinstatement.$post(at({ newsroom, source }))),
  mergeSource: (newsroom: string, source: string, into: string) =>
    ask(oneSource.merge.$post({ ...at({ newsroom, source }), json: { into } })),
  partSource: (newsroom: string, source: string) => ask(oneSource.merge.$delete(at({ newsroom, source }))),
  duplicates: (newsroom: string) => ask(room.sources.duplicates.$get(at({ newsroom }))),
  origins: (newsroom: string) => ask(room.origins.$get(at({ newsroom }))),
  addDocument: (newsroom: string, source: string, file: File) =>
    ask(oneSource.documents.$post({ ...at({ newsroom, source }), form: { file } })),
  removeDocument: (newsroom: string, source: string, document: string) =>
    ask(oneSource.documents[':document'].$delete(at({ newsroom, source, document }))),
  /** For a link: the browser downloads it, and never shows it. */
  documentAddress: (newsroom: string, source: string, document: string): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/sources/${source}/documents/${document}`,
}

/** Import takes JSON or a form, and a document nests itself: the client's types give up on both, so this request is made by hand. */
const askImport = (newsroom: string, request: RequestInit): Promise<Reply<ReadArticle>> =>
  ask(
    send(`/api/newsrooms/${encodeURIComponent(newsroom)}/articles/import`, {
      method: 'POST',
      ...request,
    }) as unknown as Promise<Answer>,
  )

/** What better-auth says in words of its own. */
const authRefusals: Readonly<Record<string, AnyRefusal>> = {
  INVALID_PASSWORD: 'wrong-password',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'too-large',
}

/** With a body it is sent, without one it is asked. */
async function askAuth<T = unknown>(path: string, body?: object): Promise<Reply<T>> {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await send(`/api/auth/${path}`, request).catch(() => null)
  if (response === null) return refused('offline')
  const reply: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, value: reply as T }
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? String(reply.code) : ''
  const known = authRefusals[code]
  return known === undefined ? refusalIn(reply, response.status) : refused(known)
}
