/**
 * A text as a row of words, numbers and single marks, white space left out. Every token knows where it stands in UTF-16 code units
 * and never begins or ends inside a surrogate pair. Tokens of one vocabulary have the same id when a reader takes them for the
 * same word: capitals, curly quotes and the length of a dash make no difference here, though they do to whether a claim changed.
 */

export const mark = 0
export const word = 1
export const number = 2

export interface Tokens {
  readonly text: string
  readonly length: number
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** `mark`, `word` or `number` for each token. */
  readonly kinds: Uint8Array
}

/** Ids for words, shared by the texts that are compared. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly words: string[] = []

  idOf(piece: string): number {
    const folded = fold(piece)
    const known = this.#ids.get(folded)
    if (known !== undefined) return known
    this.#ids.set(folded, this.words.length)
    return this.words.push(folded) - 1
  }
}

/** A number with its separators (1,495 · 3.5), a word with its apostrophes and joiners, or one mark; 18F is a number and a word. */
const piece = /\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{M}\u200C\u200D]+(?:['’][\p{L}\p{M}\u200C\u200D]+)*|\S/gu
const startsWithDigit = /^\p{N}/u
const startsWithLetter = /^[\p{L}\p{M}\u200C\u200D]/u

/** Scripts that write no spaces between words; their stretches are cut by dictionary. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

let dictionary: Intl.Segmenter | undefined

export function tokensOf(text: string, vocabulary: Vocabulary): Tokens {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const kinds: number[] = []
  const add = (from: number, found: string) => {
    ids.push(vocabulary.idOf(found))
    starts.push(from)
    ends.push(from + found.length)
    kinds.push(startsWithDigit.test(found) ? number : startsWithLetter.test(found) ? word : mark)
  }
  const mayBeUnspaced = unspaced.test(text)
  for (const match of text.matchAll(piece)) {
    const found = match[0]
    if (mayBeUnspaced && found.length > 1 && unspaced.test(found)) {
      dictionary ??= new Intl.Segmenter('zh', { granularity: 'word' })
      for (const { segment, index } of dictionary.segment(found)) add(match.index + index, segment)
    } else add(match.index, found)
  }
  return {
    text,
    length: ids.length,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    kinds: Uint8Array.from(kinds),
  }
}

const plain = /^[a-z0-9]*$/

function fold(piece: string): string {
  if (plain.test(piece)) return piece
  return piece
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”«»„]/g, '"')
    .replaceAll(/[‐‑‒–—]/g, '-')
}

const hyphen = /^[-‐‑]$/
const dash = /^[-‐‑–—]$/

/** Whether a mark makes one word of those beside it: second-largest, 500–3000. */
export function joins(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== mark) return false
  const found = tokens.text.slice(tokens.starts[at], tokens.ends[at])
  return hyphen.test(found) || (dash.test(found) && tokens.kinds[at - 1] === number && tokens.kinds[at + 1] === number)
}

/** Index of the first token that ends after an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens.ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
