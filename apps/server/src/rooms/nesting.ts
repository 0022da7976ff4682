/**
 * How deep an update would nest blocks within blocks. Yjs climbs to the top from everything that changes, and readers walk down, so a
 * tower of a few thousand blocks would stop a server and every page. Rule RM24.
 */
import * as Y from 'yjs'
import { mostNested } from '#document/seed.ts'

type Struct = Y.Item | Y.GC | Y.Skip

/** Whether a container among these new structs would stand too deep. `store` holds everything they lean on that is not among them. */
export function isTooDeep(structs: readonly Struct[], store: Y.Doc['store']): boolean {
  const fresh = new Map<number, Y.Item[]>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const ofClient = fresh.get(struct.id.client)
    if (ofClient === undefined) fresh.set(struct.id.client, [struct])
    else ofClient.push(struct)
  }
  const known = new Map<Y.Item, number>()
  const depthOf = (item: Y.Item): number => {
    const way: { item: Y.Item; deeper: number }[] = []
    let depth = 0
    for (let at: Y.Item | null = item; at !== null;) {
      const before = known.get(at)
      if (before !== undefined) {
        depth = before
        break
      }
      // Longer than there are items is a circle, which Yjs could never place.
      if (way.length > structs.length) return Infinity
      const above: Above = aboveOf(at, fresh, store)
      way.push({ item: at, deeper: above.deeper })
      if (above.item === null) depth = above.depth
      at = above.item
    }
    for (const step of way.toReversed()) known.set(step.item, (depth += step.deeper))
    return depth
  }
  return structs.some(
    (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType && depthOf(struct) > mostNested,
  )
}

/** What an item's depth follows from: another new item, or (null) what stands in the text already. */
type Above = { item: Y.Item; deeper: number } | { item: null; depth: number; deeper: number }

function aboveOf(item: Y.Item, fresh: ReadonlyMap<number, readonly Y.Item[]>, store: Y.Doc['store']): Above {
  const parent: unknown = item.parent
  const isInside = parent instanceof Y.ID
  const leansOn = isInside ? parent : (item.origin ?? item.rightOrigin)
  const deeper = isInside ? 1 : 0
  if (leansOn === null) return { item: null, depth: 0, deeper: 0 }
  const among = freshAt(fresh.get(leansOn.client) ?? [], leansOn.clock)
  if (among !== null) return { item: among, deeper }
  return { item: null, depth: standingDepth(store, leansOn), deeper }
}

function freshAt(items: readonly Y.Item[], clock: number): Y.Item | null {
  let [from, to] = [0, items.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const item = items[middle]
    if (item === undefined) return null
    if (clock < item.id.clock) to = middle - 1
    else if (clock >= item.id.clock + item.length) from = middle + 1
    else return item
  }
  return null
}

function standingDepth(store: Y.Doc['store'], { client, clock }: { client: number; clock: number }): number {
  const structs = store.clients.get(client)
  const last = structs?.at(-1)
  if (structs === undefined || last === undefined || last.id.clock + last.length <= clock) return 0
  const item = structs[Y.findIndexSS(structs, clock)]
  let depth = 0
  for (let at: unknown = item; at instanceof Y.Item && depth <= mostNested; depth += 1) {
    at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null
  }
  return Math.max(0, depth - 1)
}
