import { expect, test } from 'vitest'
import { bareSource } from '#domain/source.ts'
import type { SourceRow } from '#protocol/source-view.ts'
import { countsOf, isFiltered, shownSources, withFilter } from './shown-sources.ts'

const aRow = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
  ...bareSource,
  id,
  kind: 'press',
  title: id,
  originId: null,
  state: 'stands',
  addedBy: 'noor',
  addedAt: '2026-03-03T12:00:00.000Z',
  uses: 0,
  documents: 0,
  duplicates: 0,
  ...more,
})

const library = [
  aRow('wire', { originId: 'release' }),
  aRow('mail', { originId: 'release', duplicates: 1 }),
  aRow('tides', { kind: 'dataset', state: 'withdrawn' }),
]
const ids = (rows: readonly SourceRow[]) => rows.map(({ id }) => id)

test('SR8 the page shows what fits every filter in its address', () => {
  expect(ids(shownSources(library, {}))).toEqual(['wire', 'mail', 'tides'])
  expect(ids(shownSources(library, { kind: 'press', alike: true }))).toEqual(['mail'])
  expect(ids(shownSources(library, { source: 'wire', origin: 'none' }))).toEqual(['tides'])
})

test('SR8 a filter’s counts are what it would leave beside the others', () => {
  const kinds = (search: object) => [...countsOf(library, search, 'kind', ({ kind }) => kind)]
  expect(kinds({ kind: 'dataset' })).toEqual([['press', 2], ['dataset', 1]]) // prettier-ignore
  expect(kinds({ state: 'withdrawn' })).toEqual([['dataset', 1]])
})

test('SR8 setting a filter leaves the others and the open record', () => {
  expect(withFilter({ kind: 'press', source: 'wire' }, 'kind', undefined)).toEqual({ source: 'wire' })
  expect(withFilter({ find: 'x' }, 'alike', true)).toEqual({ find: 'x', alike: true })
  expect([isFiltered({ source: 'wire' }), isFiltered({ find: 'x' })]).toEqual([false, true])
})
