/**
 * Who is here and where their caret is. Who it is comes from the connection, never from the message: a presence frame may speak for
 * its own socket only. Rule RM6.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { awarenessFrame } from '#protocol/frames.ts'
import type { PersonView } from '#protocol/view.ts'
import type { Connection } from './connection.ts'

/** Bytes of one person's presence. */
const mostPresenceBytes = 4 * 1024

interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: Record<string, unknown> | null
}

export class Presence {
  readonly #awareness: Awareness
  readonly #owners = new Map<number, Connection>()

  constructor() {
    this.#awareness = new Awareness(new Y.Doc())
    this.#awareness.setLocalState(null)
  }

  /** Takes a presence frame; returns the frame to tell everyone, or null when it said nothing that this socket may say. */
  take(from: Connection, update: Uint8Array): Uint8Array | null {
    const own = readEntries(update).filter((entry) => this.#mayShow(from, entry))
    if (own.length === 0) return null
    applyAwarenessUpdate(this.#awareness, writeEntries(own, from.party.person), from)
    return this.#frame(own.map(({ clientId }) => clientId))
  }

  /** Everybody's presence as one frame, or null when nobody shows any. */
  everyone(): Uint8Array | null {
    return this.#frame([...this.#awareness.getStates().keys()])
  }

  /** Takes a socket's presence away; returns the frame to tell the others. */
  leave(connection: Connection): Uint8Array | null {
    const id = connection.presenceId
    if (id === null || this.#owners.get(id) !== connection) return null
    this.#owners.delete(id)
    removeAwarenessStates(this.#awareness, [id], connection)
    return this.#frame([id])
  }

  destroy(): void {
    this.#awareness.destroy()
  }

  #mayShow(from: Connection, { clientId, state }: PresenceEntry): boolean {
    // A client repeats what it hears of others; that is passed over, not held against it.
    const owner = this.#owners.get(clientId)
    if (owner === from) return true
    if (state === null || from.presenceId !== null) return false
    // The same person back on a new socket, before the old one was noticed dead.
    if (owner !== undefined && owner.party.person.id !== from.party.person.id) return false
    from.presenceId = clientId
    this.#owners.set(clientId, from)
    return true
  }

  #frame(ids: readonly number[]): Uint8Array | null {
    // A client's very first state has clock 0 and is not taken by awareness; of such a client there is nothing to tell yet.
    const known = ids.filter((id) => this.#awareness.meta.has(id))
    return known.length === 0 ? null : awarenessFrame(encodeAwarenessUpdate(this.#awareness, known))
  }
}

function readEntries(update: Uint8Array): PresenceEntry[] {
  if (update.length > mostPresenceBytes * 100) return []
  try {
    const decoder = decoding.createDecoder(update)
    return Array.from({ length: Math.min(decoding.readVarUint(decoder), 200) }, () => {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      const state: unknown = json.length > mostPresenceBytes ? null : JSON.parse(json)
      return { clientId, clock, state: typeof state === 'object' ? (state as Record<string, unknown> | null) : null }
    })
  } catch {
    return [] // presence that cannot be read is no presence
  }
}

/** The update as it is told: the person as we know them, the caret as they sent it. */
const writeEntries = (entries: readonly PresenceEntry[], person: PersonView): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      const { id, name, initials, hue } = person
      encoding.writeVarString(
        encoder,
        JSON.stringify(state === null ? null : { ...state, user: { id, name, initials, hue } }),
      )
    }
  })
