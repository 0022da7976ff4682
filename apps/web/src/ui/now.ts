/** The time on screen: one clock for the whole tab, so that every "left" turns at the same moment. */
import { useSyncExternalStore } from 'react'

const everyMs = 5_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    timer = setInterval(tick, everyMs)
    // A laptop that wakes up shows the right time at once.
    document.addEventListener('visibilitychange', tick)
    now = Date.now()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', tick)
  }
}

export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
