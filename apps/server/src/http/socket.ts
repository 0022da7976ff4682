/**
 * Routes that open a socket. Hono's own listeners hold the whole request (its context, headers and address) for as long as the socket
 * lives, and make an event with a copy of the bytes of each message; so they go once it is open. Rule RM1.
 */
import { upgradeWebSocket } from '@hono/node-server'
import type { Context } from 'hono'
import type { WebSocket } from 'ws'

export interface Listener {
  message(data: Uint8Array, isBinary: boolean): void
  closed(): void
}

const heard = ['message', 'close', 'error'] as const

/** `greet` reads the request; what it answers with is called once the socket is open, and must not hold the request. */
export const socketRoute = (greet: (c: Context) => (socket: WebSocket) => Listener) =>
  upgradeWebSocket((c) => {
    const open = greet(c)
    let listener: Listener | null = null
    return {
      onOpen: (_, { raw }) => {
        const socket = raw as WebSocket
        listener = open(socket)
        listen(socket, listener)
        const kept = new Set(heard.flatMap((event) => socket.listeners(event)))
        // Hono adds its own as soon as this returns.
        queueMicrotask(() => {
          for (const event of heard)
            for (const each of socket.listeners(event)) if (!kept.has(each)) socket.off(event, each as () => void)
        })
      },
      // What came while it was being opened.
      onMessage: ({ data }) => {
        if (typeof data === 'string') listener?.message(Buffer.from(data), false)
        else if (data instanceof ArrayBuffer) listener?.message(new Uint8Array(data), true)
      },
    }
  })

function listen(socket: WebSocket, listener: Listener): void {
  socket.on('message', (data: Buffer, isBinary) => {
    listener.message(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), isBinary)
  })
  socket.on('close', () => listener.closed())
  // A broken frame; the socket closes itself.
  socket.on('error', () => {})
}
