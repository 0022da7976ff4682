/** A link pasted anywhere on the desk in Check mode is a source for the selected claim; in fields and in Edit mode it is text. Rule AT7. */
import { type ClipboardEvent, useCallback } from 'react'
import type { Mode } from '#web/editor/mode.ts'
import type { Acts } from './acts.ts'

export interface Pasting {
  readonly onPasteCapture: (event: ClipboardEvent) => void
}

/** A single web address and nothing else. */
export function linkIn(text: string): string | null {
  const link = text.trim()
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) ? link : null
}

export function usePastedLink(mode: Mode, acts: Acts): Pasting {
  const onPasteCapture = useCallback(
    (event: ClipboardEvent) => {
      const { target } = event
      const isField = target instanceof Element && target.closest('input, textarea, [role=dialog]') !== null
      const link = isField || mode !== 'check' ? null : linkIn(event.clipboardData.getData('text/plain'))
      if (link === null) return
      event.preventDefault()
      event.stopPropagation()
      acts.sourceAt(link)
    },
    [mode, acts],
  )
  return { onPasteCapture }
}
