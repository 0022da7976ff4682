/** Other people's carets and selections in the text, with their name and hue. The server stamps who they are. */
import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type { Face } from '#web/live/sync-presence.ts'

function caret(face: Face): HTMLElement {
  const element = document.createElement('span')
  element.className = 'caret'
  element.dataset['hue'] = String(face.hue)
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

export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (awareness === null) return []
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (mine: number, theirs: number, state: { user?: { id?: string } }) =>
          mine !== theirs && state.user?.id !== undefined,
        cursorBuilder: caret,
        selectionBuilder: (face: Face) => ({ class: 'caret-selection', 'data-hue': String(face.hue) }),
      }),
    ]
  },
})
