/** Slow, silent and cut lines between a page and the server, for what must be true in between. */
import { expect, type Page, type Request, type WebSocketRoute } from '@playwright/test'
import { frame } from '#protocol/frames.ts'

export interface Held {
  /** The first such request has been sent by the page and waits. */
  readonly whenAsked: Promise<Request>
  readonly letGo: () => void
}

/** Requests to such an address wait until they are let go. */
export async function held(page: Page, address: string): Promise<Held> {
  let letGo = (): void => undefined
  const whenLetGo = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const whenAsked = page.waitForRequest(address)
  await page.route(address, async (route) => {
    await whenLetGo
    await route.continue()
  })
  return { whenAsked, letGo }
}

/**
 * To be called before the page is opened; what it gives back waits until nothing that the page asked for is on its way any more. A part of the
 * page, or an answer, that is on its way as the line is cut would never come.
 */
export function arrivals(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  page.on('request', (request) => {
    // What was asked for before it was opened anew is nobody's any more.
    if (request.isNavigationRequest()) asked.clear()
    asked.add(request)
  })
  page.on('requestfinished', (request) => void asked.delete(request))
  page.on('requestfailed', (request) => void asked.delete(request))
  return () => expect.poll(() => asked.size, 'requests on their way').toBe(0)
}

const isSaved = (message: string | Buffer): boolean => typeof message !== 'string' && message[0] === frame.saved

/** The sockets of a page with a hand on them; to be taken before the page is opened. */
export class Line {
  readonly #page: Page
  readonly #arrived: () => Promise<void>
  readonly #open = new Set<WebSocketRoute>()
  #isCut = false
  #holding: (() => void)[] | null = null

  private constructor(page: Page) {
    this.#page = page
    this.#arrived = arrivals(page)
  }

  static async of(page: Page): Promise<Line> {
    const line = new Line(page)
    await page.routeWebSocket(/\/(?:sync|live)\//, (socket) => line.#opened(socket))
    return line
  }

  #opened(socket: WebSocketRoute): void {
    if (this.#isCut) return void socket.close({ code: 1001 })
    this.#open.add(socket)
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (this.#holding !== null && isSaved(message)) this.#holding.push(() => socket.send(message))
      else socket.send(message)
    })
  }

  /** From now on the server's word that something is on disk does not arrive. */
  holdSaved(): void {
    this.#holding ??= []
  }

  letGo(): void {
    const kept = this.#holding ?? []
    this.#holding = null
    for (const send of kept) send()
  }

  /**
   * No network: what is open ends, nothing new gets through. A browser’s own switch leaves open sockets alone. Not before the page has what it
   * asked for as it opened.
   */
  async cut(): Promise<void> {
    await this.#arrived()
    this.#isCut = true
    await this.#page.context().setOffline(true)
    for (const socket of this.#open) await socket.close({ code: 1001 })
    this.#open.clear()
  }

  async mend(): Promise<void> {
    this.#isCut = false
    await this.#page.context().setOffline(false)
  }
}
