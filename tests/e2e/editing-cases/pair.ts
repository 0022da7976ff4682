/**
 * Noor and Karim with the same article open, in two browsers, case after case on the same two pages; and a hand on their wires, so that
 * they can edit without having seen each other. What they show and what the server says is compared as one.
 */
import { type Browser, type BrowserContext, expect, type Page, type WebSocketRoute } from '@playwright/test'
import type { ClaimView } from '#protocol/view.ts'
import { ArticlePage } from '../article-page.ts'
import type { Door } from '../people.ts'
import type { EditingCase, Places } from './cases.ts'
import { type Act, take } from './hands.ts'
import { documentOf, read, shownIn } from './notation.ts'

/** Stands below every article of the table; the one who looks on may write here. */
const lastBlock = 'The end.'
const written = ' So it is.'

/** Where the two edit from. */
export type Way = 'together' | 'at-once' | 'offline'

class Wire {
  readonly #sockets = new Set<WebSocketRoute>()
  #kept: (() => void)[] | null = null
  #isCut = false

  async of(page: Page): Promise<this> {
    await page.routeWebSocket(/\/(?:sync|live)\//, (socket) => {
      if (this.#isCut) return void socket.close({ code: 1001 })
      const server = socket.connectToServer()
      this.#sockets.add(socket)
      socket.onMessage((message) => this.#pass(() => server.send(message)))
      server.onMessage((message) => this.#pass(() => socket.send(message)))
    })
    return this
  }

  /** Nothing gets through in either direction until `letGo`. */
  hold(): void {
    this.#kept ??= []
  }

  letGo(): void {
    const kept = this.#kept ?? []
    this.#kept = null
    for (const send of kept) send()
  }

  async cut(): Promise<void> {
    this.#isCut = true
    for (const socket of this.#sockets) await socket.close({ code: 1001 })
    this.#sockets.clear()
  }

  mend(): void {
    this.#isCut = false
  }

  #pass(send: () => void): void {
    if (this.#kept === null) send()
    else this.#kept.push(send)
  }
}

interface Side {
  readonly page: Page
  readonly desk: ArticlePage
  readonly wire: Wire
  readonly thrown: string[]
}

export class Pair {
  readonly #contexts: BrowserContext[] = []
  readonly #baseURL: string
  readonly #noor: Side
  readonly #karim: Side

  private constructor(baseURL: string, noor: Side, karim: Side) {
    this.#baseURL = baseURL
    this.#noor = noor
    this.#karim = karim
    this.#contexts = [noor.page.context(), karim.page.context()]
  }

  static async of(browser: Browser, baseURL: string, doors: { noor: Door; karim: Door }): Promise<Pair> {
    const sit = async (storageState: Door): Promise<Side> => {
      const context = await browser.newContext({ baseURL, storageState })
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const page = await context.newPage()
      const thrown: string[] = []
      page.on('pageerror', (error) => thrown.push(error.stack ?? error.message))
      const side = { page, desk: new ArticlePage(page), wire: await new Wire().of(page), thrown }
      await page.goto('/harbour')
      return side
    }
    return new Pair(baseURL, await sit(doors.noor), await sit(doors.karim))
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close()
  }

  /** One line of the table, from a fresh article to what everybody must show. */
  async play(id: string, one: EditingCase, way: Way): Promise<void> {
    const before = `${one.before}|${lastBlock}`
    const { article, names } = await this.#bringIn(`${id} ${one.name}`, before)
    await Promise.all([this.#sit(this.#noor, article), this.#sit(this.#karim, article)])
    await this.#expectEverywhere(article, names, before, placesIn(before))

    const ids = new Map([...names].map(([claim, name]) => [name, claim]))
    const act = async ({ page, desk }: Side, acts: readonly Act[]) => {
      for (const one of acts) await take(page, desk.text, one, ids)
    }
    const [noor, karim] = [this.#noor, this.#karim]
    const alsoWrites = way !== 'together' && one.karim === undefined
    const karims: readonly Act[] = alsoWrites
      ? [
          { do: 'caret', before: lastBlock, plus: lastBlock.length },
          { do: 'type', words: written },
        ]
      : (one.karim ?? [])
    if (way === 'offline') await noor.wire.cut()
    if (way === 'at-once') {
      noor.wire.hold()
      karim.wire.hold()
    }
    await act(noor, one.noor)
    await act(karim, karims)
    noor.wire.letGo()
    karim.wire.letGo()
    noor.wire.mend()
    await this.#expectSaved()
    if (one.afterwards !== undefined) {
      // What is stored is told to the other at the same time; each has to have drawn it.
      const lines = () => Promise.all([noor, karim].map(({ desk }) => shownIn(desk.text, names)))
      await expect.poll(async () => new Set(await lines()).size, 'lines that the two show').toBe(1)
      await act(noor, one.afterwards)
      await this.#expectSaved()
    }
    const shows = `${one.shows}|${lastBlock}${alsoWrites ? written : ''}`
    await this.#expectEverywhere(article, names, shows, one.places, read(one.before))
    expect([...noor.thrown, ...karim.thrown], 'no page threw').toEqual([])
  }

  async #bringIn(title: string, line: string): Promise<{ article: string; names: Map<string, string> }> {
    const { text, claims } = read(line)
    const { id: article } = await this.#ask<{ id: string }>('POST', 'articles', {
      title,
      deck: null,
      publicationDate: null,
      language: 'en',
      direction: 'ltr',
      document: documentOf(title, line),
      dueAt: null,
      suggests: false,
    })
    const sent = [...claims].map(([, pieces]) => ({
      type: 'Annotation',
      target: pieces.map(({ from, to }) => ({
        selector: { type: 'TextQuoteSelector', exact: text.slice(from, to) },
      })),
    }))
    const { results } = await this.#ask<{ results: { claim: number }[] }>(
      'POST',
      `articles/${article}/annotations`,
      sent,
    )
    const all = await this.#claims(article)
    const letters = [...claims.keys()]
    return {
      article,
      names: new Map(
        results.map(({ claim }, index) => [
          all.find(({ number }) => number === claim)?.id ?? '',
          letters[index] ?? '?',
        ]),
      ),
    }
  }

  /** Goes there as a link within the app does: the page stays, the article changes. */
  async #sit({ page, desk }: Side, article: string): Promise<void> {
    await page.evaluate((address) => {
      document.querySelector('[role=textbox]')?.setAttribute('data-before', '')
      history.pushState({}, '', address)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `/harbour/articles/${article}`)
    // Until then the desk of before would answer.
    await expect(page.locator('[data-before]')).toHaveCount(0)
    await expect(desk.wire).toHaveText('Saved', { timeout: 20_000 })
    if (!(await desk.mode('Edit').isChecked())) await desk.edit()
  }

  async #expectSaved(): Promise<void> {
    for (const { desk } of [this.#noor, this.#karim]) await expect(desk.wire).toHaveText('Saved', { timeout: 20_000 })
  }

  async #expectEverywhere(
    article: string,
    names: ReadonlyMap<string, string>,
    shows: string,
    places: Places,
    before = read(shows),
  ): Promise<void> {
    const { text, claims } = read(shows)
    const expected = Object.entries(places).map(([name, place]) => {
      const [pieces, of] =
        place === 'detached' ? [before.claims.get(name) ?? [], before] : [claims.get(name) ?? [], { text }]
      const words = pieces.map(({ from, to }) => of.text.slice(from, to)).join('\n')
      return [name, place, words, place === 'detached' ? 0 : pieces.length, 0]
    })
    const wanted = { noor: shows, karim: shows, text, claims: expected.toSorted() }
    let seen: unknown = null
    await expect
      .poll(
        async () => {
          seen = {
            noor: await shownIn(this.#noor.desk.text, names),
            karim: await shownIn(this.#karim.desk.text, names),
            text: await this.#text(article),
            claims: (await this.#claims(article))
              .map(({ id, place, words, ranges, doubled }) => [
                names.get(id) ?? id,
                place,
                words,
                ranges.length,
                doubled,
              ])
              .toSorted(),
          }
          return JSON.stringify(seen) === JSON.stringify(wanted)
        },
        { message: 'both and the server show what the table says', timeout: 20_000, intervals: [20, 50, 100, 200] },
      )
      .toBe(true)
      .catch(() => expect(seen).toEqual(wanted))
  }

  async #text(article: string): Promise<string> {
    const { text } = await this.#ask<{ text: string }>('GET', `articles/${article}/text`)
    return text.slice(text.indexOf('\n') + 1)
  }

  async #claims(article: string): Promise<ClaimView[]> {
    return (await this.#ask<{ claims: ClaimView[] }>('GET', `articles/${article}/claims`)).claims
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, data?: unknown): Promise<T> {
    const reply = await this.#karim.page.context().request.fetch(`/api/newsrooms/harbour/${path}`, {
      method,
      headers: { origin: this.#baseURL },
      ...(data === undefined ? {} : { data }),
    })
    if (!reply.ok()) throw new Error(`${method} ${path} is answered ${reply.status()} ${await reply.text()}`)
    return (await reply.json()) as T
  }
}

const placesIn = (line: string): Places =>
  Object.fromEntries([...read(line).claims.keys()].map((name) => [name, 'placed']))
