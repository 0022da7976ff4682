/** How long until something is due, in newsroom words: “1 h 42”, “12 min”, “late 12 min”. Rules TL1–TL4; no clock in here. */
import type { WordKey } from '#web/words/catalogue.ts'
import type { WordValues } from '#web/words/words.tsx'

export interface TimeLeft {
  readonly late: boolean
  readonly key: WordKey
  readonly values: WordValues
}

const minuteMs = 60_000
const daysFrom = 48

/** TL1. Minutes are rounded down while time is left and when it is over, so that “0 min” is the last minute, never a minute too much. */
export function timeLeft(dueAt: string, now: number): TimeLeft {
  const distance = Date.parse(dueAt) - now
  const late = distance < 0
  const minutes = Math.floor(Math.abs(distance) / minuteMs)
  const hours = Math.floor(minutes / 60)
  const values = { days: Math.floor(hours / 24), hours: hours % 24, minutes: minutes % 60, allHours: hours }
  const spell = hours >= daysFrom ? 'days' : hours > 0 ? 'hours' : 'minutes'
  // Two digits after an hour, as on a clock: 1 h 05.
  const padded = { ...values, minutes: spell === 'hours' ? String(values.minutes).padStart(2, '0') : values.minutes }
  return { late, key: `time.${late ? 'late' : 'left'}.${spell}`, values: padded }
}
