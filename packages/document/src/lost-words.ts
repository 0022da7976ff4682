/**
 * Words that a claim has lost, and where they may stand now. `surePlace` is what the server acts on by itself and answers only when
 * no other place can be meant; `likelyPlace` is a guess that a person is offered. Rules AN19, RP1.
 */
import { placeIn } from './carry/carried.ts'
import { carry } from './carry/carry.ts'
import { clearOfPairs } from './placement.ts'
import { findQuote } from './quote.ts'
import type { TextRange } from './text.ts'

export interface LostWords {
  readonly words: string
  /** The characters that stood around them; empty where that is not known. */
  readonly before: string
  readonly after: string
}

/**
 * What is found again by itself must not be there by chance. Words between the very characters that stood around them on both sides
 * are the same ones, however few. With one side alike a figure or a name is not enough, a clause is. With neither, as when a
 * sentence was cut and pasted elsewhere, only a passage that nobody writes twice: six words, forty characters.
 */
const alikeCharacters = 8
const oneSide = { words: 3, characters: 16 }
const noSide = { words: 6, characters: 40 }

/** AN19. The one place in the text where the words stand exactly, with enough to tell that they are the same; else null. */
export function surePlace(text: string, lost: LostWords): TextRange | null {
  const found = findQuote(text, { exact: lost.words })
  if (found.kind !== 'once') return null
  const sides = sidesAlike(text, found.at, lost)
  if (sides === 2) return hasLetters(lost.words) ? found.at : null
  const least = sides === 1 ? oneSide : noSide
  const isEnough = lost.words.length >= least.characters && wordCount(lost.words) >= least.words
  return isEnough ? found.at : null
}

/** On how many sides of a place the text reads as it did around the lost words. */
export function sidesAlike(text: string, at: TextRange, { before, after }: LostWords): number {
  const head = plain(before).slice(-alikeCharacters)
  const tail = plain(after).slice(0, alikeCharacters)
  const near = 4 * alikeCharacters
  const beforeNow = plain(text.slice(Math.max(0, at.from - near), at.from))
  const afterNow = plain(text.slice(at.to, at.to + near))
  const isAlike = (side: string, alike: boolean) => side.length >= alikeCharacters && alike
  return Number(isAlike(head, beforeNow.endsWith(head))) + Number(isAlike(tail, afterNow.startsWith(tail)))
}

/** RP1. Where the words most likely stand, as they were or reworded; null when nothing of them is left. Never acted upon unasked. */
export function likelyPlace(text: string, lost: LostWords): TextRange | null {
  const { words: exact, before: prefix, after: suffix } = lost
  for (const quote of [{ exact, prefix, suffix }, { exact, prefix }, { exact, suffix }, { exact }]) {
    const found = findQuote(text, quote)
    if (found.kind === 'once') return found.at
  }
  const [carried] = carry(`${prefix}${exact}${suffix}`, text, [
    { id: 'lost', start: prefix.length, end: prefix.length + exact.length },
  ])
  const place = carried === undefined ? null : placeIn(carried)
  if (place === null || place.end <= place.start) return null
  // The end of the sentence before is none of its words.
  const [ending = ''] = /^[\s.,;:!?…]*/u.exec(text.slice(place.start, place.end)) ?? []
  const from = clearOfPairs(text, place.start + ending.length)
  return hasLetters(text.slice(from, place.end)) ? { from, to: place.end } : null
}

/** How wide a space is and where lines break makes no difference. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0
const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
