/**
 * End tags that HTML allows to be missing: a paragraph ends where a block begins, an item where the next one does. For each place
 * the scope knows which open element that would end, as its index in the stack, so that nothing has to be searched.
 */
import { headings, isBlockName, lists } from './element.ts'

/** Indexes of open elements; -1 where none is open, or one is but out of reach. */
export interface Scope {
  readonly p: number
  readonly a: number
  readonly li: number
  readonly dd: number
  readonly cell: number
  readonly row: number
  readonly heading: number
}

export const noScope: Scope = { p: -1, a: -1, li: -1, dd: -1, cell: -1, row: -1, heading: -1 }

const cells = new Set(['td', 'th', 'caption'])
const rowGroups = new Set(['tbody', 'thead', 'tfoot'])

/** The scope inside an element that is put on the stack at `index`. */
export function scopeInside(name: string, scope: Scope, index: number): Scope {
  if (name === 'p') return { ...scope, p: index }
  if (name === 'a') return { ...scope, a: index }
  if (name === 'li') return { ...scope, li: index }
  if (name === 'dd' || name === 'dt') return { ...scope, dd: index }
  if (headings.has(name)) return { ...scope, heading: index }
  if (name === 'table') return noScope
  if (name === 'tr') return { ...scope, row: index, cell: -1 }
  if (cells.has(name)) return { ...noScope, row: scope.row, cell: index }
  if (lists.has(name)) return { ...scope, li: -1 }
  if (name === 'dl') return { ...scope, dd: -1 }
  return name === 'button' || name === 'object' ? { ...scope, p: -1 } : scope
}

/** Index of the element that ends where an element called `name` begins, everything inside it included; -1 for none. */
export function toClose(name: string, scope: Scope): number {
  let ended = isBlockName(name) ? scope.p : -1
  const end = (index: number) => {
    if (index >= 0 && (ended < 0 || index < ended)) ended = index
  }
  if (name === 'a') end(scope.a)
  if (name === 'li') end(scope.li)
  if (name === 'dd' || name === 'dt') end(scope.dd)
  if (cells.has(name)) end(scope.cell)
  if (name === 'tr' || rowGroups.has(name)) end(scope.row)
  if (headings.has(name)) end(scope.heading)
  return ended
}
