/**
 * A session can end while a page is open: signed out in another tab, expired, taken away. The first reply that says so leads to the
 * sign-in page, and from there back to the same address.
 */
import type { QueryClient } from '@tanstack/react-query'
import { keys, refusalOf } from '#web/queries.ts'

export function watchSignedOut(queries: QueryClient, router: { invalidate: () => Promise<void> }): void {
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    if (refusalOf(event.action.error) !== 'not-signed-in') return
    // Only once: afterwards nobody is remembered, and the pages ask anew.
    if (queries.getQueryData(keys.me) === undefined) return
    queries.removeQueries({ queryKey: keys.me })
    void router.invalidate()
  })
}
