/**
 * Dates that an article tells by its own date: “last week”, “late Wednesday night”, “next March”. What they mean follows from the
 * publication date alone, counted in calendar days: no clock and no zone has a part in it. Rules RD1, RD2; how each is read, and
 * what is not read at all:
 * - A weekday is the most recent one before publication; after “next”, “this”, “by”, or where the words speak of the future, the first
 *   one after it. Months and days without a year likewise. The tense outside of the claim's words is not looked at.
 * - Weeks are whole, Monday to Sunday; months and years are whole; “the past week” and “the last three days” end with publication.
 * - “Three days later”, “the next day” count from something told before, hours from a moment nobody knows: they are left alone.
 * - English is read with all this; other languages as far as chrono knows them (those below). In any other nothing is found.
 */
import * as chrono from 'chrono-node'
import { type Days, daysFrom, isoDate, monthOf, nextWeekday, previousWeekday, weekOf, yearOf } from './calendar-day.ts'

export interface RelativeDate {
  readonly phrase: string
  /** First and last day, YYYY-MM-DD; null while the article has no publication date. */
  readonly from: string | null
  readonly to: string | null
}

type Reader = (text: string, reference: chrono.ParsingReference) => chrono.ParsedResult[]

const reader =
  (language: { casual: { parse: Reader } }): Reader =>
  (text, reference) =>
    language.casual.parse(text, reference)

const { ar, de, en, es, fi, fr, id, it, ja, nl, pt, ru, sv, uk, vi, zh } = chrono
const readers: Readonly<Record<string, Reader>> = Object.fromEntries(
  Object.entries({ ar, de, en, es, fi, fr, id, it, ja, nl, pt, ru, sv, uk, vi, zh }).map(([code, language]) => [
    code,
    reader(language),
  ]),
)

const last =
  /\b(?:last|past|previous)\b|derni|passé|pasad|passad|letzt|vorig|ultim|scors|прошл|минул|viime|förra|trước|الماضي|lalu|先|上/iu
const next =
  /\b(?:next|this|coming|by)\b|prochain|próxim|nächst|kommend|volgend|prossim|следующ|будущ|наступн|ensi|nästa|tới|القادم|المقبل|depan|来|下/iu
