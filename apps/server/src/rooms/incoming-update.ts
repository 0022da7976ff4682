/**
 * Judges a Yjs update before it is stored: does it bring anything the room does not have, does it follow on without a gap, and are
 * its new structs by client ids that belong to the sender? Reads only, applies nothing. Rules RM2–RM4.
 */
import * as Y from 'yjs'

export interface Known {
  /** Next clock of each client id, updates on their way to disk included. */
  readonly clocks: ReadonlyMap<number, number>
  /** Whose client id it is. */
  readonly owners: ReadonlyMap<number, string>
  readonly store: Y.Doc['store']
}

export type Judged =
  | { kind: 'news'; ends: ReadonlyMap<number, number>; newClientIds: readonly number[] }
  | { kind: 'nothing-new' }
  | { kind: 'refused'; code: 'not-an-update' | 'gap' | 'client-id-of-another' }

export function judgeUpdate(bytes: Uint8Array, person: string, known: Known): Judged {
  const decoded = decode(bytes)
  if (decoded === null) return { kind: 'refused', code: 'not-an-update' }
  const ends = new Map<number, number>()
  for (const { id, length, isSkip } of decoded.structs) {
    const next = ends.get(id.client) ?? known.clocks.get(id.client) ?? 0
    const end = id.clock + length
    if (isSkip || end <= next) continue
    if (id.clock > next) return { kind: 'refused', code: 'gap' }
    const owner = known.owners.get(id.client)
    if (owner !== undefined && owner !== person) return { kind: 'refused', code: 'client-id-of-another' }
    ends.set(id.client, end)
  }
  if (ends.size === 0 && !deletesSomething(decoded.deletes, known.store)) return { kind: 'nothing-new' }
  return { kind: 'news', ends, newClientIds: [...ends.keys()].filter((client) => !known.owners.has(client)) }
}

interface Struct {
  id: { client: number; clock: number }
  length: number
  isSkip: boolean
}

type Deletes = ReadonlyMap<number, readonly { clock: number; len: number }[]>

function decode(bytes: Uint8Array): { structs: Struct[]; deletes: Deletes } | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    const read = structs.map((struct) => ({ id: struct.id, length: struct.length, isSkip: struct instanceof Y.Skip }))
    return { structs: read, deletes: ds.clients }
  } catch {
    return null
  }
}

/** A step 2 always carries the whole delete set; storing it again on each reconnect would only make the log longer. */
function deletesSomething(deletes: Deletes, store: Y.Doc['store']): boolean {
  for (const [client, ranges] of deletes) {
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) if (!allDeleted(structs, clock, clock + len)) return true
  }
  return false
}

function allDeleted(structs: readonly (Y.Item | Y.GC)[], from: number, to: number): boolean {
  const last = structs.at(-1)
  if (last === undefined || last.id.clock + last.length < to) return false
  const mutable = structs as (Y.Item | Y.GC)[]
  for (let index = Y.findIndexSS(mutable, from); index < mutable.length; index += 1) {
    const struct = mutable[index]
    if (struct === undefined || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}
