/** Beside words just selected, on the side that the marking bar leaves free: puts the detached claim that is shown on them. */
import { createPortal } from 'react-dom'
import type { EditorView } from '@tiptap/pm/view'
import { keyHint } from '#web/claims/platform.ts'
import { useSelectionPlace } from '#web/claims/selection-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './repair.module.css'
import '#web/words/repair.ts'

const barHeight = 36

export function PutHereBar({ view, number, onPut }: { view: EditorView; number: string; onPut: () => void }) {
  const { t } = useWords()
  const place = useSelectionPlace(view)
  if (place === null) return null
  // Where fingers point the marking bar is below the words itself, so ours goes below that.
  const isCoarse = matchMedia('(pointer: coarse)').matches
  const below = place.top + place.height + 6 + (isCoarse ? 22 + barHeight : 0)
  const top = Math.min(below, innerHeight - barHeight - 8)
  return createPortal(
    <div
      className={css['bar']}
      role="toolbar"
      aria-label={t('repair.bar', { number })}
      style={{ left: Math.max(8, Math.min(place.left + place.width / 2, innerWidth - 90)), top }}
      // A press would move the focus, and with it the selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="primary" {...keyHint('p')} preventFocusOnPress onPress={onPut}>
        {t('repair.putHere', { number })}
      </Button>
    </div>,
    document.body,
  )
}
