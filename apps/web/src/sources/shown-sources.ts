/** Which sources the page shows, and how many each filter would leave. The same question as on the server. Rule SR8. */
import { fits } from '#domain/source-search.ts'
import type { SourceRow } from '#protocol/source-view.ts'
import type { SourcesSearch } from '#web/frame/search.ts'

/** The parts of the address that filter. */
export const filterKeys = ['kind', 'origin', 'terms', 'state', 'alike'] as const
export type FilterKey = (typeof filterKeys)[number]

export function shownSources(sources: readonly SourceRow[], search: SourcesSearch): SourceRow[] {
  return sources.filter((one) => fits(one, search) && (search.alike !== true || one.duplicates > 0))
}

/** How many sources each value of a filter would show beside the other filters; values nobody has are left out. */
export function countsOf(
  sources: readonly SourceRow[],
  search: SourcesSearch,
  key: FilterKey,
  valueOf: (source: SourceRow) => string,
): Map<string, number> {
  const { [key]: _, ...others } = search
  const counts = new Map<string, number>()
  for (const one of shownSources(sources, others)) counts.set(valueOf(one), (counts.get(valueOf(one)) ?? 0) + 1)
  return counts
}

/** The address with one filter set, or taken off. */
export function withFilter(search: SourcesSearch, key: FilterKey, value: string | true | undefined): SourcesSearch {
  const { [key]: _, ...others } = search
  return value === undefined ? others : { ...others, [key]: value }
}

export const isFiltered = (search: SourcesSearch): boolean =>
  search.find !== undefined || filterKeys.some((key) => search[key] !== undefined)
