/** Words being typed into a page's search, ahead of the address by a pause; the address wins when it changes by itself (back, Clear). */
import { useEffect, useState } from 'react'

/** So that each letter is not a page of its own. */
const pauseMs = 150

export function useFind<S extends { readonly find?: string }>(
  search: S,
  onChange: (search: Omit<S, 'find'> & { find?: string }) => void,
): [string, (find: string) => void] {
  const inAddress = search.find ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [told, setTold] = useState(inAddress)
  if (told !== inAddress) {
    setTold(inAddress)
    if (typed.trim() !== inAddress) setTyped(inAddress)
  }
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const timer = setTimeout(() => {
      const { find: _, ...others } = search
      onChange(typed.trim() === '' ? others : { ...others, find: typed.trim() })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, inAddress, search, onChange])
  return [typed, setTyped]
}
