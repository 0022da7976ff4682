/**
 * Tokens gathered into sentences, so that what belongs together is compared together. A line end closes a sentence; so does an end
 * mark before white space. A cut too many does no harm: neighbours are joined again where the other text has them as one.
 */
import { mark, type Tokens, type Vocabulary, word } from './tokens.ts'

/** Tokens `from` up to, not including, `to`. Sentences follow one another without gaps. */
export interface Sentence {
  readonly from: number
  readonly to: number
  /** Equal ids: the same words in the same order. */
  readonly id: number
}

const endMarks = new Set(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
const wideEndMarks = new Set(['。', '！', '？'])
const closers = new Set(['"', "'", '”', '’', ')', ']', '»', '」', '』', '）'])
const shortened = new Set(['dr', 'mr', 'mrs', 'ms', 'st', 'vs', 'no', 'prof', 'gen', 'sen', 'rep', 'gov', 'inc', 'fig'])

/** Sentence ids of texts that are compared with one another. */
export class SentenceIds {
  readonly #ids = new Map<string, number>()

  idOf(tokens: Tokens, from: number, to: number): number {
    const key = tokens.ids.subarray(from, to).join(' ')
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.#ids.size)
    return this.#ids.size - 1
  }
}

export function sentencesOf(tokens: Tokens, vocabulary: Vocabulary, ids: SentenceIds): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (let next = 1; next <= tokens.length; next += 1) {
    if (next < tokens.length && !closes(tokens, vocabulary, next)) continue
    sentences.push({ from, to: next, id: ids.idOf(tokens, from, next) })
    from = next
  }
  return sentences
}

/** Whether a sentence ends before token `next`. */
function closes(tokens: Tokens, vocabulary: Vocabulary, next: number): boolean {
  const between = tokens.text.slice(tokens.ends[next - 1], tokens.starts[next])
  if (between.includes('\n')) return true
  let last = next - 1
  while (last > 0 && closers.has(textAt(tokens, last))) last -= 1
  const end = textAt(tokens, last)
  if (!endMarks.has(end)) return false
  if (wideEndMarks.has(end)) return !closers.has(textAt(tokens, next))
  if (between === '') return false
  return end !== '.' || !isShortened(tokens, vocabulary, last - 1)
}

/** “U.S.”, “J. Smith”, “Dr. Kristen”: a full stop that ends no sentence. */
function isShortened(tokens: Tokens, vocabulary: Vocabulary, at: number): boolean {
  if (tokens.kinds[at] !== word || tokens.ends[at] !== tokens.starts[at + 1]) return false
  const said = vocabulary.words[tokens.ids[at] ?? -1] ?? ''
  return said.length === 1 || shortened.has(said)
}

export const isEndMark = (tokens: Tokens, at: number): boolean => endMarks.has(textAt(tokens, at))

const textAt = (tokens: Tokens, at: number): string =>
  tokens.kinds[at] === mark ? tokens.text.slice(tokens.starts[at], tokens.ends[at]) : ''
