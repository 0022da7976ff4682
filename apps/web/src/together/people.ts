/** Who has which claim of the open article open. There is one article desk in a tab, and this is what it shows of the others. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Face, OpenClaims } from '#web/live/sync-presence.ts'
import { Watched } from '#web/live/sync-store.ts'

const nobody: OpenClaims = new Map()
const none: readonly Face[] = []

const openHere = new Watched<OpenClaims>(nobody)

/** From now on this is the article whose people are shown; the way back is returned. */
export function showPeople(open: Watched<OpenClaims>): () => void {
  const take = () => openHere.set(open.get())
  take()
  const leave = open.subscribe(take)
  return () => {
    leave()
    openHere.set(nobody)
  }
}

/** Others who have this claim open; draws anew only when that changes. */
export function useOnClaim(claim: string): readonly Face[] {
  const get = useCallback(() => openHere.get().get(claim) ?? none, [claim])
  return useSyncExternalStore(openHere.subscribe, get)
}
