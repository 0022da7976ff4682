import { expect, test } from 'vitest'
import { dateIn } from './date-line.ts'
import { imported, notesOf, outline } from './outline.ts'

test.each([
  ['March 13, 2016', '2016-03-13'],
  ['Sunday, March 13, 2016', '2016-03-13'],
  ['Sun., Mar. 13, 2016', '2016-03-13'],
  ['mar. 12 avril 2016', '2016-04-12'],
  ['13 March 2016', '2016-03-13'],
  ['13th of March, 2016', '2016-03-13'],
  ['13-Mar-2016', '2016-03-13'],
  ['Sept. 3, 2016', '2016-09-03'],
  ['2016-03-13', '2016-03-13'],
  ['2016-03-13T10:30:00Z', '2016-03-13'],
  ['2016/3/13', '2016-03-13'],
  ['13/03/2016', '2016-03-13'],
  ['03/13/2016', '2016-03-13'],
  ['13.03.2016', '2016-03-13'],
  ['4/4/2016', '2016-04-04'],
  ['Published: March 13, 2016', '2016-03-13'],
  ['Published on 13 March 2016 at 10:35 am PKT', '2016-03-13'],
  ['Posted March 13, 2016 | 10:35 PM', '2016-03-13'],
  ['29 February 2016', '2016-02-29'],
  ['13 de marzo de 2016', '2016-03-13'],
  ['dimanche 13 mars 2016', '2016-03-13'],
  ['Sonntag, 13. März 2016', '2016-03-13'],
  ['13 марта 2016', '2016-03-13'],
  ['۱۳ مارچ ۲۰۱۶ء', '2016-03-13'],
  ['اتوار، 13 مارچ 2016', '2016-03-13'],
  ['تاریخ اشاعت: ۱۳ مارچ ۲۰۱۶', '2016-03-13'],
  ['الأحد ١٣ مارس ٢٠١٦', '2016-03-13'],
  ['15 ايار 2020', '2020-05-15'],
  ['13 آذار/مارس 2016', '2016-03-13'],
  ['3 كانون الثاني 2016', '2016-01-03'],
  ['نُشر في: 13 أبريل 2016 م', '2016-04-13'],
  ['۱۵ می ۲۰۲۰', '2020-05-15'],
  ['یکشنبه ۲۳ اسفند ۱۳۹۴', '2016-03-13'],
  ['۱۳۹۴/۱۲/۲۳', '2016-03-13'],
  ['१३ मार्च २०१६', '2016-03-13'],
  ['15 फरवरी 2020', '2020-02-15'],
  ['रविवार, 13 मार्च 2016', '2016-03-13'],
  ['2020年5月15日', '2020-05-15'],
  ['发布时间：２０２０年５月１５日 星期五', '2020-05-15'],
  ['2016년 3월 13일 일요일', '2016-03-13'],
])('IM6 “%s” is a date line', (line, date) => expect(dateIn(line)?.date).toBe(date))

test.each([
  ['30 February 2016', 'no such day'],
  ['29 February 2015', 'no leap year'],
  ['۳۰ اسفند ۱۳۹۴', 'no leap year in its calendar'],
  ['31/04/2016', 'no such day'],
  ['03/04/2016', 'two readings'],
  ['March 13', 'no year'],
  ['March 2016', 'no day'],
  ['13/03/16', 'no full year'],
  ['KARACHI, March 13, 2016', 'a dateline belongs to the text'],
  ['By Noor Baloch, March 13, 2016', 'more than a date'],
  ['Updated: March 14, 2016', 'not the day of publication'],
  ['March 13, 2016 was a Sunday', 'a sentence'],
  ['13 2016 3', 'no month'],
  ['May', 'a word'],
  ['2016', 'a year'],
])('IM6 “%s” is none: %s', (line) => expect(dateIn(line)).toBeNull())

const story = 'The ferry left Tarsal at nine with 212 people aboard, and nobody counted them. It never came back.'

test('IM6 the date line is taken out of the text and gives the publication date', () => {
  const article = imported({ text: `Nobody counted\n\n  March 13, 2016 \n\n${story}` })
  expect(article.article.publicationDate).toBe('2016-03-13')
  expect(outline(article)).toEqual(['title| Nobody counted', `p| ${story}`])
  expect(notesOf(article, 'date-line')).toEqual([{ code: 'date-line', line: 'March 13, 2016', date: '2016-03-13' }])
})

test('IM6 a date line that shares a paragraph with the writer leaves the writer in place', () => {
  const article = imported({ text: `Nobody counted\n\nBy Noor Baloch\nMarch 13, 2016\n\n${story}` })
  expect(outline(article)).toEqual(['title| Nobody counted', 'p| By Noor Baloch', `p| ${story}`])
})

test('IM6 a dateline in front of a paragraph stays in the text', () => {
  const article = imported({ text: `Nobody counted\n\nKARACHI, March 13 — ${story}` })
  expect(article.article.publicationDate).toBeNull()
  expect(outline(article)[1]).toBe(`p| KARACHI, March 13 — ${story}`)
})

test('IM6 a labelled date wins over another one', () => {
  const article = imported({ text: `Nobody counted\n\n11 March 2016\n\nPublished: 13 March 2016\n\n${story}` })
  expect(article.article.publicationDate).toBe('2016-03-13')
  expect(outline(article)).toContain('p| 11 March 2016')
})

test('IM6 the dates of a diary are its headings', () => {
  const article = imported({ text: `Diary\n\n7 March 2016\n\n${story}\n\n9 March 2016\n\n${story}` })
  expect(article.article.publicationDate).toBeNull()
  expect(notesOf(article, 'date-line')).toEqual([])
  expect(outline(article)).toHaveLength(5)
})

test('IM6 a date far down is no date line', () => {
  const article = imported({ text: `Nobody counted\n\n${`${story} ${story}\n\n`.repeat(3)}March 13, 2016` })
  expect(article.article.publicationDate).toBeNull()
})

test('IM6 a date with nothing below it is the text itself', () => {
  expect(outline(imported({ text: 'March 13, 2016' }))).toEqual(['p| March 13, 2016'])
})
