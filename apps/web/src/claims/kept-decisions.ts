/**
 * The decisions of this tab's person, one `Decisions` an article: leaving an article and coming back finds what still waits, and what waits
 * in articles that are not open is sent as well; what is refused there is told on whatever page is open. Rules KP3, KP5.
 */
import type { QueryClient } from '@tanstack/react-query'
import { articlesWithKept, type KeptPlace, keptPrefix, onForgotten, tellRefused } from '#web/live/kept-keys.ts'
import { Decisions } from './decisions.ts'

const known = new Map<string, { readonly person: string; readonly decisions: Decisions }>()

onForgotten((person) => {
  for (const [at, one] of known) {
    if (one.person !== person) continue
    one.decisions.end()
    known.delete(at)
  }
})

export function decisionsOf(place: KeptPlace, queries: QueryClient): Decisions {
  const at = keptPrefix(place)
  const before = known.get(at)
  if (before !== undefined) return before.decisions
  const decisions = new Decisions(place, queries, (refused) => tellRefused(place, refused))
  known.set(at, { person: place.person, decisions })
  return decisions
}

/** The server can be reached: whatever waits in this newsroom, open or not, is sent. */
export function sendKept(person: string, newsroom: string, queries: QueryClient): void {
  for (const article of articlesWithKept(person, newsroom)) decisionsOf({ person, newsroom, article }, queries).flush()
}
