/** Where a transaction comes from: the binding (other people, and this person's own undo), the marking of a claim, or this hand. */
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

const markingKey = 'claim-marking'

/** It was made from Yjs: the shared text has changed already, and to refuse it here would undo it for everyone. */
export const isFromOthers = (transaction: Transaction): boolean =>
  (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true

export const isMarking = (transaction: Transaction): boolean => transaction.getMeta(markingKey) === true

/** A marking is no edit of the text: it is allowed in Check mode, and undoing text never takes it back. */
export const asMarking = (transaction: Transaction): Transaction =>
  transaction.setMeta(markingKey, true).setMeta('addToHistory', false)
