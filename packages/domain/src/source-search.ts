/**
 * Finding sources in the library: the same question asked by the API and by the library's page. Rules SR6, SR8.
 */
import type { SourceDetails, SourceKind, SourceState, SourceTerms } from './source.ts'
import { urlKey } from './url-key.ts'

export interface SourceFilter {
  /** Words, or a link. */
  readonly find?: string | undefined
  readonly kind?: SourceKind | undefined
  /** Id of an origin, or `none` for sources in no group. */
  readonly origin?: string | undefined
  readonly terms?: SourceTerms | undefined
  readonly state?: SourceState | undefined
}

type Found = Pick<SourceDetails, 'kind' | 'title' | 'publisher' | 'url' | 'author' | 'terms' | 'attribution'> & {
  readonly originId: string | null
  readonly state: SourceState
}

/** SR8. Every word asked for stands somewhere in the source's title, publisher, author, attribution line or link. */
export function fits(source: Found, { find = '', kind, origin, terms, state }: SourceFilter): boolean {
  if (kind !== undefined && source.kind !== kind) return false
  if (origin !== undefined && (source.originId ?? 'none') !== origin) return false
  if (terms !== undefined && source.terms !== terms) return false
  if (state !== undefined && source.state !== state) return false
  return find.trim() === '' || leadsTo(source, find) || hasWords(source, find)
}

/** SR6. Whether a link is to the page that the source has. */
export function leadsTo(source: Pick<Found, 'url'>, link: string): boolean {
  if (!/^https?:\/\//i.test(link.trim())) return false
  const key = urlKey(link.trim())
  return key !== '' && urlKey(source.url) === key
}

function hasWords({ title, publisher, author, attribution, url }: Found, find: string): boolean {
  const all = `${title} ${publisher} ${author} ${attribution} ${url}`.toLocaleLowerCase('en')
  return find
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => all.includes(word))
}
