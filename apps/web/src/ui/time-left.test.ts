import { expect, test } from 'vitest'
import { makeWords } from '#web/words/words.tsx'
import { timeLeft } from './time-left.ts'

const due = '2026-03-03T21:30:00.000Z'
const { t } = makeWords('en')
const at = (time: string): string => {
  const { key, values } = timeLeft(due, Date.parse(time))
  return t(key, values)
}

test.each([
  ['TL1 minutes are rounded down', '2026-03-03T21:17:01.000Z', '12 min'],
  ['TL1 the last minute is 0 min', '2026-03-03T21:29:30.000Z', '0 min'],
  ['TL1 the moment itself is not late yet', '2026-03-03T21:30:00.000Z', '0 min'],
  ['TL2 hours carry two digits of minutes', '2026-03-03T20:25:00.000Z', '1 h 05'],
  ['TL2 an hour and three quarters', '2026-03-03T19:48:00.000Z', '1 h 42'],
  ['TL2 a day and a bit is still told in hours', '2026-03-02T19:32:00.000Z', '25 h 58'],
  ['TL3 from two days on, days', '2026-03-01T17:30:00.000Z', '2 d 4 h'],
  ['TL4 late by minutes', '2026-03-03T21:42:10.000Z', 'late 12 min'],
  ['TL4 late by hours', '2026-03-04T00:35:00.000Z', 'late 3 h 05'],
  ['TL4 late by days', '2026-03-06T21:30:00.000Z', 'late 3 d 0 h'],
])('%s', (_rule, now, words) => {
  expect(at(now)).toBe(words)
})
