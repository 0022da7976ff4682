/**
 * The editor of one article: the shared schema, the live text, the guard and the lock, and the index of claims kept beside it.
 * No part of it is React: a key renders the paragraph it is in and nothing else. Whoever shows claims watches `index`.
 */
import { claimMarkName } from '#document/claim-mark.ts'
import { articleExtensions } from '#document/schema.ts'
import { Editor, type Extensions, Mark } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { readSelectionInTime } from './browser-selection.ts'
import { Carets } from './carets.ts'
import { ClaimGuard } from './claim-guard.ts'
import { ClaimIndex } from './claim-index.ts'
import { LiveText } from './live-text.ts'
import { markClass } from './mark-style.ts'
import { type Mode, ModeLock, setLabel } from './mode.ts'
import { Suggested } from './suggested.ts'

/** The id under which a claim's row stands in the list: its mark points there. */
export const rowId = (claim: string): string => `claim-${claim}`

/** The same mark, drawn for this page: the kind stays with words that are cut and pasted, and the mark names its row. */
const drawn: Extensions = articleExtensions.map((extension) =>
  extension instanceof Mark && extension.name === claimMarkName
    ? extension.extend({
        renderHTML: ({ mark, HTMLAttributes }) => {
          const { id, kind } = mark.attrs
          const drawnAs = { class: markClass(String(id)), 'data-kind': String(kind), 'aria-details': rowId(String(id)) }
          return ['mark', { ...HTMLAttributes, ...drawnAs }, 0]
        },
      })
    : extension,
)

export interface EditorOptions {
  readonly element: HTMLElement
  readonly sync: ArticleSync
  readonly mode: Mode
  readonly language: string
  /** Pasted words were too many to take in one piece. */
  readonly onTooLarge: () => void
}

/** In UTF-16 code units; the server takes 2 MB in one message, and a character may be three bytes. */
const largestPaste = 600_000

export interface ArticleEditor {
  readonly view: EditorView
  /** What a screen reader calls the text; changes with the mode and the interface language. */
  readonly setLabel: (label: string) => void
  readonly index: ClaimIndex
  /** Calls after every change of the text, the marks in it too; returns how to stop. */
  readonly onText: (listener: () => void) => () => void
  readonly destroy: () => void
}

export function openEditor({ element, sync, mode, language, onTooLarge }: EditorOptions): ArticleEditor {
  const index = new ClaimIndex()
  const listeners = new Set<() => void>()
  const editor = new Editor({
    element,
    extensions: [
      LiveText.configure({ doc: sync.doc }),
      ...drawn,
      ClaimGuard,
      ModeLock.configure({ mode }),
      Suggested,
      Carets.configure({ awareness: sync.awareness }),
    ],
    // Characters stay as typed: "1. " is no list and "**" no bold type unless a person says so.
    enableInputRules: false,
    enablePasteRules: false,
    // Its style element would be refused by a strict content policy; marks.css has what is needed of it.
    injectCSS: false,
    editorProps: {
      attributes: { class: 'galley marks', lang: language, spellcheck: 'false', translate: 'no' },
      handlePaste: (_view, event) => {
        const size = event.clipboardData?.getData('text/plain').length ?? 0
        if (size > largestPaste) onTooLarge()
        return size > largestPaste
      },
    },
    onTransaction: ({ transaction }) => {
      if (!transaction.docChanged) return
      index.readSoon(() => editor.state.doc)
      for (const listener of listeners) listener()
    },
  })
  index.read(editor.state.doc)
  const stopReading = readSelectionInTime(sync.beforeNews)
  return {
    view: editor.view,
    index,
    onText: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setLabel: (label) => setLabel(editor.view, label),
    destroy: () => {
      stopReading()
      index.destroy()
      editor.destroy()
    },
  }
}
