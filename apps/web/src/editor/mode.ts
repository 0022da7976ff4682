/**
 * Check and Edit: in Check mode (and for readers) the caret and selections work but the text is locked. Rules CM1–CM4.
 * The element stays editable for the browser, or there would be no caret to select words with; what would change the text is
 * stopped before it happens, and a filter lets through only what comes from Yjs and, in Check mode, claim marks.
 */
import { claimMarkName } from '#document/claim-mark.ts'
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { readSelection } from './browser-selection.ts'
import { isFromOthers, isMarking } from './transactions.ts'

export type Mode = 'check' | 'edit' | 'read'

interface Lock {
  readonly mode: Mode
  readonly label: string
}

const lockKey = new PluginKey<Lock>('mode')

export const modeOf = (state: EditorState): Mode => lockKey.getState(state)?.mode ?? 'read'

export const isLocked = (state: EditorState): boolean => modeOf(state) !== 'edit'

function change(view: EditorView, lock: Partial<Lock>): void {
  readSelection()
  view.dispatch(view.state.tr.setMeta(lockKey, lock))
}

export const setMode = (view: EditorView, mode: Mode): void => {
  if (modeOf(view.state) !== mode) change(view, { mode })
}

export const setLabel = (view: EditorView, label: string): void => {
  if (lockKey.getState(view.state)?.label !== label) change(view, { label })
}

const onlyMarks = (transaction: Transaction): boolean =>
  transaction.steps.every((step) => step instanceof AddMarkStep && step.mark.type.name === claimMarkName)

/**
 * CM1. Undo arrives as a change from Yjs too, when the shared text has already changed: refusing it here would only set this screen
 * against everybody else's. It is stopped at its source instead (`live-text.ts`), as CM3 says.
 */
export function passes(transaction: Transaction, mode: Mode): boolean {
  if (!transaction.docChanged || mode === 'edit' || isFromOthers(transaction)) return true
  return mode === 'check' && isMarking(transaction) && onlyMarks(transaction)
}

const stopped = (view: EditorView, event: Event): boolean => {
  if (!isLocked(view.state)) return false
  event.preventDefault()
  return true
}

/** CM2. A composition cannot be prevented, only cut short: without focus the input method has nowhere to write. */
const cutShort = (view: EditorView, event: Event): boolean => {
  if (!stopped(view, event)) return false
  view.dom.blur()
  requestAnimationFrame(() => view.focus())
  return true
}

export const ModeLock = Extension.create<{ mode: Mode }>({
  name: 'modeLock',
  addOptions: () => ({ mode: 'read' }),
  addProseMirrorPlugins() {
    const { mode } = this.options
    return [
      new Plugin<Lock>({
        key: lockKey,
        state: {
          init: () => ({ mode, label: '' }),
          apply: (transaction, lock) => {
            const changed = transaction.getMeta(lockKey) as Partial<Lock> | undefined
            return changed === undefined ? lock : { ...lock, ...changed }
          },
        },
        filterTransaction: (transaction, state) => passes(transaction, modeOf(state)),
        props: {
          attributes: (state): Record<string, string> => ({
            role: 'textbox',
            'aria-multiline': 'true',
            'aria-label': lockKey.getState(state)?.label ?? '',
            ...(isLocked(state) ? { 'aria-readonly': 'true', inputmode: 'none' } : {}),
          }),
          handleDOMEvents: {
            beforeinput: stopped,
            paste: stopped,
            drop: stopped,
            cut: stopped,
            compositionstart: cutShort,
          },
        },
      }),
    ]
  },
})
