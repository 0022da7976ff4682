/** Long stretches that read alike are folded away, but for the lines next to a change. Rule VP5. */
import type { Row } from './rows.ts'

export interface Shown {
  readonly kind: 'shown'
  readonly rows: readonly Row[]
}
export interface Fold {
  readonly kind: 'fold'
  /** The place of its first row among all rows: what it is known by while the texts stay. */
  readonly at: number
  readonly rows: readonly Row[]
}

/** Lines left beside a change, so that one sees where it stands. */
const beside = 1
/** Fewer are not worth a fold. */
const fewest = 3

export function foldsOf(rows: readonly Row[]): (Shown | Fold)[] {
  const isNear = (index: number): boolean =>
    rows.slice(Math.max(0, index - beside), index + beside + 1).some(({ kind }) => kind !== 'same')
  const parts: { kind: 'shown' | 'fold'; at: number; rows: Row[] }[] = []
  const put = (kind: 'shown' | 'fold', at: number, rows: readonly Row[]) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.rows.push(...rows)
    else parts.push({ kind, at, rows: [...rows] })
  }
  for (let at = 0; at < rows.length;) {
    const near = isNear(at)
    let end = at + 1
    while (end < rows.length && isNear(end) === near) end += 1
    put(near || end - at < fewest ? 'shown' : 'fold', at, rows.slice(at, end))
    at = end
  }
  return parts
}
