/**
 * The people of the demo, each in a browser of their own: signed in once a run over the API, from then on known by their cookie.
 * Every page is watched: an error in it, or a request to anywhere but Tickmark, fails the test that opened it.
 */
import { type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'
import { demoPassword, demoPeople } from '#server/demo/people.ts'

export { expect }

export type Who = 'noor' | 'karim' | 'idris' | 'sana' | 'rafi' | 'vera' | 'omar'
export type Door = Awaited<ReturnType<BrowserContext['storageState']>>

export const accountOf = (who: Who): (typeof demoPeople)[number] => {
  const account = demoPeople.find(({ email }) => email.startsWith(`${who}@`))
  if (account === undefined) throw new Error(`Nobody in the demo is called ${who}.`)
  return account
}

/** Signs the browser in as its pages would, without showing one. */
export async function signIn(context: BrowserContext, who: Who, baseURL: string): Promise<void> {
  const data = { email: accountOf(who).email, password: demoPassword }
  // The server takes changes from its own pages only.
  const reply = await context.request.post('/api/auth/sign-in/email', { data, headers: { origin: baseURL } })
  expect(reply.ok(), `${who} signs in`).toBe(true)
}

export class Person {
  readonly context: BrowserContext
  readonly page: Page
  readonly #baseURL: string
  readonly #newsroom: string

  constructor(page: Page, who: Who, baseURL: string) {
    this.page = page
    this.context = page.context()
    this.#baseURL = baseURL
    this.#newsroom = accountOf(who).newsroom
  }

  /** What the API answers to this person, below their newsroom's address; refusals fail the test. */
  async ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, data?: unknown): Promise<T> {
    const reply = await this.context.request.fetch(`/api/newsrooms/${this.#newsroom}/${path}`, {
      method,
      headers: { origin: this.#baseURL },
      ...(data === undefined ? {} : { data }),
    })
    expect(reply.ok(), `${method} ${path} is answered ${reply.status()}`).toBe(true)
    return (await reply.json()) as T
  }
}

/**
 * What a browser says by itself about replies that are part of a test: refusals, and a wire that was cut. The last is said of the
 * socket behind a tapped line (`wire.ts`), which the server may close while the page's half of it is still open.
 */
const ordinary = /^(?:Failed to load resource|WebSocket connection to|WebSocket is already in CLOSING or CLOSED state)/

function watch(context: BrowserContext, home: string, complaints: string[]): void {
  context.on('weberror', (thrown) =>
    complaints.push(`thrown in the page: ${thrown.error().stack ?? thrown.error().message}`),
  )
  context.on('console', (line) => {
    if (line.type() === 'error' && !ordinary.test(line.text())) complaints.push(`on the console: ${line.text()}`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== home) complaints.push(`asked ${request.url()}`)
  })
}

interface Fixtures {
  /** Opens a browser for somebody of the demo, signed in, on no page yet. */
  readonly as: (who: Who, options?: BrowserContextOptions) => Promise<Person>
  /** A browser nobody has signed in with. */
  readonly stranger: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

interface WorkerFixtures {
  /** What signing in left in the browser, once for each person: more would run into the limit of attempts. */
  readonly doorOf: (who: Who) => Promise<Door>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  doorOf: [
    async ({ browser }, use, { project }) => {
      const doors = new Map<Who, Door>()
      await use(async (who) => {
        const known = doors.get(who)
        if (known !== undefined) return known
        const baseURL = project.use.baseURL ?? ''
        const context = await browser.newContext({ baseURL })
        await signIn(context, who, baseURL)
        const door = await context.storageState()
        await context.close()
        doors.set(who, door)
        return door
      })
    },
    { scope: 'worker' },
  ],

  stranger: async ({ browser, baseURL }, use) => {
    const complaints: string[] = []
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      watch(context, new URL(baseURL ?? '').origin, complaints)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
    expect(complaints, 'no page threw, complained, or asked anybody but Tickmark').toEqual([])
  },

  as: async ({ stranger, doorOf, baseURL }, use) => {
    await use(async (who, options = {}) => {
      const context = await stranger({ ...options, storageState: await doorOf(who) })
      return new Person(await context.newPage(), who, baseURL ?? '')
    })
  },
})
