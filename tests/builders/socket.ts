/** One WebSocket as a browser would open it: with a cookie and an origin. What became of it can be read at any time. */
import { WebSocket } from 'ws'
import { until } from './until.ts'

export interface Ended {
  readonly code: number
  readonly reason: string
}

export class TestSocket {
  readonly socket: WebSocket
  /** Set when the server did not even upgrade. */
  refusedStatus: number | null = null
  ended: Ended | null = null

  constructor(url: string, headers: { cookie?: string; origin?: string }) {
    this.socket = new WebSocket(url, { headers })
    this.socket.on('unexpected-response', (request, response) => {
      this.refusedStatus = response.statusCode ?? 0
      request.destroy()
    })
    this.socket.on('close', (code, reason) => (this.ended = { code, reason: reason.toString() }))
    // A server that is killed ends its sockets with an error; what counts is that they are closed.
    this.socket.on('error', () => {})
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN
  }

  /** Until it is open, refused or closed. */
  async settled(): Promise<void> {
    await until(
      'the socket opens or is refused',
      () => this.isOpen || this.ended !== null || this.refusedStatus !== null,
    )
  }

  async closed(withinMs?: number): Promise<Ended> {
    return until('the socket is closed by the server', () => this.ended, withinMs)
  }

  /** As a lost connection does it: without a word. */
  async drop(): Promise<void> {
    this.socket.terminate()
    await until('the socket is gone', () => this.ended)
  }
}
