/**
 * Suggested words in the text: dotted round, and moved along with what is typed around them. Decorations of this screen only; nothing
 * of them is in the shared text. Which words, is said from outside. Rule SU30.
 */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { readSelection } from './browser-selection.ts'
import type { Stretch } from './claim-runs.ts'

const key = new PluginKey<DecorationSet>('suggested')

/** Texts that a pointer is pressed on: drawn anew just then, the browser would let go of the words that are being selected. */
const pressed = new WeakSet<EditorView>()
const afterwards = new WeakMap<EditorView, () => void>()

function watchPointer(view: EditorView): { destroy(): void } {
  const press = () => pressed.add(view)
  const release = () => {
    if (!pressed.delete(view)) return
    const draw = afterwards.get(view)
    afterwards.delete(view)
    draw?.()
  }
  const { dom } = view
  dom.addEventListener('pointerdown', press)
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release)
  return {
    destroy: () => {
      dom.removeEventListener('pointerdown', press)
      for (const end of ['pointerup', 'pointercancel']) window.removeEventListener(end, release)
    },
  }
}

export const Suggested = Extension.create({
  name: 'suggested',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before) => {
          const given = transaction.getMeta(key) as DecorationSet | undefined
          if (given !== undefined) return given
          return transaction.docChanged && before !== DecorationSet.empty
            ? before.map(transaction.mapping, transaction.doc)
            : before
        },
      },
      view: watchPointer,
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

/** Draws these and no others; `current` is drawn as the one that is asked about. */
export function drawSuggested(view: EditorView, places: readonly Stretch[], current: Stretch | null): void {
  if (view.isDestroyed) return
  readSelection()
  const { doc } = view.state
  if (pressed.has(view)) {
    // A text changed meanwhile is read again, and its places told anew.
    return void afterwards.set(view, () => view.state.doc === doc && drawSuggested(view, places, current))
  }
  const drawn = places.map(({ from, to }) =>
    Decoration.inline(from, to, { class: current?.from === from ? 'suggested current' : 'suggested' }),
  )
  if (drawn.length === 0 && key.getState(view.state) === DecorationSet.empty) return
  const set = drawn.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, drawn)
  view.dispatch(view.state.tr.setMeta(key, set).setMeta('addToHistory', false))
}
