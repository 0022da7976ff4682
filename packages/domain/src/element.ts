/**
 * Elements: the parts of a claim's words that are looked up one by one, and what was found of each. Like a verdict, a finding is bound to the
 * exact words read and says so when they have changed. Rules EL1–EL3.
 */
import { type Actor, mayDecide } from './actor.ts'
import type { Claim } from './claim.ts'
import { holdsDate, holdsFigure } from './kind-guess.ts'
import { ok, refuse, type Result } from './result.ts'
import { undecidable } from './verdict.ts'

export const elements = ['figure', 'name', 'title', 'date', 'place'] as const
export type Element = (typeof elements)[number]

export const elementFindings = ['right', 'wrong', 'unsure', 'not-applicable'] as const
export type ElementFinding = (typeof elementFindings)[number]

/** What was found of one element. */
export interface CheckedElement {
  readonly finding: ElementFinding
  readonly words: string
}

export type CheckedElements = Partial<Record<Element, CheckedElement>>

/** EL2. What follows when `actor` says what they found of one element, having read `words`; null takes the finding back. */
export function checkElement(
  claim: Claim & { readonly elements: CheckedElements },
  actor: Actor,
  { element, finding, words }: { element: Element; finding: ElementFinding | null; words: string },
): Result<{ element: Element; finding: ElementFinding | null; words: string }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  if (claim.words !== words) return refuse('words-changed')
  const before = claim.elements[element]
  const isSame = before === undefined ? finding === null : before.finding === finding && before.words === words
  return isSame ? refuse('nothing-changed') : ok({ element, finding, words })
}

const title =
  /\b(?:mr|mrs|ms|dr|sir|lord|lady|prof|rev|capt|sgt|gen|sen|president|minister|mayor|governor|general|captain|colonel|chief|professor|director|chair(?:man|woman)?|judge|inspector|commissioner|secretary|spokes(?:man|woman|person)|king|queen|prince(?:ss)?|bishop|manager|head of)\b/iu
/** Two names in a row, or one in the middle of a sentence. */
const name = /\p{Lu}[\p{L}’'-]+\s\p{Lu}[\p{L}’'-]+|(?<=\p{L}[,;:]?\s)\p{Lu}\p{Ll}+/u
const place = /\b(?:in|at|near|off|outside|across|around|from|towards?|of)\s(?:the\s)?\p{Lu}\p{Ll}+/u
/** Of the names of days and months the date speaks, not a person. */
const calendar =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/gu

/** EL1. The elements that the words seem to hold. A proposal only; a checker says what was there to be checked. */
export function elementsIn(words: string): Element[] {
  const undated = words.replaceAll(calendar, '…')
  const holds: Record<Element, boolean> = {
    figure: holdsFigure(undated),
    name: name.test(undated),
    title: title.test(words),
    date: holdsDate(words),
    place: place.test(undated),
  }
  return elements.filter((element) => holds[element])
}
