import { expect, test } from 'vitest'
import { gutterRows } from './gutter-rows.ts'

const at = (middle: number, ...names: string[]) => names.map((name) => ({ id: name, name, middle }))

test('MG7 claims that start on one line stand side by side up to two, and are one entry from three on', () => {
  const starts = [...at(16, 'C1'), ...at(48, 'C2', 'C3'), ...at(80, 'C4', 'C5', 'C6')]
  expect(gutterRows(starts, 2)).toEqual([
    { id: 'C1', ids: ['C1'], isOne: false },
    { id: 'C2', ids: ['C2', 'C3'], isOne: false },
    { id: 'C4', ids: ['C4', 'C5', 'C6'], isOne: true },
  ])
})

test('MG7 bold words or small ones in a line do not make it another line', () => {
  const starts = [...at(16, 'C1'), ...at(18.5, 'C2'), ...at(46, 'C3')]
  expect(gutterRows(starts, 2).map(({ ids }) => ids)).toEqual([['C1', 'C2'], ['C3']])
})

test('MG7 where there is room for one only, two are one entry; so are two whose numbers are long', () => {
  expect(gutterRows(at(16, 'C1', 'C2'), 1)).toEqual([{ id: 'C1', ids: ['C1', 'C2'], isOne: true }])
  expect(gutterRows(at(16, 'C101', 'C102'), 2)).toEqual([{ id: 'C101', ids: ['C101', 'C102'], isOne: true }])
  expect(gutterRows(at(16, 'C101'), 1)).toEqual([{ id: 'C101', ids: ['C101'], isOne: false }])
})
