import { describe, expect, test } from 'vitest'
import { tally } from '#domain/desk.ts'
import type { ArticleRow } from '#protocol/view.ts'
import { desksOf, shownArticles } from './shown-articles.ts'

const now = Date.parse('2026-03-03T20:00:00Z')
const when = { now, zone: 'Europe/Lisbon' }
const inMinutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString()
const nothing = tally([])

const aRow = (id: string, change: Partial<ArticleRow> = {}): ArticleRow => ({
  id,
  title: id,
  stage: 'checking',
  dueAt: null,
  language: 'en',
  direction: 'ltr',
  desk: '',
  assignees: [],
  updatedAt: inMinutes(-60),
  tally: nothing,
  ...change,
})

const ids = (rows: readonly ArticleRow[]): string[] => rows.map(({ id }) => id)

const rows = [
  aRow('no deadline'),
  aRow('late', { dueAt: inMinutes(-12) }),
  aRow('published late', { dueAt: inMinutes(-600), stage: 'published' }),
  aRow('soon', { dueAt: inMinutes(90), tally: { ...nothing, all: 4, left: 2, allegations: 2 } }),
  aRow('tomorrow', { dueAt: inMinutes(60 * 20), stage: 'review', tally: { ...nothing, all: 3, done: 3 } }),
]

describe('filters', () => {
  test('DF1 late is what is past its time and not published', () => {
    expect(ids(shownArticles(rows, { due: 'late' }, when))).toEqual(['late'])
  })

  test('DF1 soon, today and no deadline', () => {
    expect(ids(shownArticles(rows, { due: 'soon' }, when))).toEqual(['soon'])
    expect(ids(shownArticles(rows, { due: 'today' }, when))).toEqual(['late', 'soon', 'published late'])
    expect(ids(shownArticles(rows, { due: 'none' }, when))).toEqual(['no deadline'])
  })

  test('DF2 titles are found whatever the case, accents or vowel marks', () => {
    const found = [aRow('Müller’s ferry'), aRow('کِتاب')]
    expect(ids(shownArticles(found, { find: 'muller' }, when))).toEqual(['Müller’s ferry'])
    expect(ids(shownArticles(found, { find: 'کتاب' }, when))).toEqual(['کِتاب'])
  })

  test('DF5 the desks to choose from are those in use, each once, and one shows its own articles', () => {
    const run = [
      aRow('toll', { desk: 'city' }),
      aRow('tide', { desk: 'city' }),
      aRow('cup', { desk: 'sport' }),
      aRow('x'),
    ]
    expect(desksOf(run)).toEqual(['city', 'sport'])
    expect(ids(shownArticles(run, { desk: 'sport' }, when))).toEqual(['cup'])
  })

  test('DF3 a total of the summary shows the articles it comes from', () => {
    expect(ids(shownArticles(rows, { show: 'allegations' }, when))).toEqual(['soon'])
    expect(ids(shownArticles(rows, { show: 'done', stage: 'review' }, when))).toEqual(['tomorrow'])
    expect(ids(shownArticles(rows, { show: 'done', stage: 'checking' }, when))).toEqual([])
  })
})

test('DF4 the order follows the clock: what turns late comes to the top by itself', () => {
  expect(ids(shownArticles(rows, {}, when)).slice(0, 2)).toEqual(['late', 'soon'])
  const later = { ...when, now: now + 24 * 60 * 60_000 }
  expect(ids(shownArticles(rows, {}, later)).slice(0, 3)).toEqual(['late', 'soon', 'tomorrow'])
})
