/**
 * Where words quoted elsewhere stand in this article. Quoted exactly in exactly one place, they stand there; a position decides between
 * equal places; otherwise the engine that carries claims to a new draft is asked, and believed only when it is sure and the words
 * are the same. Everything else is told, with a guess if there is one. Rules WA4, WA5.
 */
import { carry } from './carry/carry.ts'
import { placeIn } from './carry/carried.ts'
import type { CodePoints } from './code-points.ts'
import { clearOfPairs } from './placement.ts'
import { findQuote, type Quote } from './quote.ts'
import type { TextRange } from './text.ts'

export interface Quotation {
  readonly quote: Quote | null
  /** In code points of the text that was quoted from. */
  readonly position: { readonly start: number; readonly end: number } | null
}

/** Why a quotation was not placed; each has its own sentence. */
export const doubts = ['several-places', 'similar-words', 'position-only', 'not-in-text'] as const
export type Doubt = (typeof doubts)[number]

export type Whereabouts =
  | { readonly kind: 'placed'; readonly at: TextRange }
  | { readonly kind: 'unsure'; readonly guess: TextRange | null; readonly why: Doubt }
  | { readonly kind: 'not-found'; readonly why: Doubt }

export function whereabouts(text: string, points: CodePoints, { quote, position }: Quotation): Whereabouts {
  const named = position === null ? null : rangeAt(text, points, position)
  if (quote === null) {
    return named === null
      ? { kind: 'not-found', why: 'not-in-text' }
      : { kind: 'unsure', guess: named, why: 'position-only' }
  }
  const found = findQuote(text, quote)
  if (found.kind === 'once') return { kind: 'placed', at: found.at }
  if (named !== null && text.slice(named.from, named.to) === quote.exact) return { kind: 'placed', at: named }
  return found.kind === 'several' ? { kind: 'unsure', guess: null, why: 'several-places' } : carried(text, quote)
}

/** Pieces with nothing but a line's end between them are one stretch of the text: that is what their words are joined by. */
export function stretchesOf(text: string, ranges: readonly TextRange[]): TextRange[] {
  const stretches: TextRange[] = []
  for (const { from, to } of ranges) {
    const last = stretches.at(-1)
    if (last !== undefined && text.slice(last.to, from) === '\n') stretches.splice(-1, 1, { from: last.from, to })
    else stretches.push({ from, to })
  }
  return stretches
}

/** The quotation with its surroundings is a draft of its own, of which one claim is carried over. */
function carried(text: string, { exact, prefix = '', suffix = '' }: Quote): Whereabouts {
  const anchor = { id: 'quoted', start: prefix.length, end: prefix.length + exact.length }
  const [answer] = carry(prefix + exact + suffix, text, [anchor])
  const place = answer === undefined ? null : placeIn(answer)
  if (answer === undefined || place === null) return { kind: 'not-found', why: 'not-in-text' }
  const at = { from: place.start, to: place.end }
  if (answer.kind !== 'unsure') {
    if (!place.changed) return { kind: 'placed', at }
    // A quotation may end before its sentence does. Where the engine looks, the very words stand, and nowhere else.
    const found = findQuote(text, { exact })
    if (found.kind === 'once' && found.at.from >= at.from && found.at.to <= at.to)
      return { kind: 'placed', at: found.at }
  }
  return { kind: 'unsure', guess: at, why: 'similar-words' }
}

function rangeAt(text: string, points: CodePoints, { start, end }: { start: number; end: number }): TextRange | null {
  const [from, to] = [points.offsetOf(start), points.offsetOf(end)]
  if (from === null || to === null || to <= from || text.slice(from, to).trim() === '') return null
  return { from: clearOfPairs(text, from), to: clearOfPairs(text, to) }
}
