/**
 * A port for a server that is to come back under the same address. It lies below those that the machine gives away by itself: while the
 * server is down, another one that asked for any port, or a connection on its way out, could have got one of those.
 */
import { createServer } from 'node:net'

export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
  return isFree ? port : freePort()
}
