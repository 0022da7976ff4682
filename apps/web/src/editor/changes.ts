/** What a series of transactions replaced: each stretch as it was before all of them and as it is after all of them. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import type { Stretch } from './claim-runs.ts'

export interface Change {
  readonly old: Stretch
  readonly now: Stretch
}

export const isEmpty = ({ from, to }: Stretch): boolean => to <= from

export function changesOf(transactions: readonly Transaction[]): Change[] {
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps)
  return maps.flatMap((map, index) => {
    const back = new Mapping(maps.slice(0, index)).invert()
    const on = new Mapping(maps.slice(index + 1))
    const changes: Change[] = []
    map.forEach((oldFrom, oldTo, from, to) => {
      changes.push({
        old: { from: back.map(oldFrom, -1), to: back.map(oldTo, 1) },
        now: { from: on.map(from, -1), to: on.map(to, 1) },
      })
    })
    return changes
  })
}

/** No block begins or ends in it. */
export function isWithinOneBlock(doc: Node, { from, to }: Stretch): boolean {
  const start = doc.resolve(from)
  return start.parent.isTextblock && start.sameParent(doc.resolve(to))
}
