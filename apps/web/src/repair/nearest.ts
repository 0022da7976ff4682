/** The order in which other claims come to mind as being the same one: over the same words first, then the nearest in the text. */
import type { KnownClaim } from '#web/claims/desk-claim.ts'

type Placed = Pick<KnownClaim, 'number'> & { readonly view: Pick<KnownClaim['view'], 'ranges'> }

/** A claim without a place is as far from all of them; numbers decide then. */
export function nearestFirst<C extends Placed>(claim: Placed, others: readonly C[]): C[] {
  const distance = new Map(others.map((other) => [other, distanceOf(claim, other)]))
  return others.toSorted((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0) || a.number - b.number)
}

/** Characters between the two; below nothing by as many as they share. */
function distanceOf(one: Placed, other: Placed): number {
  const [a, b] = [extent(one), extent(other)]
  return a === null || b === null ? 0 : Math.max(a.from, b.from) - Math.min(a.to, b.to)
}

function extent({ view: { ranges } }: Placed): { from: number; to: number } | null {
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}
