/**
 * A first guess at the kind of the words just selected. A guess only: Enter keeps it, an arrow or a letter changes it. Rule KD1.
 * English cues; other languages fall through to the cues that are not words (quotation marks, %, figures).
 */
import type { ClaimKind } from './kind.ts'

const figure =
  /\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|several|many)\b/iu
const harmed =
  /\b(?:dead|died|dies|deaths?|killed|killings?|perished|injured|wounded|casualt(?:y|ies)|toll|victims?|missing|drowned|slain|lost their lives)\b/iu
export const accused =
  /\b(?:alleg\w*|accus\w*|claim(?:ed|s) that|charged with|suspected|corrupt\w*|extort\w*|brib\w*|conspir\w*|crimes?|criminals?|illegal\w*|embezzl\w*|fraud\w*|abandoned)\b/iu
export const quoted = /["“”«»„]/u
export const measured = /%|\bper ?cent\b|\p{Sc}\s?\p{Nd}|\b(?:million|billion|percentage|average|rate|ratio)\b/iu
export const compared =
  /\b(?:largest|biggest|smallest|first|last(?! (?:week|month|year|night|spring|summer|autumn|winter))|only|never|always|most|least|best|worst|highest|lowest|unprecedented|record|supreme|more than any|(?:old|young|new|long|tall|deep|wide|strong|weak|rich|poor|fast|slow|great|few|short|loud|deadli|heavi|busi|costli|safe|bloodi)(?:e?st)|\w+est of)\b/iu
export const dated =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \p{Nd}|june|july|august|september|october|november|december|yesterday|today|tomorrow|last (?:week|month|year)|(?:early|late|mid)[- ]?\p{Nd}{4}s?|1[5-9]\p{Nd}\p{Nd}s?|20\p{Nd}\p{Nd}s?)\b/iu
const titled =
  /^(?:(?:mr|mrs|ms|dr|sir|prof|governor|mayor|president|minister|general|senator)\.?\s)?(?:\p{Lu}[\p{L}’'-]+\s){1,4}\p{Lu}[\p{L}’'-]+[.,]?$/iu
const namelike = /^(?:\p{Lu}[\p{L}’'.-]*[ ,]*){2,6}$/u

/** The kinds in the order in which their cues win: what harms people most comes first. */
export function guessKind(words: string): ClaimKind {
  const text = words.trim()
  if (figure.test(text) && harmed.test(text)) return 'casualty'
  if (accused.test(text)) return 'allegation'
  if (quoted.test(text)) return 'quote'
  if (measured.test(text)) return 'statistic'
  if (compared.test(text)) return 'superlative'
  if (dated.test(text)) return 'date'
  if (namelike.test(text) && titled.test(text)) return 'name'
  return /\p{Nd}/u.test(text) ? 'statistic' : 'other'
}

export const holdsFigure = (words: string): boolean => figure.test(words)
export const holdsDate = (words: string): boolean => dated.test(words)
