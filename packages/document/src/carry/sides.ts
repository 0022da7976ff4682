/** The two drafts taken apart, with the same ids for the same words, ready to be compared sentence by sentence. */
import { SentenceIndex, weightOf, weightsOf, type Weights } from './likeness.ts'
import { SentenceIds, type Sentence, sentencesOf } from './sentences.ts'
import { tokensOf, type Tokens, Vocabulary } from './tokens.ts'

export interface Side {
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  /** Weight of each sentence: about the number of its telling words. */
  readonly sums: Float64Array
}

/** `a` is the old draft, `b` the new one. */
export interface Sides {
  readonly a: Side
  readonly b: Side
  readonly weights: Weights
  /** The sentences of b, by their words. */
  readonly index: SentenceIndex
}

export function takeApart(textA: string, textB: string): Sides {
  const vocabulary = new Vocabulary()
  const ids = new SentenceIds()
  const [tokensA, tokensB] = [tokensOf(textA, vocabulary), tokensOf(textB, vocabulary)]
  const weights = weightsOf(tokensA, tokensB, vocabulary.words.length)
  const side = (tokens: Tokens): Side => {
    const sentences = sentencesOf(tokens, vocabulary, ids)
    const sums = Float64Array.from(sentences, ({ from, to }) => weightOf(tokens, weights, from, to))
    return { tokens, sentences, sums }
  }
  const [a, b] = [side(tokensA), side(tokensB)]
  return { a, b, weights, index: new SentenceIndex(tokensB, b.sentences, weights) }
}

/** How much sentence i of a is like each sentence of b: 0 nothing in common, 1 the same words. */
export function likenessTo({ a, b, index }: Sides, i: number): (j: number) => number {
  const sentence = a.sentences[i]
  if (sentence === undefined) return () => 0
  const shared = index.shared(a.tokens, sentence.from, sentence.to)
  const sum = a.sums[i] ?? 0
  return (j) => (2 * (shared[j] ?? 0)) / (sum + (b.sums[j] ?? 0))
}

/**
 * Below this, two sentences in the same place are two sentences and not one that was reworded. On the dev half of the revisions
 * anything from 0.25 to 0.35 does equally well; lower would pair what was deleted with what was written instead.
 */
export const alike = 0.28

/** From here on a reworded sentence in its place needs no second look; between the two a person is asked. */
export const clearlyAlike = 0.4
