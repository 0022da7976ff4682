import { describe, expect, test } from 'vitest'
import { articleSearch, deskSearch, signInSearch, sourcesSearch } from './search.ts'

describe('the desk’s address', () => {
  test('SP1 what fits is kept', () => {
    expect(deskSearch({ stage: 'review', due: 'late', find: ' ferry ', show: 'allegations' })).toEqual({
      stage: 'review',
      due: 'late',
      find: 'ferry',
      show: 'allegations',
    })
  })

  test('SP2 what does not fit is left out, never an error', () => {
    expect(deskSearch({ stage: 'printing', due: 3, find: '  ', show: null, other: 'x' })).toEqual({})
  })

  test('SP2 a number is something one can look for', () => {
    expect(deskSearch({ find: 41 })).toEqual({ find: '41' })
  })
})

test('SP1 an article’s address names a filter and a claim', () => {
  expect(articleSearch({ show: 'reworded', claim: 'C14' })).toEqual({ show: 'reworded', claim: 'C14' })
  expect(articleSearch({ show: 'everything', claim: '' })).toEqual({})
})

test('SP1, SP2 the library’s address names filters and a source, and nothing else', () => {
  const source = '01890000-0000-7000-8000-000000000001'
  const search = {
    find: 'tide',
    kind: 'dataset',
    origin: 'none',
    terms: 'background',
    state: 'withdrawn',
    alike: true,
    source,
  }
  expect(sourcesSearch(search)).toEqual(search)
  expect(sourcesSearch({ kind: 'gossip', terms: 1, state: '', alike: 'yes', source: '../desk' })).toEqual({})
})

describe('back to where one wanted to go', () => {
  test('SP3 a page of ours is kept, search and all', () => {
    expect(signInSearch({ to: '/harbour/articles/1?show=left' })).toEqual({ to: '/harbour/articles/1?show=left' })
  })

  test.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    '',
  ])('SP3 “%s” is not', (to) => {
    expect(signInSearch({ to })).toEqual({})
  })
})
