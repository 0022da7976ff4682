/**
 * Who is here and where their caret is. Who it is comes from the connection, never from the message: a presence frame may speak for
 * its own socket only. Presence is numbered here, so that somebody who comes back is seen at once. Rules RM5, RM6, RM9.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '#protocol/frames.ts'
import type { Connection } from './connection.ts'

/** Characters of one person's presence, and how many people one frame may speak of. */
const mostPresence = 4 * 1024
const mostEntries = 200

type State = Record<string, unknown>

interface Shown {
  readonly by: Connection
  readonly state: State
}

export class Presence {
  readonly #shown = new Map<number, Shown>()
  /** Clocks stay when people leave: whoever saw them go takes only a newer word for their return. */
  readonly #clocks = new Map<number, number>()
  readonly #writerOf: (clientId: number) => string | undefined

  /** `writerOf`: whose words stand in the text under a Yjs client id; only they show a caret under it. */
  constructor(writerOf: (clientId: number) => string | undefined = () => undefined) {
    this.#writerOf = writerOf
  }

  /** Takes a presence frame; returns the frame to tell everyone, or null when it said nothing that this socket may say. */
  take(from: Connection, update: Uint8Array): Uint8Array | null {
    const own = readEntries(update).filter(({ clientId, state }) => this.#mayShow(from, clientId, state))
    for (const { clientId, state } of own) {
      this.#clocks.set(clientId, (this.#clocks.get(clientId) ?? 0) + 1)
      const { id, name, initials, hue } = from.party.person
      if (state === null) this.#shown.delete(clientId)
      else this.#shown.set(clientId, { by: from, state: { ...state, user: { id, name, initials, hue } } })
    }
    return this.#frame(own.map(({ clientId }) => clientId))
  }

  /** Everybody's presence as one frame, or null when nobody shows any. */
  everyone(): Uint8Array | null {
    return this.#frame([...this.#shown.keys()])
  }

  /** Takes a socket's presence away; returns the frame to tell the others. */
  leave(connection: Connection): Uint8Array | null {
    const id = connection.presenceId
    if (id === null || this.#shown.get(id)?.by !== connection) return null
    this.#shown.delete(id)
    this.#clocks.set(id, (this.#clocks.get(id) ?? 0) + 1)
    return this.#frame([id])
  }

  #mayShow(from: Connection, clientId: number, state: State | null): boolean {
    // A client repeats what it hears of others; that is passed over, not held against it.
    if (from.presenceId !== null) return from.presenceId === clientId
    if (state === null) return false
    const writer = this.#writerOf(clientId)
    if (writer !== undefined && writer !== from.party.person.id) return false
    // The same person back on a new socket, before the old one was noticed dead, takes over; nobody else does.
    const shown = this.#shown.get(clientId)
    if (shown !== undefined && shown.by.party.person.id !== from.party.person.id) return false
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

/** Bytes that cannot be read as presence say nothing. */
function readEntries(update: Uint8Array): { clientId: number; state: State | null }[] {
  try {
    const decoder = decoding.createDecoder(update)
    return Array.from({ length: Math.min(decoding.readVarUint(decoder), mostEntries) }, () => {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder) // the client's own clock; ours goes on when it comes back
      const json = decoding.readVarString(decoder)
      const state: unknown = json.length > mostPresence ? null : JSON.parse(json)
      return { clientId, state: typeof state === 'object' && !Array.isArray(state) ? (state as State | null) : null }
    })
  } catch {
    return []
  }
}
