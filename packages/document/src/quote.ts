/**
 * Finding words by quotation, for programs that mark over the API: exact characters, the surroundings decide between repeats.
 * Rule AN7: no quote is ever placed on similar words, nor on one of several equal places.
 */
import { clearOfPairs } from './placement.ts'
import type { TextRange } from './text.ts'

export interface Quote {
  readonly exact: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export type Found = { kind: 'once'; at: TextRange } | { kind: 'nowhere' } | { kind: 'several'; places: number }

export function findQuote(text: string, quote: Quote): Found {
  if (quote.exact === '') return { kind: 'nowhere' }
  const places: TextRange[] = []
  for (let at = text.indexOf(quote.exact); at !== -1; at = text.indexOf(quote.exact, at + 1)) {
    const to = at + quote.exact.length
    // Half a character cannot be marked: the other half would be lost for everyone.
    if (clearOfPairs(text, at) !== at || clearOfPairs(text, to) !== to) continue
    const before = quote.prefix === undefined || text.slice(0, at).endsWith(quote.prefix)
    const after = quote.suffix === undefined || text.startsWith(quote.suffix, to)
    if (before && after) places.push({ from: at, to })
  }
  const only = places[0]
  if (only === undefined) return { kind: 'nowhere' }
  return places.length === 1 ? { kind: 'once', at: only } : { kind: 'several', places: places.length }
}
