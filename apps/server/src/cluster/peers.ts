/**
 * The other servers that are alive, by what they say of themselves. Whoever has been silent for too long is taken for gone; time comes from
 * outside. Rules SV4, SV5.
 */

/** How often a server says that it lives, after how much silence it may say things that are not heard, and when it is taken for gone. */
export const aliveEveryMs = 2_000
export const hushedAfterMs = 4_500
export const goneAfterMs = 12_000

interface Peer {
  heardAt: number
  /** Messages it could not send, by its own count. */
  lost: number
}

export class Peers {
  readonly #peers = new Map<string, Peer>()

  get count(): number {
    return this.#peers.size
  }

  /** Whether one of them has been silent for longer than it should. */
  isOneHushed(now: number): boolean {
    return [...this.#peers.values()].some(({ heardAt }) => now - heardAt > hushedAfterMs)
  }

  /** True when something it said may not have reached us, since it could not send. */
  hear(server: string, lost: number, now: number): boolean {
    const lostBefore = this.#peers.get(server)?.lost ?? 0
    this.#peers.set(server, { heardAt: now, lost })
    return lost !== lostBefore
  }

  /** It was heard about an article before it ever said that it lives: when it dies first, its people have to be gone from there too. */
  meet(server: string, now: number): void {
    if (!this.#peers.has(server)) this.#peers.set(server, { heardAt: now, lost: 0 })
  }

  /** False when it was not known. */
  leave(server: string): boolean {
    return this.#peers.delete(server)
  }

  /** Forgets and returns those that have been silent for too long. */
  gone(now: number): string[] {
    const silent = [...this.#peers].filter(([, { heardAt }]) => now - heardAt > goneAfterMs).map(([server]) => server)
    for (const server of silent) this.#peers.delete(server)
    return silent
  }
}
