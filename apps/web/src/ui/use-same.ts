/** What says the same as before is what was there before, so that what is made of it is not made again. */
import { useRef } from 'react'

export function useSame<T>(now: T, isSame: (before: T, now: T) => boolean): T {
  const kept = useRef(now)
  if (kept.current !== now && !isSame(kept.current, now)) kept.current = now
  return kept.current
}

export const isSameSet = <T>(before: ReadonlySet<T>, now: ReadonlySet<T>): boolean =>
  before.size === now.size && [...now].every((one) => before.has(one))

/** By key, each value as flat as a row: field by field. */
export const isSameTable = <Key, Row extends object>(
  before: ReadonlyMap<Key, Row>,
  now: ReadonlyMap<Key, Row>,
): boolean => before.size === now.size && [...now].every(([key, row]) => isSameRow(before.get(key), row))

function isSameRow<Row extends object>(before: Row | undefined, now: Row): boolean {
  if (before === undefined) return false
  for (const field in now) if (before[field] !== now[field]) return false
  return true
}
