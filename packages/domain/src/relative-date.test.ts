import { expect, test } from 'vitest'
import { daysFrom, isoDate, nextWeekday, previousWeekday, weekdayOf, weekOf } from './calendar-day.ts'
import { meansOtherDays, relativeDates } from './relative-date.ts'

/** A Sunday. */
const published = '2016-03-13'

const read = (words: string, language = 'en', date: string | null = published) =>
  relativeDates(words, language, date).map(({ phrase, from, to }) =>
    from === to ? `${phrase}: ${from}` : `${phrase}: ${from}–${to}`,
  )

test.each([
  ['the gate was opened late Wednesday night', 'late Wednesday night: 2016-03-09'],
  ['he said last week', 'last week: 2016-02-29–2016-03-06'],
  ['arrested yesterday', 'yesterday: 2016-03-12'],
  ['the day before yesterday', 'day before yesterday: 2016-03-11'],
  ['Tomorrow it will rain', 'Tomorrow: 2016-03-14'],
  ['today and tonight', 'today: 2016-03-13', 'tonight: 2016-03-13'],
  ['this morning', 'this morning: 2016-03-13'],
  ['met on Monday', 'on Monday: 2016-03-07'],
  ['met on Sunday', 'on Sunday: 2016-03-06'],
  ['The council will meet on Friday', 'on Friday: 2016-03-18'],
  ['next Friday', 'next Friday: 2016-03-18'],
  ['last Friday evening', 'last Friday evening: 2016-03-11'],
  ['this past Tuesday', 'this past Tuesday: 2016-03-08'],
  ['by Tuesday', 'Tuesday: 2016-03-15'],
  ['from Monday to Wednesday', 'Monday to Wednesday: 2016-03-07–2016-03-09'],
  ['on Wednesday night of last week', 'on Wednesday night of last week: 2016-03-02'],
  ['earlier this week', 'earlier this week: 2016-03-07–2016-03-13'],
  ['two weeks ago', 'two weeks ago: 2016-02-22–2016-02-28'],
  ['in the past two weeks', 'past two weeks: 2016-02-28–2016-03-13'],
  ['in the last three days', 'last three days: 2016-03-10–2016-03-13'],
  ['last month', 'last month: 2016-02-01–2016-02-29'],
  ['earlier this month', 'earlier this month: 2016-03-01–2016-03-31'],
  ['last year', 'last year: 2015-01-01–2015-12-31'],
  ['over the past three years', 'past three years: 2013-03-13–2016-03-13'],
  ['next year', 'next year: 2017-01-01–2017-12-31'],
  ['since January', 'January: 2016-01-01–2016-01-31'],
  ['in October', 'October: 2015-10-01–2015-10-31'],
  ['will open in October', 'October: 2016-10-01–2016-10-31'],
  ['last March', 'last March: 2015-03-01–2015-03-31'],
  ['next March', 'next March: 2017-03-01–2017-03-31'],
  ['on 3 May', 'on 3 May: 2015-05-03'],
  ['will vote on 3 May', 'on 3 May: 2016-05-03'],
  ['at the weekend', 'weekend: 2016-03-12–2016-03-13'],
  ['last weekend', 'last weekend: 2016-03-05–2016-03-06'],
])('RD1 in “%s”', (words, ...dates) => {
  expect(read(words)).toEqual(dates)
})

test.each([
  '13 March 2016',
  'in 2014',
  'in the early 1990s',
  '12 people',
  'at 4pm',
  'now',
  'within two hours',
  'three days later',
  'a week later',
  'the next day',
  'he sat on the wall',
  'the march on Rome',
  'June said no',
  'a ratio of 12/5',
  'May he rest',
])('RD1 in “%s” nothing is told by the date of the article', (words) => {
  expect(read(words)).toEqual([])
})

test.each([
  ['fr', 'la semaine dernière', 'la semaine dernière: 2016-02-29–2016-03-06'],
  ['fr-CA', 'mercredi soir', 'mercredi soir: 2016-03-09'],
  ['de', 'gestern', 'gestern: 2016-03-12'],
  ['es', 'el miércoles', 'miércoles: 2016-03-09'],
  ['ru', 'на прошлой неделе', 'на прошлой неделе: 2016-02-29–2016-03-06'],
  ['ar', 'أمس', 'أمس: 2016-03-12'],
])('RD1 %s: “%s”', (language, words, date) => {
  expect(read(words, language)).toEqual([date])
})

test('RD1 in a language that nobody has taught it nothing is found, and short names are other words', () => {
  expect(read('گزشتہ ہفتے', 'ur')).toEqual([])
  expect(read('last week', 'zz')).toEqual([])
  expect(read('und so war es', 'de')).toEqual([])
})

test('RD2 without a publication date the phrases are named and nothing is told of them', () => {
  expect(relativeDates('he said last week', 'en', null)).toEqual([{ phrase: 'last week', from: null, to: null }])
})

test('RD3 words mean other days when the publication date leads to others, and only then', () => {
  expect(meansOtherDays('he said last week', 'en', '2016-03-13', '2016-03-14')).toBe(true)
  expect(meansOtherDays('he said last week', 'en', '2016-03-07', '2016-03-13')).toBe(false)
  expect(meansOtherDays('on 13 March 2016', 'en', '2016-03-13', '2017-03-14')).toBe(false)
  expect(meansOtherDays('he said last week', 'en', null, '2016-03-13')).toBe(true)
})

test('RD1 days are counted on the calendar', () => {
  expect(weekdayOf(daysFrom(published))).toBe(0)
  expect(weekdayOf(daysFrom('1969-12-31'))).toBe(3)
  expect(isoDate(previousWeekday(daysFrom(published), 0))).toBe('2016-03-06')
  expect(isoDate(nextWeekday(daysFrom(published), 0))).toBe('2016-03-20')
  expect(weekOf(daysFrom(published)).map(isoDate)).toEqual(['2016-03-07', '2016-03-13'])
})
