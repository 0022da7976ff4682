/** Calendar days as whole numbers, so that no clock, zone or summer time has a part in counting them. */

/** Days since 1 January 1970. */
export type Days = number

const dayMs = 86_400_000

export const daysFrom = (date: string): Days => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)
export const isoDate = (days: Days): string => new Date(days * dayMs).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (days: Days): number => (((days + 4) % 7) + 7) % 7

/** The last such weekday before the day, and the first after it. */
export const previousWeekday = (days: Days, weekday: number): Days => days - (((weekdayOf(days) - weekday + 6) % 7) + 1)
export const nextWeekday = (days: Days, weekday: number): Days => days + (((weekday - weekdayOf(days) + 6) % 7) + 1)

/** Monday and Sunday of the week that the day is in. */
export const weekOf = (days: Days): [Days, Days] => {
  const monday = previousWeekday(days + 1, 1)
  return [monday, monday + 6]
}

export const monthOf = (year: number, month: number): [Days, Days] => [
  Math.round(Date.UTC(year, month - 1, 1) / dayMs),
  Math.round(Date.UTC(year, month, 0) / dayMs),
]
export const yearOf = (year: number): [Days, Days] => [monthOf(year, 1)[0], monthOf(year, 12)[1]]