const week = /\bweeks?\b|semaine|woche|semana|settimana|недел|тиж|veck|viik|tuần|أسبوع|minggu|週|周|星期/iu
/** Of an English claim as a whole. */
const future = /\b(?:will|shall|won[’']t|due|upcoming|scheduled|plans? to|expected to|set to|going to|ahead of)\b/iu
/** Counts from something the article told before, or from the moment of reading. */
const toldBefore = /\b(?:later|earlier|after|before|following|previous)\b/iu
const namedDay = /yesterday|tomorrow/iu
const stretch =
  /\bpast\b|\blast\s+(?:\p{Nd}|a |two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple|several)/iu
const englishDay = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u
const englishMonth = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u
/** “March said” is a person's, “in March” is not. */
const leadsToMonth =
  /(?:^|\b)(?:in|since|until|till|by|of|from|to|through|during|last|next|this|early|late|mid|and)[ -]$/iu

/** The phrases in the order of the words. */
export function relativeDates(words: string, language: string, publicationDate: string | null): RelativeDate[] {
  const code = language.toLowerCase().split('-')[0] ?? ''
  const read = readers[code]
  if (read === undefined) return []
  // Any day serves to find the phrases; what they mean is not told then.
  const day = daysFrom(publicationDate ?? '2000-06-15')
  const instant = new Date(day * 86_400_000 + 43_200_000)
  const found = read(words, { instant, timezone: 0 })
  const dates = joined(
    words,
    found.flatMap((result) => meant({ words, code, day, result }) ?? []),
  )
  return dates.map(({ phrase, from, to }) =>
    publicationDate === null ? { phrase, from: null, to: null } : { phrase, from: isoDate(from), to: isoDate(to) },
  )
}

/** Whether a date claim now speaks of other days; its verdict was given on what it meant before. */
export function meansOtherDays(words: string, language: string, before: string | null, after: string | null): boolean {
  const days = (date: string | null) =>
    JSON.stringify(relativeDates(words, language, date).map(({ from, to }) => [from, to]))
  return days(before) !== days(after)
}

interface Meant {
  readonly phrase: string
  /** Where the phrase itself stands in the words. */
  readonly at: number
  readonly end: number
  readonly from: Days
  readonly to: Days
  readonly weekday: number | null
}

interface Phrase {
  readonly words: string
  readonly code: string
  readonly day: Days
  readonly result: chrono.ParsedResult
}

function meant({ words, code, day, result }: Phrase): Meant | null {
  const { start, end, text, index } = result
  const tags = start.tags()
  const knows = (part: chrono.Component) => start.isCertain(part)
  const isEnglish = code === 'en'
  if (!/\p{L}/u.test(text) || tags.has('result/relativeDateAndTime') || tags.has('casualReference/now')) return null
  if (knows('year') && /\p{N}/u.test(text) && !tags.has('result/relativeDate')) return null
  const lead = isEnglish
    ? (/(?:\b(?:the|last|past|next|this|coming|late|early|mid|later|earlier|by)[ -])*$/iu.exec(
        words.slice(0, index),
      )?.[0] ?? '')
    : ''
  const whole = lead + text
  if (isEnglish && toldBefore.test(text) && !namedDay.test(text)) return null
  if (isEnglish && /^(?:.*\s)?the next\b/iu.test(whole)) return null
  const told = { phrase: whole.replace(/^(?:the|by)\s+/iu, ''), at: index, end: index + text.length, weekday: null }
  const isNext = !last.test(whole) && (next.test(whole) || (isEnglish && future.test(words)))

  if (isEnglish && /weekend/iu.test(text)) return { ...told, ...weekend(day, whole, isNext) }
  if (week.test(text) && !knows('weekday')) return inWeeks(told, day, start, text)
  if (knows('day') && knows('year')) return lasting(told, day, dayOf(start), text, dayOf(start))
  if (knows('day') && knows('month')) {
    const [earlier, later] = datesAround(day, start.get('month') ?? 1, start.get('day') ?? 1)
    const date = isNext ? later : earlier
    return { ...told, from: date, to: date }
  }
  if (knows('weekday')) {
    if (isEnglish ? !englishDay.test(text) : !isFullName(text, code)) return null
    return { ...told, ...weekdays(day, start, end, isNext), weekday: start.get('weekday') }
  }
  if (knows('month') && knows('year')) {
    return lasting(told, day, dayOf(start), text, ...monthOf(start.get('year') ?? 0, start.get('month') ?? 1))
  }
  if (knows('month')) {
    if (isEnglish && !(englishMonth.test(text) && (lead !== '' || leadsToMonth.test(words.slice(0, index)))))
      return null
    const [from, to] = wholeMonth(day, start.get('month') ?? 1, {
      isLast: last.test(whole),
      isThis: !/\bnext\b/iu.test(whole),
      isNext,
    })
    return { ...told, from, to }
  }
  if (knows('year')) return lasting(told, day, dayOf(start), text, ...yearOf(start.get('year') ?? 0))
  return isEnglish && /^(?:this|to)\b/iu.test(text) && !knows('hour') ? { ...told, from: day, to: day } : null
}

type Told = Pick<Meant, 'phrase' | 'at' | 'end' | 'weekday'>

/** “The past three years” ends with publication; “last year” is the whole of it. */
const lasting = (told: Told, day: Days, since: Days, text: string, from: Days, to: Days = from): Meant =>
  stretch.test(text) ? { ...told, from: since, to: day } : { ...told, from, to }

function inWeeks(told: Told, day: Days, start: chrono.ParsedComponents, text: string): Meant {
  const within = start.isCertain('day') ? dayOf(start) : day
  const [from, to] = weekOf(within)
  return lasting(told, day, within, text, from, to)
}

function weekdays(
  day: Days,
  start: chrono.ParsedComponents,
  end: chrono.ParsedComponents | undefined,
  isNext: boolean,
) {
  const [first, final] = [start.get('weekday') ?? 0, end?.get('weekday') ?? start.get('weekday') ?? 0]
  if (isNext) {
    const from = nextWeekday(day, first)
    return { from, to: nextWeekday(from - 1, final) }
  }
  const to = previousWeekday(day, final)
  return { from: previousWeekday(to + 1, first), to }
}

/** On a Saturday or Sunday “this weekend” is that one; otherwise as with weekdays. */
function weekend(day: Days, whole: string, isNext: boolean) {
  const current = previousWeekday(day + 1, 6)
  const isWeekend = day - current < 2
  const coming = nextWeekday(day, 6)
  const lastOne = previousWeekday(isWeekend ? current : day, 6)
  const from = last.test(whole) ? lastOne : /\bthis\b/iu.test(whole) && isWeekend ? current : isNext ? coming : current
  return { from, to: from + 1 }
}

function wholeMonth(
  day: Days,
  month: number,
  { isLast, isThis, isNext }: { isLast: boolean; isThis: boolean; isNext: boolean },
) {
  const [year, current] = partsOf(day)
  if (isLast) return monthOf(month < current ? year : year - 1, month)
  if (!isNext) return monthOf(month <= current ? year : year - 1, month)
  return monthOf(month > current || (isThis && month === current) ? year : year + 1, month)
}

/** The day of that date not after, and not before, the given one. */
function datesAround(day: Days, month: number, date: number): [Days, Days] {
  const [year] = partsOf(day)
  const inYear = (one: number) => Math.round(Date.UTC(one, month - 1, date) / 86_400_000)
  const same = inYear(year)
  return [same <= day ? same : inYear(year - 1), same >= day ? same : inYear(year + 1)]
}

const partsOf = (day: Days): [year: number, month: number] => {
  const [year, month] = isoDate(day).split('-').map(Number)
  return [year ?? 0, month ?? 1]
}

const dayOf = (parts: chrono.ParsedComponents): Days =>
  Math.round(Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1) / 86_400_000)

/** Short names of weekdays are other words in many languages: so, do, mar. */
const isFullName = (text: string, code: string): boolean =>
  ['ja', 'zh', 'vi', 'ar'].includes(code) || /\p{L}{4,}[-\p{L}]*$/u.test(text)

/** “Wednesday night of last week” is one date: that day of that week. */
function joined(words: string, dates: readonly Meant[]): Meant[] {
  const result: Meant[] = []
  for (const date of dates) {
    const before = result.at(-1)
    const gap = before === undefined ? null : words.slice(before.end, date.at)
    if (before?.weekday != null && gap !== null && /^\s*(?:of\s+)?$/u.test(gap) && date.to - date.from === 6) {
      const day = nextWeekday(date.from - 1, before.weekday)
      result[result.length - 1] = { ...date, phrase: `${before.phrase}${gap}${date.phrase}`, from: day, to: day }
    } else result.push(date)
  }
  return result
}
