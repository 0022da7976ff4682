import { expect, test } from 'vitest'
import { nearestFirst } from './nearest.ts'

const at = (number: number, ...ranges: [number, number][]) => ({
  number,
  view: { ranges: ranges.map(([from, to]) => ({ from, to })) },
})

test('RP4 claims over the same words come first, those with the most in common before all, then the nearest', () => {
  const others = [at(1, [200, 210]), at(2, [30, 40]), at(3, [95, 130]), at(4, [100, 120]), at(5, [60, 80])]
  expect(nearestFirst(at(9, [98, 125]), others).map(({ number }) => number)).toEqual([3, 4, 5, 2, 1])
})

test('RP4 from a claim without a place all are as far, and come by number', () => {
  expect(nearestFirst(at(9), [at(3, [1, 2]), at(1, [50, 60])]).map(({ number }) => number)).toEqual([1, 3])
})
