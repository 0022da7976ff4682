/**
 * One article's text, live in this tab: the Y.Doc, the y-websocket provider as it is, what may be said about the wire, and the faces.
 * The text is never seeded here, and nothing that was typed is dropped on a lost connection: the same Y.Doc meets the server again.
 * We come back ourselves (the provider has no jitter and does not know the server's seconds); codes from 4400 are final.
 */
import { articleDoc } from '#document/article-doc.ts'
import { frame, readSaved } from '#protocol/frames.ts'
import type * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { type Face, type OpenClaims, watchPeople } from './sync-presence.ts'
import { countingSocket } from './sync-socket.ts'
import { Watched } from './sync-store.ts'
import { Unsent } from './sync-unsent.ts'
import { afterClose, foldWire, type WireEvent, type WireState, wireAtStart } from './wire-state.ts'

export interface ArticleAddress {
  readonly newsroom: string
  readonly article: string
  readonly schema: number
  readonly epoch: number
}

const syncAddress = (newsroom: string): string =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync/${newsroom}`

export class ArticleSync {
  readonly doc = articleDoc()
  readonly wire = new Watched<WireState>(wireAtStart)
  readonly faces = new Watched<readonly Face[]>([])
  /** What the others have open. */
  readonly open = new Watched<OpenClaims>(new Map())
  /** Called when something has arrived, before it is read: others' words and carets may be in it. */
  readonly beforeNews = new Set<() => void>()
  readonly #unsent = new Unsent()
  readonly #provider: WebsocketProvider
  #comeBack: ReturnType<typeof setTimeout> | undefined
  #asReader = false

  constructor({ newsroom, article, schema, epoch }: ArticleAddress, person: string) {
    this.#provider = new WebsocketProvider(syncAddress(newsroom), article, this.doc, {
      connect: false,
      disableBc: true,
      params: { schema: String(schema), epoch: String(epoch) },
      WebSocketPolyfill: countingSocket(
        () => this.#happened({ type: 'sent' }),
        () => {
          for (const listener of this.beforeNews) listener()
        },
      ),
      // Never by itself: see #closed.
      shouldReconnect: () => false,
    })
    this.#listen(person)
    // Presence begins at clock 0, which others pass over as nothing new: saying it again makes this tab seen at once.
    this.awareness.setLocalState({})
    this.#provider.connect()
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  unsentWords(): string {
    return this.#unsent.words()
  }

  /** Tried at once: on request of the person, or when the browser says that there is a network again. */
  readonly reconnect = (): void => {
    clearTimeout(this.#comeBack)
    this.#happened({ type: 'connecting' })
    this.#provider.connect()
  }

  destroy(): void {
    clearTimeout(this.#comeBack)
    window.removeEventListener('online', this.#online)
    window.removeEventListener('offline', this.#offline)
    this.#provider.destroy()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #happened(event: WireEvent): void {
    this.wire.set(foldWire(this.wire.get(), event))
    if (!this.wire.get().unsaved) this.#unsent.clear()
  }

  #listen(person: string): void {
    const provider = this.#provider
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#happened({ type: 'opened' })
    })
    provider.on('sync', (synced) => {
      if (synced) this.#happened({ type: 'exchanged' })
    })
    provider.on('connection-close', (event) => {
      if (event === null) this.#happened({ type: 'closed', ended: null })
    })
    provider.on('closed', (close) => this.#closed(close))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return
      this.#unsent.keep(update)
      this.#happened({ type: 'edited' })
    })
    const on = (number: number, read: (decoder: decoding.Decoder) => void) => {
      provider.messageHandlers[number] = (_reply: encoding.Encoder, decoder: decoding.Decoder) => read(decoder)
    }
    on(frame.saved, (decoder) => this.#happened({ type: 'saved', frames: readSaved(decoder).frames }))
    // Its arrival is all it says: the provider has noted the time.
    on(frame.heartbeat, () => undefined)
    // The close that follows says what a refused frame means for the person.
    on(frame.refused, () => undefined)
    // PR5. As it is, the provider says again to the server what it has just heard of others there.
    const tell = provider._awarenessUpdateHandler
    provider.awareness.off('update', tell)
    provider.awareness.on('update', (changes: Parameters<typeof tell>[0], origin: unknown) => {
      if (origin !== provider) tell(changes, origin)
    })
    watchPeople(
      provider.awareness,
      person,
      (faces) => this.faces.set(faces),
      (open) => this.open.set(open),
    )
    window.addEventListener('online', this.#online)
    window.addEventListener('offline', this.#offline)
  }

  #closed(close: { code: number; reason: string }): void {
    clearTimeout(this.#comeBack)
    const next = afterClose(close, this.#provider.wsUnsuccessfulReconnects - 1, Math.random())
    if (next.kind === 'come-back') {
      this.#happened({ type: 'closed', ended: null, later: next.later })
      this.#comeBack = setTimeout(this.reconnect, next.afterMs)
      return
    }
    this.#happened({ type: 'closed', ended: next.ended })
    // A writer who became a reader comes back as one, unless words of theirs would be refused again.
    if (next.ended === 'may-not-write' && !this.wire.get().unsaved && !this.#asReader) {
      this.#asReader = true
      this.#comeBack = setTimeout(() => this.#provider.connect(), 1000)
    }
  }

  /** The socket would notice half a minute later. The browser may be wrong about the network, so it is tried again all the same. */
  readonly #offline = (): void => {
    if (this.wire.get().ended !== null) return
    this.#provider.disconnect()
    this.#closed({ code: 1006, reason: '' })
  }

  readonly #online = (): void => {
    if (this.wire.get().link === 'down' && this.wire.get().ended === null) this.reconnect()
  }
}
