/**
 * QK5. A remote change as the blocks it changed. @tiptap/y-tiptap 3.0.9 replaces the whole article for each key of somebody else, so that everything
 * that is kept by place (suggested words, others' carets) counts as deleted and is drawn anew; blocks that stay the same are the same nodes.
 */
import type { Fragment } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** Puts `content` in the place of the whole text by replacing only the blocks between the first and the last that differ. */
export function replaceBlocks(transaction: Transaction, content: Fragment): Transaction {
  const before = transaction.doc.content
  const fewest = Math.min(before.childCount, content.childCount)
  let first = 0
  let from = 0
  while (first < fewest && before.child(first) === content.child(first)) {
    from += before.child(first).nodeSize
    first += 1
  }
  let last = 0
  let after = 0
  while (
    last < fewest - first &&
    before.child(before.childCount - 1 - last) === content.child(content.childCount - 1 - last)
  ) {
    last += 1
    after += before.child(before.childCount - last).nodeSize
  }
  const changed = content.cut(from, content.size - after)
  return transaction.replace(from, before.size - after, new Slice(changed, 0, 0))
}
