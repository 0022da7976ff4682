/**
 * A cable between a server and what it depends on: it can be cut, and it can go dead without a word. With several ends it is a proxy
 * that gives each connection to the next one.
 */
import net from 'node:net'
import type { AddressInfo } from 'node:net'

export class Cable {
  readonly #server: net.Server
  readonly #sockets = new Set<net.Socket>()
  #state: 'whole' | 'cut' | 'dead' = 'whole'
  #taken = 0

  private constructor(ends: readonly net.NetConnectOpts[]) {
    this.#server = net.createServer((near) => {
      const end = ends[this.#taken++ % Math.max(1, ends.length)]
      if (this.#state === 'cut' || end === undefined) return near.destroy()
      const far = net.connect(end)
      this.#join(near, far)
      this.#join(far, near)
    })
  }

  /** Lies from a free port of this machine to there; `ends` may be added later. */
  static async to(ends: readonly net.NetConnectOpts[]): Promise<Cable> {
    const cable = new Cable(ends)
    await new Promise<void>((resolve) => cable.#server.listen(0, '127.0.0.1', resolve))
    return cable
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Both ends notice, and nobody gets through any more. */
  cut(): void {
    this.#state = 'cut'
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Nobody notices anything, and nothing gets through. */
  goDead(): void {
    this.#state = 'dead'
  }

  /** What was on its way when it went dead stays lost; new connections get through. */
  mend(): void {
    if (this.#state === 'dead') for (const socket of this.#sockets) socket.destroy()
    this.#state = 'whole'
  }

  close(): void {
    this.cut()
    this.#server.close()
  }

  #join(from: net.Socket, to: net.Socket): void {
    this.#sockets.add(from)
    from.on('data', (bytes) => {
      if (this.#state === 'whole') to.write(bytes)
    })
    from.on('error', () => {})
    from.on('close', () => {
      this.#sockets.delete(from)
      if (this.#state !== 'dead') to.destroy()
    })
  }
}

/** `url` over the cable; an address of a Unix socket too, as the tests' own PostgreSQL has. */
export async function overCable(url: string): Promise<{ cable: Cable; url: string }> {
  const there = new URL(url)
  const folder = there.searchParams.get('host')
  const port = Number(there.searchParams.get('port') ?? (there.port || (there.protocol === 'redis:' ? 6379 : 5432)))
  const end = folder === null ? { host: there.hostname, port } : { path: `${folder}/.s.PGSQL.${port}` }
  const cable = await Cable.to([end])
  there.search = ''
  there.hostname = '127.0.0.1'
  there.port = String(cable.port)
  return { cable, url: there.href }
}
