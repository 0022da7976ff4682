/** Marking from the desk: the words selected at this moment, the menu of kinds on its guess, and the mark. */
import { useCallback, useState } from 'react'
import { guessKind } from '#domain/kind-guess.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { marking, selectedStretch, selecting, sentenceAt, trimmed, wordsOf } from '#web/editor/marking.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Place } from './kind-menu.tsx'

export interface Marking {
  /** The open menu of kinds, if any. */
  readonly menu: { readonly at: Place; readonly guess: ClaimKind } | null
  readonly mark: () => void
  readonly sentence: () => void
  readonly choose: (kind: ClaimKind) => void
  readonly cancel: () => void
}

export function useMarking(
  view: EditorView | null,
  language: string,
  mayMark: boolean,
  onMarked: (id: string) => void,
): Marking {
  const { t } = useWords()
  const [menu, setMenu] = useState<Marking['menu']>(null)

  const mark = useCallback(() => {
    if (view === null) return
    if (!mayMark) return toast({ text: t('mark.mayNot') })
    const stretch = selectedStretch(view)
    if (stretch === null) return toast({ text: t('mark.nothing') })
    // From here on the words are the editor's selection: it stays with them while other people type.
    view.dispatch(selecting(view.state, stretch))
    showChosen(view, stretch)
    setMenu({ at: placeOf(view, stretch), guess: guessKind(wordsOf(view.state.doc, stretch)) })
  }, [view, mayMark, t])

  const sentence = useCallback(() => {
    if (view === null) return
    const stretch = sentenceAt(view.state.doc, view.state.selection.head, language)
    if (stretch === null) return
    view.focus()
    view.dispatch(selecting(view.state, stretch).scrollIntoView())
  }, [view, language])

  const choose = useCallback(
    (kind: ClaimKind) => {
      setMenu(null)
      if (view === null) return
      showChosen(view, null)
      const stretch = trimmed(view.state.doc, view.state.selection)
      if (stretch === null) return toast({ text: t('mark.nothing') })
      const { tr, id } = marking(view.state, stretch, kind)
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, stretch.to)))
      view.focus()
      announce(t('mark.done', { kind: t(`kind.${kind}`) }))
      onMarked(id)
    },
    [view, onMarked, t],
  )

  const cancel = useCallback(() => {
    setMenu(null)
    if (view === null) return
    showChosen(view, null)
    view.focus()
  }, [view])

  return { menu, mark, sentence, choose, cancel }
}

/** The words stay shown as chosen while the menu has the focus; browsers that cannot still have them selected. */
function showChosen(view: EditorView, stretch: { from: number; to: number } | null): void {
  if (!('highlights' in CSS)) return
  if (stretch === null) {
    CSS.highlights.delete('marking')
    return
  }
  const [start, end] = [view.domAtPos(stretch.from, 1), view.domAtPos(stretch.to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  CSS.highlights.set('marking', new Highlight(range))
}

/** Beside the selected words, as far as they are on screen. */
function placeOf(view: EditorView, { from, to }: { from: number; to: number }): Place {
  const start = view.coordsAtPos(from, 1)
  const end = view.coordsAtPos(to, -1)
  const isOneLine = Math.abs(start.top - end.top) < 4
  const { left: edge, right: otherEdge } = view.dom.getBoundingClientRect()
  const isFromRight = getComputedStyle(view.dom).direction === 'rtl'
  const top = Math.max(0, Math.min(start.top, innerHeight - 40))
  return {
    left: isOneLine ? Math.min(start.left, end.left) : isFromRight ? otherEdge : edge,
    top,
    height: Math.max(0, Math.min(end.bottom, innerHeight - 20) - top),
  }
}
