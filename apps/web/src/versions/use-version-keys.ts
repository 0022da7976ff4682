/** Listens for the keys of the versions page wherever the focus is, but for fields, lists and dialogs: there letters are letters. */
import { useEffect, useRef } from 'react'
import { type VersionKey, versionKeyOf } from './keys.ts'

export function useVersionKeys(take: (key: VersionKey) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest(
          'input, textarea, select, [role=listbox], [aria-haspopup=listbox], [role=menu], [role=dialog]',
        ) !== null
      const key = isElsewhere || event.isComposing ? null : versionKeyOf(event)
      if (key === null) return
      event.preventDefault()
      latest.current(key)
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}
