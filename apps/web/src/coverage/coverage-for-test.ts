/** Claims and ticks as the unit tests of coverage need them. */
import type { Standing } from '#domain/claim.ts'
import type { TickView } from '#protocol/tick-view.ts'

export const claimRow = (id: string, standing: Standing = 'open') =>
  [id, { standing, rating: standing === 'open' ? null : ('confirmed' as const) }] as const

export const tickRow = (words: string): TickView => ({
  words,
  places: 1,
  reason: 'opinion',
  why: null,
  by: 'noor',
  at: '2026-01-01T00:00:00.000Z',
  seq: 1,
})
