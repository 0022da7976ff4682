/**
 * Who is here and where their caret is. Who it is comes from the connection, never from the message: a presence frame may speak for
 * its own socket only. Presence is numbered here, so that somebody who comes back is seen at once. Rules RM5, RM6, RM9.
 * People on other servers come with the name that the server of their socket has stamped, and go with that server. Rule SV4.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '#protocol/frames.ts'
import type { Connection } from './connection.ts'
import { defaultLimits } from './limits.ts'

/** How many people one frame may speak of. */
const mostEntries = 200

type State = Record<string, unknown>

/** One person's caret and name, as it travels between servers; null takes it away. */
export type Shown = readonly [clientId: number, state: State | null]

interface Showing {
  /** The socket, or the server that has the socket. */
  readonly by: Connection | string
  readonly person: string
  readonly state: State
}

export class Presence {
  readonly #shown = new Map<number, Showing>()
  /** Clocks stay when people leave: whoever saw them go takes only a newer word for their return. */
  readonly #clocks = new Map<number, number>()
  readonly #writerOf: (clientId: number) => string | undefined
  readonly #tellServers: (entries: readonly Shown[]) => void
  readonly #most: number

  /**
   * `writerOf`: whose words stand in the text under a Yjs client id; only they show a caret under it.
   * `tellServers`: hears what the sockets of this server show.
   */
  constructor(
    writerOf: (clientId: number) => string | undefined = () => undefined,
    tellServers: (entries: readonly Shown[]) => void = () => {},
    mostBytes = defaultLimits.presenceBytes,
  ) {
    this.#most = mostBytes
    this.#writerOf = writerOf
    this.#tellServers = tellServers
  }

  /** Takes a presence frame; returns the frame to tell everyone, or null when it said nothing that this socket may say. */
  take(from: Connection, update: Uint8Array): Uint8Array | null {
    const own = readEntries(update, this.#most).filter(({ clientId, state }) => this.#mayShow(from, clientId, state))
    for (const { clientId, state } of own) {
      const { id, name, initials, hue } = from.party.person
      const user = { id, name, initials, hue }
      this.#put(clientId, state === null ? null : { by: from, person: id, state: { ...state, user } })
    }
    this.#spread(own.map(({ clientId }) => clientId))
    return this.#frame(own.map(({ clientId }) => clientId))
  }

  /** Takes what another server's people show; returns the frame to tell everyone here. */
  see(server: string, entries: readonly Shown[]): Uint8Array | null {
    const seen = entries.filter(([clientId, state]) => {
      const shown = this.#shown.get(clientId)
      if (state === null) return shown?.by === server
      // The same person may have gone over to that server; another one's id is left alone.
      return shown === undefined || shown.person === personIn(state)
    })
    for (const [clientId, state] of seen)
      this.#put(clientId, state === null ? null : { by: server, person: personIn(state), state })
    return this.#frame(seen.map(([clientId]) => clientId))
  }

  /** A server is gone: so are its people. Returns the frame to tell those here. */
  lose(server: string): Uint8Array | null {
    const gone = [...this.#shown].flatMap(([clientId, { by }]) => (by === server ? [clientId] : []))
    for (const clientId of gone) this.#put(clientId, null)
    return this.#frame(gone)
  }

  /** What the sockets of this server show. */
  get here(): Shown[] {
    return [...this.#shown].flatMap(([clientId, { by, state }]) => (typeof by === 'string' ? [] : [[clientId, state]]))
  }

  /** Everybody's presence as one frame, or null when nobody shows any. */
  everyone(): Uint8Array | null {
    return this.#frame([...this.#shown.keys()])
  }

  /** Takes a socket's presence away; returns the frame to tell the others. */
  leave(connection: Connection): Uint8Array | null {
    const id = connection.presenceId
    if (id === null || this.#shown.get(id)?.by !== connection) return null
    this.#put(id, null)
    this.#spread([id])
    return this.#frame([id])
  }

  #put(clientId: number, showing: Showing | null): void {
    this.#clocks.set(clientId, (this.#clocks.get(clientId) ?? 0) + 1)
    if (showing === null) this.#shown.delete(clientId)
    else this.#shown.set(clientId, showing)
  }

  #spread(ids: readonly number[]): void {
    if (ids.length > 0) this.#tellServers(ids.map((id) => [id, this.#shown.get(id)?.state ?? null]))
  }

  #mayShow(from: Connection, clientId: number, state: State | null): boolean {
    // A client repeats what it hears of others; that is passed over, not held against it.
    if (from.presenceId !== null) return from.presenceId === clientId
    if (state === null) return false
    const writer = this.#writerOf(clientId)
    if (writer !== undefined && writer !== from.party.person.id) return false
    // The same person back on a new socket, before the old one was noticed dead, takes over; nobody else does.
    const shown = this.#shown.get(clientId)
    if (shown !== undefined && shown.person !== from.party.person.id) return false
    from.presenceId = clientId
    return true
  }

  #frame(ids: readonly number[]): Uint8Array | null {
    if (ids.length === 0) return null
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, ids.length)
      for (const id of ids) {
        encoding.writeVarUint(encoder, id)
        encoding.writeVarUint(encoder, this.#clocks.get(id) ?? 0)
        encoding.writeVarString(encoder, JSON.stringify(this.#shown.get(id)?.state ?? null))
      }
    })
    return awarenessFrame(update)
  }
}

/** Whose presence it is, as the server of their socket has stamped it. */
function personIn(state: State): string {
  const user = state['user'] as { id?: unknown } | undefined
  return typeof user?.id === 'string' ? user.id : ''
}

/** Bytes that cannot be read as presence say nothing. */
function readEntries(update: Uint8Array, most: number): { clientId: number; state: State | null }[] {
  try {
    const decoder = decoding.createDecoder(update)
    return Array.from({ length: Math.min(decoding.readVarUint(decoder), mostEntries) }, () => {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder) // the client's own clock; ours goes on when it comes back
      const json = decoding.readVarString(decoder)
      const state: unknown = json.length > most ? null : JSON.parse(json)
      return { clientId, state: typeof state === 'object' && !Array.isArray(state) ? (state as State | null) : null }
    })
  } catch {
    return []
  }
}
