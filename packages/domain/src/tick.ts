/**
 * Ticking a sentence: the word of a checker that there is nothing to check in it, with a reason. A tick is bound to the exact words and
 * to as many places as they stood in; a claim weighs more. Rules NC1–NC6. “Sentence” means as `document/sentence.ts` cuts them.
 */
import { type Actor, mayDecide } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

export const tickReasons = ['no-fact', 'common-knowledge', 'opinion', 'scene-setting', 'other'] as const
export type TickReason = (typeof tickReasons)[number]

/** What `t` says until another reason was chosen. */
export const usualReason: TickReason = 'no-fact'

export interface Tick {
  readonly words: string
  /** In how many places the words stood as a sentence. */
  readonly places: number
}

export const sentenceStandings = ['claimed', 'ticked', 'untouched'] as const
export type SentenceStanding = (typeof sentenceStandings)[number]

export interface SentenceInText {
  readonly words: string
  /** Whether a claim that was not withdrawn stands on any of it. */
  readonly claimed: boolean
}

/** NC2–NC4. What each sentence counts as, in step with `sentences`, which are all of the article. */
export function standingsOf(
  sentences: readonly SentenceInText[],
  ticks: ReadonlyMap<string, Pick<Tick, 'places'>>,
): SentenceStanding[] {
  const places = placesOf(sentences)
  return sentences.map(({ words, claimed }) => {
    if (claimed) return 'claimed'
    return (places.get(words) ?? 0) <= (ticks.get(words)?.places ?? 0) ? 'ticked' : 'untouched'
  })
}

/** In how many places each sentence's words stand. */
export function placesOf(sentences: readonly Pick<SentenceInText, 'words'>[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { words } of sentences) places.set(words, (places.get(words) ?? 0) + 1)
  return places
}

export interface Ticked {
  readonly sentences: readonly Tick[]
  /** Of those asked for: what no longer stands so, or holds a claim in every place. */
  readonly missed: readonly string[]
}

/** NC1. Whether this person may tick at all, for this reason. */
export function mayTick(actor: Actor, reason: TickReason, why: string): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-tick')
  return reason === 'other' && why.trim() === '' ? refuse('why-needed') : ok(null)
}

/** NC5. Ticks what stands; refuses when none of it does. `sentences` are all of the article as it reads now. */
export function tickSentences(
  actor: Actor,
  asked: { readonly words: readonly string[]; readonly reason: TickReason; readonly why: string },
  sentences: readonly SentenceInText[],
): Result<Ticked> {
  const may = mayTick(actor, asked.reason, asked.why)
  if (!may.ok) return may
  const places = placesOf(sentences)
  const free = new Set(sentences.flatMap(({ words, claimed }) => (claimed ? [] : [words])))
  const words = [...new Set(asked.words)]
  const ticked = words.filter((one) => free.has(one)).map((one) => ({ words: one, places: places.get(one) ?? 1 }))
  if (ticked.length > 0) return ok({ sentences: ticked, missed: words.filter((one) => !free.has(one)) })
  return refuse(words.some((one) => places.has(one)) ? 'sentence-claimed' : 'words-changed')
}

/** NC1, NC6. */
export const untick = (actor: Actor): Result<null> => (mayDecide(actor) ? ok(null) : refuse('may-not-tick'))
