/**
 * The text on screen bound to the Y.Doc, with undo of this person's own words. Rule CM3: no undo while the text is locked.
 * Works round two habits of @tiptap/y-tiptap 3.0.9, see `readOnlyWhatChanged` and below it; to be removed when the binding no longer has them.
 */
import { fragmentName } from '#document/seed.ts'
import { type Editor, Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { replaceBlocks } from './changed-blocks.ts'
import { isLocked } from './mode.ts'

type Observed = (events: readonly Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => void

/** The binding's own transaction (its `_tr`), but for how it replaces the whole text. */
function replacingBlocks({ state }: EditorView): Transaction {
  const transaction = state.tr.setMeta('addToHistory', false)
  transaction.replace = (_from, _to, slice = Slice.empty) => {
    Reflect.deleteProperty(transaction, 'replace')
    return replaceBlocks(transaction, slice.content)
  }
  return transaction
}

/**
 * On every remote change 3.0.9 forgets its whole mapping of Y types to nodes, after having forgotten exactly the changed ones: each
 * remote key then reads the entire article again and makes every node new (35 ms a key at 50,000 words, 5 ms without), so that
 * nothing keyed by node survives. The clear is switched off for the length of the call. What it was put there for, blocks moved
 * about, does not need it: a moved block is a new Y type.
 * A RangeError ("Applying a mismatched transaction") comes up when the view's state moves while the change is being read; the text is
 * then read whole from Yjs, which is the truth. Open upstream as ueberdosis/y-tiptap #48.
 */
function readOnlyWhatChanged(binding: ProsemirrorBinding): void {
  const observed = binding._observeFunction as Observed
  binding._observeFunction = (events: readonly Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => {
    const { mapping } = binding
    mapping.clear = () => undefined
    Object.defineProperty(binding, '_tr', { configurable: true, get: () => replacingBlocks(binding.prosemirrorView) })
    try {
      observed(events, transaction)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      Reflect.deleteProperty(mapping, 'clear')
      Reflect.deleteProperty(binding, '_tr')
      // Declared as never null, though that is how it begins; null makes the binding keep the selection where it is.
      Object.assign(binding, { beforeTransactionSelection: null })
      binding._forceRerender()
    } finally {
      Reflect.deleteProperty(mapping, 'clear')
      Reflect.deleteProperty(binding, '_tr')
    }
  }
}

/**
 * QK4. With every remote key 3.0.9 asks the browser where the own caret is, which lays the page out once more (3 ms of 12 a key at 10,000
 * words), to scroll back to it. The browser itself holds what is on screen in its place while others write above: scroll anchoring.
 */
const leaveScrollingToTheBrowser = (binding: ProsemirrorBinding): void => {
  binding._isLocalCursorInView = () => false
}

function textPlugin(doc: Y.Doc): ReturnType<typeof ySyncPlugin> {
  const plugin = ySyncPlugin(doc.getXmlFragment(fragmentName))
  const { binding } = plugin.spec.state.init() as { binding: ProsemirrorBinding }
  readOnlyWhatChanged(binding)
  leaveScrollingToTheBrowser(binding)
  return plugin
}

const unlessLocked =
  (act: typeof undo) =>
  ({ editor }: { editor: Editor }): boolean => {
    // Taken as handled either way: the browser's own undo knows nothing of other people.
    if (!isLocked(editor.state)) act(editor.state)
    return true
  }

export const LiveText = Extension.create<{ doc: Y.Doc | null }>({
  name: 'liveText',
  // Before every other plugin that asks where a transaction comes from.
  priority: 1000,
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    return this.options.doc === null ? [] : [textPlugin(this.options.doc), yUndoPlugin()]
  },
  addKeyboardShortcuts: () => ({
    'Mod-z': unlessLocked(undo),
    'Mod-y': unlessLocked(redo),
    'Shift-Mod-z': unlessLocked(redo),
  }),
})
