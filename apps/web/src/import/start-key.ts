/** Control or Command with Enter takes the next step, wherever the focus is on the page. */
import { useEffect, useRef } from 'react'

export const startKey = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵'

export function useStartKey(start: () => void): void {
  const latest = useRef(start)
  latest.current = start
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}
