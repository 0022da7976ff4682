import { describe, expect, test } from 'vitest'
import { changeOf, factsOf } from './facts.ts'

const zone = 'Europe/Lisbon'
const article = {
  byline: 'Rafi Amiri',
  desk: 'city',
  dueAt: '2031-07-01T20:30:00.000Z',
  publicationDate: null,
  language: 'en',
  direction: 'ltr',
} as const

describe('an article’s details', () => {
  test('AD1 a deadline is newsroom time in the field and UTC on the way', () => {
    expect(factsOf(article, zone).deadline).toBe('2031-07-01T21:30')
    expect(changeOf(article, { deadline: '2031-07-01T22:00' }, zone)).toEqual({ dueAt: '2031-07-01T21:00:00.000Z' })
    expect(changeOf(article, { deadline: '' }, zone)).toEqual({ dueAt: null })
  })

  test('AD1 only what differs is sent', () => {
    expect(changeOf(article, {}, zone)).toEqual({})
    expect(changeOf(article, { desk: 'city ', byline: 'Noor Kamal', publicationDate: '' }, zone)).toEqual({
      byline: 'Noor Kamal',
    })
    expect(changeOf(article, { publicationDate: '2031-07-02', direction: 'rtl' }, zone)).toEqual({
      publicationDate: '2031-07-02',
      direction: 'rtl',
    })
  })

  test('AD1 what is no time is not sent', () => {
    expect(changeOf(article, { deadline: 'tomorrow' }, zone)).toBeNull()
  })
})
