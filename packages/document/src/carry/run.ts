/** A stretch of words of the old draft on its way to the new one, and small questions about it. */
import type { Correspondence } from './correspondence.ts'
import { mark } from './tokens.ts'

/** Tokens `from` to `to`, both included. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface Landing extends Run {
  /** Somebody should look. */
  readonly doubtful: boolean
  /** The sentence stands elsewhere among the others now. */
  readonly moved: boolean
}

/** Whether a token is paired with an equal one. */
export const stayed = ({ a, b, partners }: Correspondence, at: number): boolean => {
  const partner = partners[at] ?? -1
  return partner >= 0 && a.tokens.ids[at] === b.tokens.ids[partner]
}

export function marksOnly(kinds: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (kinds[at] !== mark) return false
  return true
}

/** The sentence a token of the old draft is in. */
export function sentenceOf({ a }: Correspondence, token: number): number {
  let low = 0
  let high = a.sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((a.sentences[middle]?.to ?? 0) <= token) low = middle + 1
    else high = middle
  }
  return low
}
