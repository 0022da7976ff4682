/** Records that may be one source: a link to the same page, or a document with the same bytes. Rule SR6. */
import { grouped } from './grouping.ts'

interface Described {
  readonly id: string
  readonly urlKey: string
}

interface Held {
  readonly sourceId: string
  readonly sha256: string
}

export interface Alike {
  readonly by: 'link' | 'document'
  readonly ids: readonly string[]
}

/** `documents` carry the id of the source that they are shown at. */
export function alikeAmong(sources: readonly Described[], documents: readonly Held[]): Alike[] {
  const linked = sources.filter(({ urlKey }) => urlKey !== '')
  const byLink = [...grouped(linked, ({ urlKey }) => urlKey).values()].map((group) => group.map(({ id }) => id))
  const byDocument = [...grouped(documents, ({ sha256 }) => sha256).values()].map((group) => [
    ...new Set(group.map(({ sourceId }) => sourceId)),
  ])
  return [
    ...byLink.map((ids) => ({ by: 'link' as const, ids })),
    ...byDocument.map((ids) => ({ by: 'document' as const, ids })),
  ].filter(({ ids }) => ids.length > 1)
}

/** By source, the others that may be the same one. */
export function othersAlike(alike: readonly Alike[]): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>()
  for (const { ids } of alike) {
    for (const id of ids) {
      others.set(id, new Set([...(others.get(id) ?? []), ...ids.filter((other) => other !== id)]))
    }
  }
  return others
}
