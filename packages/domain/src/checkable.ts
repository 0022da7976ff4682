/**
 * What in a sentence can be checked at all, by its looks: a figure, a quotation, a date, a name, a superlative. Nobody is relieved of
 * reading by it: it only says which untouched sentences to look at first. Rule SN5. How far it goes by language:
 * - Figures in any digits, number words in English; quotation marks of any kind; months and weekdays by name in the article's language.
 * - Names by their capitals inside a sentence, so in no script without capitals; in German, where every noun has one, two in a row.
 * - Superlatives in English only.
 */
import { compared, dated, quoted } from './kind-guess.ts'

export const cues = ['figure', 'quotation', 'date', 'name', 'superlative'] as const
export type Cue = (typeof cues)[number]

const figure =
  /\p{Nd}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|thirds?|quarters?)\b/iu
const singleQuoted = /‘[^‘’]+’(?!\p{L})/u
/** Two capitals in a row at the beginning, or one further on; letters that stand for a name anywhere. */
const twoCapitals = /\p{Lu}[\p{Ll}\p{M}’'-]+ (?:(?:al|bin|de|del|der|di|van|von|ul|ur)[ -])?\p{Lu}[\p{Ll}\p{M}’'-]+/u
const innerCapital = /[\p{L}\p{N},;)’”"'] (?:[(]?)(?!I\b)\p{Lu}[\p{Ll}\p{M}]/u
const letters = /(?:^|[^\p{L}])\p{Lu}{2,}(?![\p{Ll}])|(?:\p{Lu}\.){2,}/u

const germanStart =
  /^\P{L}*(?:der|die|das|des|dem|den|ein|eine|einer|eines|im|am|in|an|auf|aus|bei|mit|nach|vor|zu|zum|zur|für|von|vom|kein|keine|diese|dieser|dieses|alle|viele|als|wenn|und|aber|doch)\s/iu

/** SN5. In the order of `cues`. */
export function cuesIn(words: string, language: string): Cue[] {
  const code = language.toLowerCase().split('-')[0] ?? ''
  const has: Record<Cue, boolean> = {
    figure: figure.test(words),
    quotation: quoted.test(words) || singleQuoted.test(words),
    date: dated.test(words) || namesADay(words, language),
    name:
      letters.test(words) || (code === 'de' ? inGerman(words) : twoCapitals.test(words) || innerCapital.test(words)),
    superlative: compared.test(words),
  }
  return cues.filter((cue) => has[cue])
}

const inGerman = (words: string): boolean => twoCapitals.test(words.replace(germanStart, ''))

const dayNames = new Map<string, RegExp | null>()

/** Whether a month or a weekday is named, in a language other than English. */
export function namesADay(words: string, language: string): boolean {
  const code = language.toLowerCase().split('-')[0] ?? ''
  if (code === 'en' || code === '') return false
  if (!dayNames.has(code)) dayNames.set(code, dayNamesIn(code))
  return dayNames.get(code)?.test(words) ?? false
}

/** Names of months and weekdays as the language writes them, as whole words; null for a language that nothing is known of. */
function dayNamesIn(code: string): RegExp | null {
  if (!/^[a-z]{2,3}$/.test(code) || Intl.DateTimeFormat.supportedLocalesOf([code]).length === 0) return null
  const name = (options: Intl.DateTimeFormatOptions, day: Date) =>
    new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' }).format(day)
  const months = Array.from({ length: 12 }, (_, month) => name({ month: 'long' }, new Date(Date.UTC(2024, month, 15))))
  const days = Array.from({ length: 7 }, (_, day) => name({ weekday: 'long' }, new Date(Date.UTC(2024, 0, 1 + day))))
  const spelled = [...months, ...days].filter((one) => /^\p{L}[\p{L}\p{M}\s-]*$/u.test(one))
  const whole = spelled.map((one) => one.replaceAll(/[-\s]/g, String.raw`[-\s]`)).join('|')
  return spelled.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{M}])(?:${whole})(?![\\p{L}\\p{M}])`, 'iu')
}
