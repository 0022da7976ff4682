/**
 * While the suggestion that is being decided on is what is selected, the page says so: all that can be done with it stands in the tray,
 * and nothing may cover the words around it. Rule SU36.
 */
import { useEffect } from 'react'

export function useSelectedWords(words: string | null): void {
  useEffect(() => {
    if (words === null) return
    const look = () => {
      const isSelected = document.getSelection()?.toString().trim() === words
      document.body.toggleAttribute('data-suggestion-selected', isSelected)
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.body.removeAttribute('data-suggestion-selected')
    }
  }, [words])
}
