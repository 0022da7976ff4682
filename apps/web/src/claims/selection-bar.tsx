/**
 * Beside words just selected: the one thing that can be done with them. For pointers and fingers; keys do without. It appears when
 * the selection has come to rest and goes with it, and it never takes the selection away.
 */
import { type RefObject, useEffect, useState } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './over-text.module.css'
import { keyHint } from './platform.ts'
import '#web/words/article.ts'

interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the browser shows the selection; null when there is none in the text. */
function selectionPlace(view: EditorView): Place | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!view.dom.contains(range.commonAncestorContainer) || range.toString().trim() === '') return null
  const { left, top, width, height } = range.getBoundingClientRect()
  return { left, top, width, height }
}

const restMs = 180

export function useSelectionPlace(view: EditorView): Place | null {
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isDragging = false
    const look = () => {
      clearTimeout(timer)
      if (selectionPlace(view) === null) return setPlace(null)
      timer = setTimeout(() => !isDragging && setPlace(selectionPlace(view)), restMs)
    }
    const down = () => {
      isDragging = true
    }
    const up = () => {
      isDragging = false
      look()
    }
    const hide = () => setPlace(null)
    document.addEventListener('selectionchange', look)
    view.dom.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    // The place is of this moment; after scrolling it would be another's.
    window.addEventListener('scroll', hide, true)
    // What shows this may have come after the words were selected.
    look()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      view.dom.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      window.removeEventListener('scroll', hide, true)
    }
  }, [view])
  return place
}

const barHeight = 36

interface SelectionBarProps {
  readonly view: EditorView
  readonly frame: RefObject<HTMLElement | null>
  readonly shortcut: string
  readonly onMark: () => void
}

export function SelectionBar({ view, frame, shortcut, onMark }: SelectionBarProps) {
  const { t } = useWords()
  const place = useSelectionPlace(view)
  if (place === null) return null
  const edge = frame.current?.getBoundingClientRect()
  // Fingers bring the browser's own menu above the words; ours goes below them.
  const isCoarse = matchMedia('(pointer: coarse)').matches
  const above = place.top - barHeight - 6
  const below = place.top + place.height + (isCoarse ? 22 : 6)
  const fitsBelow = below + barHeight < (edge?.bottom ?? innerHeight)
  const top = isCoarse && fitsBelow ? below : above > (edge?.top ?? 0) ? above : below
  return (
    <div
      className={css['selectionBar']}
      role="toolbar"
      aria-label={t('mark.bar')}
      style={{ left: Math.max(8, Math.min(place.left + place.width / 2, innerWidth - 90)), top }}
      // A press would move the focus, and with it the selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="primary" glyph="plus" {...keyHint(shortcut)} preventFocusOnPress onPress={onMark}>
        {t('mark.button')}
      </Button>
    </div>
  )
}
