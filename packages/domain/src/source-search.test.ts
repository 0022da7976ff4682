import { describe, expect, test } from 'vitest'
import { bareSource } from './source.ts'
import { fits, leadsTo, type SourceFilter } from './source-search.ts'

const bulletin = {
  ...bareSource,
  kind: 'official' as const,
  title: 'Coast guard bulletin 14',
  publisher: 'Coast guard',
  author: 'Duty officer',
  url: 'https://coastguard.test/bulletins/14',
  originId: 'o1',
  state: 'stands' as const,
}

describe('SR8 the library is filtered', () => {
  test.each<[string, SourceFilter, boolean]>([
    ['by nothing', {}, true],
    ['by words in any order and case', { find: '14 BULLETIN' }, true],
    ['by words of several fields', { find: 'bulletin officer' }, true],
    ['by a part of the link', { find: 'coastguard.test' }, true],
    ['by words of which one is nowhere', { find: 'bulletin 15' }, false],
    ['by the link in another spelling', { find: 'http://www.coastguard.test/bulletins/14/?utm_source=x' }, true],
    ['by a link to another page', { find: 'https://coastguard.test/bulletins/15' }, false],
    ['by its kind', { kind: 'official' }, true],
    ['by another kind', { kind: 'press' }, false],
    ['by its origin', { origin: 'o1' }, true],
    ['by having no origin', { origin: 'none' }, false],
    ['by terms', { terms: 'off-record' }, false],
    ['by state', { state: 'withdrawn' }, false],
    ['by several at once', { kind: 'official', state: 'stands', find: 'guard' }, true],
  ])('%s', (_case, filter, found) => {
    expect(fits(bulletin, filter)).toBe(found)
  })
})

test('SR6 words are no link, and an empty link leads nowhere', () => {
  expect(leadsTo(bulletin, 'coastguard.test/bulletins/14')).toBe(false)
  expect(leadsTo({ url: '' }, 'https://coastguard.test/')).toBe(false)
})
