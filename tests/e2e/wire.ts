/** Slow, silent and cut lines between a page and the server, for what must be true in between. */
import type { Page, Request, WebSocketRoute } from '@playwright/test'
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

const isSaved = (message: string | Buffer): boolean => typeof message !== 'string' && message[0] === frame.saved

/** The sockets of a page with a hand on them; to be taken before the page is opened. */
export class Line {
  readonly #page: Page
  readonly #open = new Set<WebSocketRoute>()
  #isCut = false
  #holding: (() => void)[] | null = null

  private constructor(page: Page) {
    this.#page = page
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

  /** No network: what is open ends, nothing new gets through. A browser’s own switch leaves open sockets alone. */
  async cut(): Promise<void> {
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
