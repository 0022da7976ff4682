/**
 * The words of dates, month and weekday names of the languages newsrooms write in, taken from the Unicode locale data that Node
 * carries, and the solar Hijri calendar of Persian. A name that means two months in two languages is left out: no guessing.
 * Rule IM6.
 */

/** Arabic, Persian and Urdu write one letter with several characters; marks over and under letters come and go. */
const sameLetters: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ۃ: 'ه', ہ: 'ه', ۀ: 'ه' }
const letterMarks = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u093c\p{Cf}]/gu
const digitZeros = [0x660, 0x6f0, 0x966, 0x9e6]

/** For comparing only: digits as 0–9, small letters, one form of each letter. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(letterMarks, '')
    .toLowerCase()
    .replace(/[يىكةۃہۀ]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/\p{Nd}/gu, (digit) => {
      const zero = digitZeros.find(
        (start) => digit >= String.fromCodePoint(start) && digit <= String.fromCodePoint(start + 9),
      )
      return zero === undefined ? digit : String((digit.codePointAt(0) ?? zero) - zero)
    })
}

export interface Month {
  readonly calendar: 'gregorian' | 'persian'
  /** 1 to 12. */
  readonly number: number
}

const languages = ['en', 'en-GB', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'sv', 'tr', 'id', 'sw', 'ru', 'uk', 'he']
const regions = ['ar', 'ar-LB', 'ar-MA', 'ar-DZ', 'ur', 'hi', 'bn', 'mr', 'ne', 'fa', 'fa-AF', 'ps']
const locales = [...languages, ...regions]

/** Spellings in use that the locale data does not have. */
const otherSpellings: [string, number][] = [
  ['फरवरी', 2],
  ['سپتمبر', 9],
  ['اوکتوبر', 10],
  ['آگوست', 8],
  ['ژوئیه', 7],
  ['جولای', 7],
  ['सितम्बर', 9],
  ['अक्तूबर', 10],
  ['नवम्बर', 11],
  ['दिसम्बर', 12],
]

const oneOfEach = (
  locale: string,
  calendar: string,
  options: Intl.DateTimeFormatOptions,
  part: 'month' | 'weekday',
) => {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { timeZone: 'UTC', ...options })
  return (time: number) => folded(format.formatToParts(time).find(({ type }) => type === part)?.value ?? '')
}

function readMonths(): Map<string, Month | null> {
  const months = new Map<string, Month | null>()
  const learn = (name: string, month: Month) => {
    const key = name.replace(/[.॰׳]/g, '').trim()
    if (!/\p{L}/u.test(key)) return
    const known = months.get(key)
    const same = known === undefined || (known?.number === month.number && known.calendar === month.calendar)
    months.set(key, same ? month : null)
  }
  const styles: Intl.DateTimeFormatOptions[] = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric' },
  ])
  for (const options of styles) {
    for (const locale of locales) {
      const nameOf = oneOfEach(locale, 'gregory', options, 'month')
      for (let month = 0; month < 12; month += 1) {
        learn(nameOf(Date.UTC(2016, month, 15)), { calendar: 'gregorian', number: month + 1 })
      }
    }
    const persianNameOf = oneOfEach('fa', 'persian', options, 'month')
    for (let month = 0; month < 12; month += 1) {
      // The middle of each solar Hijri month is about the fifth of the Gregorian one.
      learn(persianNameOf(Date.UTC(2016, month + 3, 5)), { calendar: 'persian', number: month + 1 })
    }
  }
  for (const [name, number] of otherSpellings) learn(folded(name), { calendar: 'gregorian', number })
  return months
}

function readWeekdays(): Set<string> {
  const weekdays = new Set<string>()
  for (const weekday of ['long', 'short'] as const) {
    for (const locale of [...locales, 'zh', 'ja', 'ko']) {
      const nameOf = oneOfEach(locale, 'gregory', { weekday }, 'weekday')
      for (let day = 13; day < 20; day += 1) weekdays.add(nameOf(Date.UTC(2016, 2, day)).replace(/\./g, ''))
    }
  }
  return weekdays
}

let months: Map<string, Month | null> | null = null
let weekdays: Set<string> | null = null

/** The month a folded word names. Read from the locale data once, when the first date is looked at. */
export const monthNamed = (name: string): Month | null => (months ??= readMonths()).get(name) ?? null

export const isWeekday = (name: string): boolean => (weekdays ??= readWeekdays()).has(name)

/** YYYY-MM-DD, or null when there is no such day. */
export function calendarDate(calendar: Month['calendar'], year: number, month: number, day: number): string | null {
  return calendar === 'persian' ? persianDate(year, month, day) : gregorianDate(year, month, day)
}

function gregorianDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 2999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

const dayMs = 24 * 60 * 60 * 1000
const persianParts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

function persianDate(year: number, month: number, day: number): string | null {
  if (year < 1200 || year > 1600) return null
  const daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  // The year begins between 19 and 22 March; the calendar itself says which of these days is the one asked for.
  for (let newYear = 19; newYear <= 22; newYear += 1) {
    const time = Date.UTC(year + 621, 2, newYear) + (daysBefore + day - 1) * dayMs
    const parts = persianParts.formatToParts(time)
    const valueOf = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10)
    if (valueOf('year') === year && valueOf('month') === month && valueOf('day') === day) {
      return new Date(time).toISOString().slice(0, 10)
    }
  }
  return null
}
