/** Other people's carets and selections in the text, with their name and hue. The server stamps who they are. */
import { Extension } from '@tiptap/core'
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap'
import type { EditorState } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import type { Face } from '#web/live/sync-presence.ts'
import { readSelection } from './browser-selection.ts'

function caret(face: Face): HTMLElement {
  const element = document.createElement('span')
  element.className = 'caret'
  element.dataset['hue'] = String(face.hue)
  element.dataset['person'] = face.id
  // The whole name where one writes together, the initials where one reads: see marks.css.
  const name = label('caret-name', face.name)
  const initials = label('caret-initials', face.initials)
  // Word joiners keep the caret from being a place where a line may break.
  element.append('\u2060', name, initials, '\u2060')
  return element
}

function label(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}

/**
 * The same awareness, but a caret that stays where it is is not told again. @tiptap/y-tiptap 3.0.9 tells it with every key of everybody else:
 * five people who type would tell one another a hundred times a second where they still are. It does so because it hides the
 * others' carets after a change of one's own to blocks, until they are heard of again; here they are drawn again at once.
 */
const tellingMoves = (awareness: Awareness): Awareness => {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const setLocalStateField = (field: string, value: unknown): void => {
    if (!same(awareness.getLocalState()?.[field], value)) awareness.setLocalStateField(field, value)
  }
  return Object.create(awareness, { setLocalStateField: { value: setLocalStateField } }) as Awareness
}

const drawCarets = (view: EditorView): void => {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }))
}

const areDrawn = (state: EditorState): boolean => yCursorPluginKey.getState(state) !== DecorationSet.empty

export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ awareness: null }),
  dispatchTransaction({ transaction, next }) {
    const moved: unknown = transaction.getMeta(yCursorPluginKey)
    const { view } = this.editor
    if (moved !== undefined && !transaction.docChanged) {
      readSelection()
      // Made anew: the one given remembers the selection from before.
      return next(view.state.tr.setMeta(yCursorPluginKey, moved))
    }
    const wereDrawn = areDrawn(view.state)
    next(transaction)
    if (wereDrawn && transaction.docChanged && !areDrawn(view.state)) setTimeout(() => drawCarets(view))
  },
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (awareness === null) return []
    return [
      yCursorPlugin(tellingMoves(awareness), {
        awarenessStateFilter: (mine: number, theirs: number, state: { user?: { id?: string } }) =>
          mine !== theirs && state.user?.id !== undefined,
        cursorBuilder: caret,
        selectionBuilder: (face: Face) => ({ class: 'caret-selection', 'data-hue': String(face.hue) }),
      }),
    ]
  },
})
