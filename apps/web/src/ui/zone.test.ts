import { expect, test } from 'vitest'
import { momentOf, shortTime, wallTime } from './zone.ts'

const iso = (wall: string, zone: string): string | null => {
  const moment = momentOf(wall, zone)
  return moment === null ? null : new Date(moment).toISOString()
}

test('ZN1 wall time is the newsroom’s, not the laptop’s', () => {
  const moment = Date.parse('2026-03-03T19:05:00Z')
  expect(wallTime(moment, 'Asia/Karachi')).toBe('2026-03-04T00:05')
  expect(wallTime(moment, 'America/New_York')).toBe('2026-03-03T14:05')
})

test.each([
  ['a winter evening', '2026-01-15T21:30', 'Europe/Lisbon', '2026-01-15T21:30:00.000Z'],
  ['a summer evening', '2026-07-15T21:30', 'Europe/Lisbon', '2026-07-15T20:30:00.000Z'],
  ['half-hour zones', '2026-07-15T21:30', 'Asia/Kolkata', '2026-07-15T16:00:00.000Z'],
  ['an hour that summer time skips', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['an hour that comes twice: the first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('ZN2 what is typed becomes a moment: %s', (_case, wall, zone, moment) => {
  expect(iso(wall, zone)).toBe(moment)
})

test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-03-03'])('ZN2 “%s” is not a time', (wall) => {
  expect(momentOf(wall, 'UTC')).toBeNull()
})

test.each([
  ['today', '2026-03-03T21:30:00Z', '21:30'],
  ['within the week', '2026-03-06T21:30:00Z', 'Fri 21:30'],
  ['further off', '2026-03-20T21:30:00Z', '20 Mar, 21:30'],
  ['past', '2026-03-02T21:30:00Z', '2 Mar, 21:30'],
])('ZN3 a time is as short as can be: %s', (_case, at, words) => {
  expect(shortTime(at, Date.parse('2026-03-03T12:00:00Z'), 'UTC', 'en-GB')).toBe(words)
})
