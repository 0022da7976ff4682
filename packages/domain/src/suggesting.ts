/**
 * What in a statement makes it worth suggesting as a claim: harm, accusations, figures, superlatives, dates, voices without a name.
 * Stricter than the guess at a kind, which is asked about words that somebody has chosen. Rule SU2.
 */
import { accused, compared, dated, measured } from './kind-guess.ts'

const monthOrDay =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)'
const times = new RegExp(
  String.raw`(?<!\p{L})(?:` +
    [
      String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?${monthOrDay},? (?:of )?\p{Nd}{1,4}(?:st|nd|rd|th)?(?:,? \p{Nd}{4})?`,
      String.raw`\p{Nd}{1,2}(?:st|nd|rd|th)? (?:of )?${monthOrDay}(?:,? \p{Nd}{4})?`,
      String.raw`\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}`,
      String.raw`(?:in |since |by |until |before |after |early |late |mid-?|the )*(?:1[5-9]|20)\p{Nd}{2}(?:s|[-–/]\p{Nd}{2,4})?(?![\p{Nd}%]|[.,]\p{Nd})`,
      String.raw`\p{Nd}{1,2}[:.]\p{Nd}{2}(?: ?[ap]\.?m\.?)?`,
      String.raw`\p{Nd}{1,2} ?[ap]\.?m\b\.?`,
    ].join('|') +
    String.raw`)`,
  'giu',
)

/** The words without years, dates and hours: what figures are left are no dates. Nothing but a date leaves nothing. */
export function withoutDates(words: string): string {
  const rest = words.replaceAll(times, ' ')
  return /[\p{L}\p{N}]/u.test(rest.replaceAll(new RegExp(monthOrDay, 'giu'), ' ')) ? rest : ''
}

const numeral = /(?<![\p{L}\p{Nd}]|\p{L}-)\p{Nd}/u
/** “Nine Zero” is a name, so small letters only; “two”, “both” and “half” say little without what follows them. */
const numberWord =
  /(?<![\p{L}-])(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?|a third|two[- ]thirds|three[- ]quarters|half (?:a|of|the)|doubled|tripled|quadrupled|halved|twice|two (?!of (?:us|them)|or )\p{Ll}+s)(?!\p{L})/u
const spelledFirst =
  /^(?:[“"‘'(]*)(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|Hundreds|Thousands|Millions|Half|Nearly half|More than half)\s\p{Ll}/u

export const figureIn = (words: string): boolean =>
  numeral.test(words) || numberWord.test(words) || spelledFirst.test(words)

const harm =
  /\b(?:dead|died|dies|deaths?|killed|killings?|perished|injured|injuries|wounded|casualt(?:y|ies)|toll|victims?|missing|drowned|slain|massacred?|lost their (?:lives|homes)|displaced|homeless)\b/iu
export const isHarm = (words: string): boolean => harm.test(words)

const alsoAccused =
  /\b(?:land[- ]?grabb\w*|murder(?:ed|er|ers|s)?|assassinat\w*|tortur\w*|kidnap\w*|abduct\w*|money[- ]launder\w*|launder(?:ed|ing)|smuggl\w*|rigg(?:ed|ing)|stole|stolen|theft|looted|bribes?|kickbacks?|cover(?:ed)?[- ]up|falsif\w*|forged|misled|lied|perjur\w*|negligen\w*|blackmail\w*|raped?|assault(?:ed|s)?|harass\w*|ethnic killings)\b/iu
/** The name of a body or a paper is no accusation: “Crimes Tribunal”. */
export const isAccusing = (words: string): boolean => accused.test(words) || alsoAccused.test(words)

/** Said of something that can be counted, or of how somebody voted. */
const moved =
  /\b(?:rose|risen|fell sharply|fallen|grew by|grown by|increased|decreased|declined|dropped|soared|plunged|plummeted|shrank|outnumber(?:ed|s)?|tripled|voted (?:for|against|to)|unemployment|inflation|deficit)\b/iu
export const isMeasured = (words: string): boolean => measured.test(words) || moved.test(words)

/** “first”, “only”, “last”, “most” and “always” mean a comparison less often than not. */
const weak =
  /\b(?:at (?:first|last|best|worst|least|most)|first (?:of all|time|name|lady|minister|place|aid)|(?:for|of) the (?:first|last) time|(?:last|first) (?:included|few|couple|two|three|four|five|ten|word|words|straw|name|minute|thing)|for the worst|at the lowest level|most of|most likely|not only|if only|only (?:when|if|after|by|because|just|made|to)|the only (?:thing|way)|record(?:ed|ing|s)?|on record|off the record|always|never|best (?:known|man|friend|wishes)|only)\b/giu
const strongest =
  /\b(?:the only|the first|first ever|first (?:woman|man|person|country|city|party)|record (?:high|low|number|profit|year)s?|breaking records?|never before)\b/iu
export function isStrongest(words: string): boolean {
  const rest = words.replaceAll(weak, ' ')
  return strongest.test(rest) || compared.test(rest)
}

export const isDated = (words: string): boolean => dated.test(words) || times.test(resetTimes(words))

function resetTimes(words: string): string {
  times.lastIndex = 0
  return words
}

const people =
  'officials?|insiders?|sources?|analysts?|observers?|experts?|critics|supporters|opponents|witnesses|residents|locals|neighbou?rs|workers?|members?|activists?|leaders|officers?|investigators?|diplomats?|colleagues|survivors|relatives|people|many|some|others|several'
const speech =
  'says?|said|claims?|claimed|believes?|believed|thinks?|thought|fears?|feared|points? out|pointed out|told|insists?|insisted|explains?|explained|concludes?|concluded|warns?|warned|allege|suspect|suggests?|maintain|deny|denied|are worried|were worried|agree'
const voice = new RegExp(
  String.raw`\b(?:${people})\b(?:[\s,]+(?!that\b)[\p{L}’'-]+){0,6}?[\s,]+(?:${speech})\b|\b(?:it is|it’s|it's|was|were|is|are) (?:widely )?(?:said|believed|understood|rumou?red|thought|reported|feared) (?:to|that)\b|\b(?:reportedly|rumou?rs?|an open secret|sources? close to|on condition of anonymity|asked not to be named)\b`,
  'iu',
)
/** Somebody says it, and nobody is named. */
export const isVoice = (words: string): boolean => voice.test(words)
