/** Somebody signed in over HTTP: what they ask of the API, and the sockets they open. Built like a browser, without one. */
import { type ArticleView, articleView, type ClaimView, claimView } from '#protocol/view.ts'
import { demoPassword, demoPeople } from '#server/demo/people.ts'
import { TestEditor } from './editor.ts'
import { LiveSocket } from './live-socket.ts'
import type { Address } from './server.ts'

export interface Reply {
  readonly status: number
  /** The JSON answered; of a file, its text. */
  readonly body: unknown
}

export interface Asking {
  /** Idempotency-Key. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export class Person {
  readonly email: string
  readonly newsroom: string
  readonly cookie: string
  readonly #address: Address
  readonly #editors: TestEditor[] = []
  readonly #sockets: LiveSocket[] = []

  constructor(address: Address, account: { email: string; newsroom: string }, cookie: string) {
    this.#address = address
    this.email = account.email
    this.newsroom = account.newsroom
    this.cookie = cookie
  }

  /** What a browser sends along with every socket. */
  get headers(): { cookie: string; origin: string } {
    return { cookie: this.cookie, origin: this.#address.url }
  }

  /** Any address of the server, with this person's cookie. */
  async fetch(method: string, path: string, body?: unknown, { key, headers }: Asking = {}): Promise<Reply> {
    const response = await fetch(`${this.#address.url}${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        origin: this.#address.url,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: text === '' ? null : isJson ? (JSON.parse(text) as unknown) : text }
  }

  /** Below the newsroom's address. */
  api(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<Reply> {
    return this.fetch(method, `/api/newsrooms/${this.newsroom}${path === '' ? '' : `/${path}`}`, body, asking)
  }

  /** As `api`, for what has to succeed: returns the answer. */
  async done<T = unknown>(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<T> {
    const { status, body: answer } = await this.api(method, path, body, asking)
    if (status >= 400) throw new Error(`${method} ${path} was answered ${status} ${JSON.stringify(answer)}`)
    return answer as T
  }

  async article(article: string): Promise<ArticleView> {
    return articleView.parse(await this.done('GET', `articles/${article}`))
  }

  async claim(article: string, ref: string): Promise<ClaimView> {
    return claimView.parse(await this.done('GET', `articles/${article}/claims/${ref}`))
  }

  async claims(article: string, show?: string): Promise<ClaimView[]> {
    const query = show === undefined ? '' : `?show=${show}`
    const { claims } = await this.done<{ claims: unknown[] }>('GET', `articles/${article}/claims${query}`)
    return claims.map((claim) => claimView.parse(claim))
  }

  /** Address of the article's socket. `schema` and `epoch` as the article says, unless given. */
  async socketUrl(article: string, given: { schema?: number; epoch?: number } = {}): Promise<string> {
    const { schema, epoch } = { ...(await this.article(article)), ...given }
    return this.socketAt(`/sync/${this.newsroom}/${article}?schema=${schema}&epoch=${epoch}`)
  }

  socketAt(path: string): string {
    return `${this.#address.url.replace(/^http/, 'ws')}${path}`
  }

  /** The article's editor, connected and in step with the server. */
  async open(article: string): Promise<TestEditor> {
    const editor = await this.knock(article)
    await editor.whenSynced()
    return editor
  }

  /** The same, for sockets that may be turned away. */
  async knock(article: string, given: { schema?: number; epoch?: number } = {}): Promise<TestEditor> {
    return this.editorAt(await this.socketUrl(article, given)).connect()
  }

  editorAt(url: string): TestEditor {
    const editor = new TestEditor({ url, headers: this.headers })
    this.#editors.push(editor)
    return editor
  }

  async live(newsroom = this.newsroom): Promise<LiveSocket> {
    const live = new LiveSocket(this.socketAt(`/live/${newsroom}`), this.headers)
    this.#sockets.push(live)
    await live.settled()
    return live
  }

  async signOut(): Promise<void> {
    await this.fetch('POST', '/api/auth/sign-out', {})
  }

  leave(): void {
    for (const editor of this.#editors.splice(0)) editor.close()
    for (const socket of this.#sockets.splice(0)) socket.socket.terminate()
  }
}

/** Signs in one of the demo's people, by address or by what stands before its @. */
export async function aPerson(address: Address, who: string): Promise<Person> {
  const account = demoPeople.find(({ email }) => email === who || email.startsWith(`${who}@`))
  if (account === undefined) throw new Error(`Nobody is called ${who}.`)
  const response = await fetch(`${address.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address.url },
    body: JSON.stringify({ email: account.email, password: demoPassword }),
  })
  if (!response.ok) throw new Error(`${who} could not sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  return new Person(address, account, cookie)
}

/** Somebody with no session. */
export const aStranger = (address: Address): Person => new Person(address, { email: '', newsroom: 'harbour' }, '')
