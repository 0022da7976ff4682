/**
 * Repairing claims by hand: putting a detached one on other words, merging two that are one, splitting one that is two.
 * Nothing is taken back in silence: numbers are never used again, verdicts stay with the words they were given on. Rules RP1–RP3.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'

/** RP1. Only a claim whose words are gone is put on others; one that stands is moved by nobody. */
export function relink(claim: Claim, actor: Actor): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  return claim.attached ? refuse('still-stands') : ok(null)
}

/** RP2. What was found and said of `claim` goes on with `into`, which has to stand in the text for that. */
export function merge(claim: Claim, actor: Actor, into: Claim): Result<{ into: string }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.id === into.id || claim.withdrawn || into.withdrawn) return refuse('not-mergeable-claims')
  return into.attached ? ok({ into: into.id }) : refuse('detached')
}

/** The two parts of a claim's words, in UTF-16 code units; what lies between them belongs to neither. */
export interface Parts {
  readonly first: { readonly from: number; readonly to: number }
  readonly second: { readonly from: number; readonly to: number }
}

/** RP3. The claim keeps its first part; `second`, with which its words end, becomes a claim of its own. */
export function split(claim: Claim, actor: Actor, second: string): Result<Parts> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  if (!claim.attached) return refuse('detached')
  // What was on screen is not how the words end now.
  if (second !== '' && !claim.words.endsWith(second)) return refuse('words-changed')
  const parts = partsOf(claim.words, claim.words.length - second.length)
  return parts === null ? refuse('not-divisible') : ok(parts)
}

/** The parts on both sides of an offset, without the space between; null where a side has no words or a character is torn. */
export function partsOf(words: string, at: number): Parts | null {
  if (at <= 0 || at >= words.length || !beginsCharacter(words, at)) return null
  const [before, after] = [words.slice(0, at), words.slice(at)]
  if (!hasWords(before) || !hasWords(after)) return null
  return {
    first: { from: 0, to: before.trimEnd().length },
    second: { from: words.length - after.trimStart().length, to: words.length },
  }
}

/** Where words can be split for a person to choose from: before each word but the first. */
export function partings(words: string, language: string): number[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(words)]
  return segments
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index }) => openingBefore(words, index))
    .filter((at) => partsOf(words, at) !== null)
}

/** An opening mark goes with the word after it. */
function openingBefore(words: string, at: number): number {
  const opening = /[\p{Ps}\p{Pi}"'$€£]+$/u.exec(words.slice(0, at))
  const from = at - (opening?.[0].length ?? 0)
  return from === 0 || /\s$/u.test(words.slice(0, from)) ? from : at
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function beginsCharacter(words: string, at: number): boolean {
  const character = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words).containing(at)
  return character?.index === at
}
