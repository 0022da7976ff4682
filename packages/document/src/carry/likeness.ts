/**
 * How much two sentences have in common: the weight of the words they share. A word weighs less the more often the two texts use
 * it; numbers weigh little, since it is them that a new draft replaces; single marks hardly count.
 */
import type { Sentence } from './sentences.ts'
import { mark, number, type Tokens } from './tokens.ts'

export type Weights = Float64Array

const markWeight = 0.05
const numberWeight = 0.5

/** Weight of each word id. */
export function weightsOf(a: Tokens, b: Tokens, words: number): Weights {
  const counts = new Int32Array(words)
  const weights = new Float64Array(words)
  for (const { ids } of [a, b]) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  for (const { ids, kinds } of [a, b]) {
    for (const [at, id] of ids.entries()) {
      const kind = kinds[at] ?? mark
      const full = kind === mark ? markWeight : kind === number ? numberWeight : 1
      // A word that stands once in either text has its full weight.
      weights[id] = full / (1 + Math.log(Math.max(1, (counts[id] ?? 0) / 2)))
    }
  }
  return weights
}

export function weightOf(tokens: Tokens, weights: Weights, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) sum += weights[tokens.ids[at] ?? -1] ?? 0
  return sum
}

/** In more sentences than this a word says nothing about which one is meant, and counting it would take most of the time. */
const tooCommon = 400

/** The sentences of one text, findable by their words. */
export class SentenceIndex {
  readonly #weights: Weights
  readonly #places = new Map<number, { sentence: number; times: number }[]>()
  readonly #shared: Float64Array

  constructor(tokens: Tokens, sentences: readonly Sentence[], weights: Weights) {
    this.#weights = weights
    this.#shared = new Float64Array(sentences.length)
    for (const [sentence, { from, to }] of sentences.entries()) {
      for (const [id, times] of countsOf(tokens, from, to)) {
        const places = this.#places.get(id)
        if (places === undefined) this.#places.set(id, [{ sentence, times }])
        else places.push({ sentence, times })
      }
    }
  }

  /** Weight of the words that tokens `from` to `to` of another text share with each sentence. The array is used again. */
  shared(other: Tokens, from: number, to: number): Float64Array {
    this.#shared.fill(0)
    for (const [id, times] of countsOf(other, from, to)) {
      const places = this.#places.get(id)
      if (places === undefined || places.length > tooCommon) continue
      const weight = this.#weights[id] ?? 0
      for (const place of places) {
        this.#shared[place.sentence] = (this.#shared[place.sentence] ?? 0) + weight * Math.min(times, place.times)
      }
    }
    return this.#shared
  }
}

export function countsOf(tokens: Tokens, from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const id = tokens.ids[at] ?? -1
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
