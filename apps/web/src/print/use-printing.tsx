/**
 * Printing from the desk: asked for in the menu of the article, or with the browser's own key. What it takes is loaded then;
 * where that fails it is told, and the next press tries again. Rule PN1.
 */
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react'
import { keyOf } from '#web/claims/keys.ts'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'

type Printed = ComponentType<{ onDone: () => void }>

export function usePrinting(): { readonly print: () => void; readonly printed: ReactNode } {
  const { whyNot } = useWords()
  const [Part, setPart] = useState<Printed | null>(null)
  const print = useCallback(() => {
    void import('./printed.tsx').then(
      ({ Printed }) => setPart(() => Printed),
      () => toast({ text: whyNot('offline') }),
    )
  }, [whyNot])
  const onDone = useCallback(() => setPart(null), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keyOf(event) !== 'mod+p') return
      event.preventDefault()
      print()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [print])
  return { print, printed: Part === null ? null : <Part onDone={onDone} /> }
}
