/**
 * Date lines: a whole line near the top that is a date and nothing else, with its label, weekday or time of day. A dateline in
 * front of a paragraph ("KARACHI, March 13 —") is part of the text and stays. A date that can be read two ways, has no year, or
 * does not exist is no date. Rule IM6.
 */
import { calendarDate, folded, isWeekday, type Month, monthNamed } from './calendar.ts'
import { hasWords } from './characters.ts'
import type { Row } from './row.ts'

export interface DateFound {
  /** YYYY-MM-DD. */
  readonly date: string
  /** The line says that it is the day of publication. */
  readonly labelled: boolean
}

const longestDateLine = 80

/** Folded, so that spellings with and without marks are the same; longer labels before the shorter ones they begin with. */
const label = new RegExp(
  `^(?:${[
    'first published(?: on)?|date of publication|publication date|published(?: on| at)?|posted(?: on)?|dated?',
    'publicado(?: el| em)?|fecha(?: de publicacion)?|publie(?:e)? le|veroffentlicht(?: am)?|erschienen am|datum|data',
    'تاریخ اشاعت|اشاعت|شایع شده|شایع|بتاریخ|مورخه|تاریخ النشر|نشر (?:فی|بتاریخ)|تاریخ انتشار|منتشر شده(?: در)?|التاریخ|تاریخ',
    'प्रकाशन तिथि|प्रकाशित|तारीख|दिनांक|发布时间|发布日期|发布于|发表于|日期|發布時間|發佈日期|日期',
  ]
    .join('|')
    .split('|')
    .map(folded)
    .join('|')})(?!\\p{L})\\s*[:：\\-–—|]?\\s*`,
  'u',
)
const timeOfDay =
  /(?:\b(?:at|um|a las)\s+)?(?<![\d:])(?:t(?=\d))?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?|uhr|hrs?\b)?\s*(?:\(?(?:z|utc|gmt|[a-z]{2,4}t|ist|pst|cet)\b\)?)?\s*(?:[+-]\d{2}:?\d{2})?/u
const filler = new Set(
  ['on', 'of', 'the', 'de', 'del', 'el', 'le', 'den', 'der', 'am', 'dia', 'م', 'ء', 'میلادی'].map(folded),
)
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/

/** The date a line consists of, or null. */
export function dateIn(line: string): DateFound | null {
  if (line.length > longestDateLine || !/\p{Nd}{3}/u.test(line.normalize('NFKC'))) return null
  const plain = folded(
    line.replace(/(\p{Nd}+)\s*[年년]\s*(\p{Nd}+)\s*[月월]\s*(\p{Nd}+)\s*[日일号號]/u, '$1-$2-$3 '),
  ).trim()
  const unlabelled = plain.replace(label, '')
  const withoutTime = unlabelled.replace(/(?<=\d)t(?=\d{2}:)/, ' ').replace(timeOfDay, ' ')
  const words = withoutTime
    .split(/[\s,،、·•|()[\]]+|(?<=\p{L})\.(?=\s|$)/u)
    .map((word) => word.replace(/^[-–—]+|[-–—.:]+$/g, ''))
  const date = dateOf(withoutWeekdays(words.filter((word) => word !== '' && !filler.has(word))), line)
  return date === null ? null : { date, labelled: unlabelled !== plain }
}

/** Names of two words ("كانون الثاني", "سه شنبه") count as one. */
function withoutWeekdays(words: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const pair = `${word} ${words[at + 1] ?? ''}`
    const isPair = isWeekday(pair) || isWeekday(pair.replace(' ', ''))
    if (monthNamed(pair) !== null) kept.push(pair)
    else if (!isPair && !isWeekday(word)) kept.push(word)
    // "mar." is March, unless the line names its month elsewhere: then it is martes or mardi.
    else if (!isPair && monthNamed(word) !== null && !words.some((other) => isMonthOnly(other))) kept.push(word)
    if (isPair || monthNamed(pair) !== null) at += 1
  }
  return kept
}

const isMonthOnly = (word: string) => monthNamed(word) !== null && !isWeekday(word)

function dateOf(words: readonly string[], line: string): string | null {
  const only = words[0]
  if (words.length === 1 && only !== undefined) {
    const numeric = numericDate(only, line)
    if (numeric !== null) return numeric
  }
  const parts = words.flatMap((word) => word.split(/[-/–.]/).filter((part) => part !== ''))
  const months = parts.map(monthNamed).filter((month) => month !== null)
  const month = months[0]
  // "13 آذار/مارس 2016" names one month twice.
  if (month === undefined || months.some((other) => !isSame(other, month))) return null
  const [first, second, ...more] = parts.filter((part) => monthNamed(part) === null)
  if (first === undefined || second === undefined || more.length > 0) return null
  const monthFirst = monthNamed(parts[0] ?? '') !== null
  if (isYear(first)) return monthFirst ? null : dayOf(month, first, second)
  return isYear(second) ? dayOf(month, second, first) : null
}

const isSame = (a: Month, b: Month) => a.number === b.number && a.calendar === b.calendar

const isYear = (word: string) => /^\d{4}[ءم]?$/u.test(word)

function dayOf(month: Month, year: string, day: string): string | null {
  if (!/^\d{1,2}(?:st|nd|rd|th|er|o|a)?$/.test(day)) return null
  return calendarDate(month.calendar, Number.parseInt(year, 10), month.number, Number.parseInt(day, 10))
}

function numericDate(word: string, line: string): string | null {
  const [, year, , month, day] = yearFirst.exec(word) ?? []
  if (year !== undefined) {
    // 1394 in Persian digits is a year of the solar Hijri calendar.
    const isPersian = /[۰-۹]/u.test(line) && Number(year) < 1600
    return calendarDate(isPersian ? 'persian' : 'gregorian', Number(year), Number(month), Number(day))
  }
  const [, first, , second, last] = yearLast.exec(word) ?? []
  if (first === undefined) return null
  const [a, b] = [Number(first), Number(second)]
  if (a <= 12 && b <= 12 && a !== b) return null // 3 April or 4 March: nobody can tell
  return a > 12 ? calendarDate('gregorian', Number(last), b, a) : calendarDate('gregorian', Number(last), a, b)
}

const rowsToLookAt = 8
const longRow = 150
/** A diary's headings are looked for as far as this. */
const rowsOfDiary = 2000

/** The date line among an article's rows. Not where several lines are different dates: that is a diary, and they are its headings. */
export function findDateRow(rows: readonly Row[]): { row: Row; date: string } | null {
  const near: { row: Row; found: DateFound }[] = []
  let longOnes = 0
  for (const row of rows.slice(0, rowsToLookAt)) {
    if (row.text.length > longRow) longOnes += 1
    if (longOnes > 1) break // the body has begun
    const found = row.level === 1 ? null : dateIn(row.text)
    if (found !== null) near.push({ row, found })
  }
  const labelled = near.find(({ found }) => found.labelled)
  const first = labelled ?? near[0]
  if (first === undefined) return null
  const { row, found } = first
  const isDiary =
    labelled === undefined &&
    rows.slice(0, rowsOfDiary).some((other) => {
      const date = other === row || !hasWords(other.text) ? null : dateIn(other.text)
      return date !== null && !date.labelled && date.date !== found.date
    })
  return isDiary ? null : { row, date: found.date }
}
