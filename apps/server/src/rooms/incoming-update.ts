/**
 * Judges a Yjs update before it is stored: does it bring anything the room does not have, does it follow on without a gap, and are
 * its new structs by client ids that belong to the sender? Reads only, applies nothing. Rules RM2–RM4, RM24.
 */
import * as Y from 'yjs'
import { isTooDeep } from './nesting.ts'

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
  | { kind: 'refused'; code: 'not-an-update' | 'gap' | 'client-id-of-another' | 'too-deep' }

export function judgeUpdate(bytes: Uint8Array, person: string, known: Known): Judged {
  const decoded = decode(bytes)
  if (decoded === null) return { kind: 'refused', code: 'not-an-update' }
  const ends = new Map<number, number>()
  const next = (client: number) => ends.get(client) ?? known.clocks.get(client) ?? 0
  const leansOn: Id[] = []
  for (const { id, length, isSkip, needs } of decoded.structs) {
    if (isSkip) continue
    // Yjs takes for granted that words do not lean on later ones of their own writer, and breaks where they do. What words that are here
    // already are said to lean on it looks for all the same.
    if (needs.some(({ client, clock }) => client === id.client && clock >= id.clock)) {
      return { kind: 'refused', code: 'not-an-update' }
    }
    for (const needed of needs) leansOn.push(needed)
    const end = id.clock + length
    if (end <= next(id.client)) continue
    if (id.clock > next(id.client)) return { kind: 'refused', code: 'gap' }
    const owner = known.owners.get(id.client)
    if (owner !== undefined && owner !== person) return { kind: 'refused', code: 'client-id-of-another' }
    ends.set(id.client, end)
  }
  // Words that stand beside words nobody has could never be shown, and would hold up all that follows them.
  if (leansOn.some(({ client, clock }) => clock >= next(client))) return { kind: 'refused', code: 'gap' }
  // A deletion of words yet to come would erase what somebody types next.
  for (const [client, ranges] of decoded.deletes) {
    if (ranges.some(({ clock, len }) => clock + len > next(client))) return { kind: 'refused', code: 'gap' }
  }
  if (ends.size === 0 && !deletesSomething(decoded.deletes, known.store)) return { kind: 'nothing-new' }
  if (isTooDeep(decoded.raw, known.store)) return { kind: 'refused', code: 'too-deep' }
  return { kind: 'news', ends, newClientIds: [...ends.keys()].filter((client) => !known.owners.has(client)) }
}

interface Id {
  readonly client: number
  readonly clock: number
}

interface Struct {
  readonly id: Id
  readonly length: number
  readonly isSkip: boolean
  /** What has to be there before it: the words beside it, the block it is in. */
  readonly needs: readonly Id[]
}

type Deletes = ReadonlyMap<number, readonly { clock: number; len: number }[]>

interface Decoded {
  readonly structs: readonly Struct[]
  readonly raw: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly deletes: Deletes
}

function decode(bytes: Uint8Array): Decoded | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    // Of no length is nothing that Yjs ever writes, words or deletions, and it breaks on reading it.
    const isOfNothing = [...ds.clients.values()].some((ranges) => ranges.some(({ len }) => len === 0))
    if (isOfNothing || structs.some(({ length }) => length === 0)) return null
    return { structs: structs.map(structFrom), raw: structs, deletes: ds.clients }
  } catch {
    return null
  }
}

function structFrom(struct: Y.Item | Y.GC | Y.Skip): Struct {
  const { id, length } = struct
  if (!(struct instanceof Y.Item)) return { id, length, isSkip: struct instanceof Y.Skip, needs: [] }
  const parent: unknown = struct.parent
  const needs = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  return { id, length, isSkip: false, needs: needs.filter((needed) => needed !== null) }
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
