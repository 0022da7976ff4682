/**
 * Notices sockets whose other end is gone without a word: a machine that sleeps, a cable pulled, a process stopped. Each is pinged (every
 * browser answers by itself), and one that has answered nothing for half a minute is freed. Rule RM23.
 */
import type { WebSocket, WebSocketServer } from 'ws'

const everyMs = 10_000
const silentMs = 30_000

export class Pulse {
  readonly #heard = new WeakMap<WebSocket, number>()
  readonly #timer: NodeJS.Timeout

  constructor(sockets: WebSocketServer) {
    sockets.on('connection', (socket) => {
      const heard = () => this.#heard.set(socket, performance.now())
      heard()
      socket.on('pong', heard)
    })
    this.#timer = setInterval(() => {
      for (const socket of sockets.clients) this.#ask(socket)
    }, everyMs)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #ask(socket: WebSocket): void {
    const silent = performance.now() - (this.#heard.get(socket) ?? 0)
    if (silent >= silentMs) return socket.terminate()
    if (socket.readyState === socket.OPEN) socket.ping()
  }
}
