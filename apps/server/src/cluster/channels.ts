/**
 * Redis, or Valkey, as servers use it: named channels, and nothing is kept there. Saying something never fails and never waits; what could
 * not be said is counted. It connects for ever, and anew when `renew` is asked for: a Redis that hangs looks like one that has nothing
 * to say. Rule SV5.
 */
import { createClient } from '@redis/client'

/** What may wait for a Redis that does not answer; more is lost, and read from the log by those it was for. */
const mostUnsentBytes = 16 * 1024 * 1024
const retryMs = 1_000
const connectMs = 5_000
const lastWordsMs = 500

type Hear = (bytes: Buffer) => void
type Client = ReturnType<typeof newClient>

export class Channels {
  readonly #url: string
  /** Called when the way has opened or closed. */
  readonly #turned: (open: boolean, problem: Error | null) => void
  readonly #hearing = new Map<string, Hear>()
  #sender: Client
  #hearer: Client
  #open = false
  #unsent = 0
  #lost = 0

  constructor(url: string, turned: (open: boolean, problem: Error | null) => void) {
    this.#url = url
    this.#turned = turned
    this.#sender = newClient(url, true)
    this.#hearer = newClient(url, false)
    this.#connect()
  }

  get isOpen(): boolean {
    return this.#open
  }

  /** Messages that could not be sent. */
  get lost(): number {
    return this.#lost
  }

  say(channel: string, bytes: Buffer): void {
    if (!this.#sender.isReady || this.#unsent > mostUnsentBytes) {
      this.#lost += 1
      return
    }
    this.#unsent += bytes.length
    this.#sender.publish(channel, bytes).then(
      () => void (this.#unsent -= bytes.length),
      () => {
        this.#unsent -= bytes.length
        this.#lost += 1
      },
    )
  }

  /**
   * `heard` is called once everything said there from now on is heard. While the way is closed that is when it opens, which `turned` tells.
   */
  hear(channel: string, hear: Hear, heard: () => void): void {
    this.#hearing.set(channel, hear)
    if (!this.#hearer.isReady) return
    this.#hearer.subscribe(channel, this.#dispatch, true).then(heard, () => undefined)
  }

  unhear(channel: string): void {
    if (this.#hearing.delete(channel)) this.#hearer.unsubscribe(channel, this.#dispatch, true).catch(() => undefined)
  }

  /** Begins anew: what was said has not come through. */
  renew(): void {
    this.#destroy()
    this.#turn(false, null)
    this.#sender = newClient(this.#url, true)
    this.#hearer = newClient(this.#url, false)
    this.#connect()
  }

  /** What was said before goes out first, unless Redis does not take it. */
  async close(): Promise<void> {
    const late = setTimeout(() => this.#destroy(), lastWordsMs)
    await Promise.all([this.#sender, this.#hearer].map((client) => client.close().catch(() => undefined)))
    clearTimeout(late)
    this.#destroy()
  }

  #destroy(): void {
    for (const client of [this.#sender, this.#hearer]) if (client.isOpen) client.destroy()
  }

  #connect(): void {
    const [sender, hearer] = [this.#sender, this.#hearer]
    const isCurrent = () => hearer === this.#hearer
    const ready = async () => {
      if (this.#hearing.size > 0 && hearer.isReady)
        await hearer.subscribe([...this.#hearing.keys()], this.#dispatch, true)
      if (isCurrent() && sender.isReady && hearer.isReady) this.#turn(true, null)
    }
    for (const client of [sender, hearer]) {
      client.on('ready', () => void ready().catch(() => undefined))
      client.on('error', (problem: Error) => isCurrent() && this.#turn(false, problem))
      client.connect().catch(() => undefined)
    }
  }

  readonly #dispatch = (bytes: Buffer, channel: Buffer): void => this.#hearing.get(channel.toString())?.(bytes)

  #turn(open: boolean, problem: Error | null): void {
    if (open === this.#open) return
    this.#open = open
    this.#turned(open, problem)
  }
}

function newClient(url: string, isSender: boolean) {
  return createClient({
    url,
    RESP: 2,
    disableClientInfo: true,
    // A message that comes late is worth nothing: the log has been read by then.
    disableOfflineQueue: isSender,
    socket: { connectTimeout: connectMs, reconnectStrategy: () => retryMs },
  })
}
