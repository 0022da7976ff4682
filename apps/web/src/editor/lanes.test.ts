import { describe, expect, test } from 'vitest'
import { lanesOf } from './lanes.ts'

const stretches = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }))
const lanes = (...pairs: [number, number][]) => lanesOf(stretches(...pairs)).map(({ lane }) => lane)

describe('lanes', () => {
  test('LN1 claims apart share the lowest lane', () => {
    expect(lanes([0, 10], [10, 20], [30, 40])).toEqual([0, 0, 0])
  })

  test('LN1 of overlapping claims the longest lies lowest', () => {
    expect(lanes([5, 9], [0, 20])).toEqual([1, 0])
    expect(lanes([0, 10], [8, 20])).toEqual([1, 0])
  })

  test('LN1 a lane is free again where nothing overlaps', () => {
    expect(lanes([0, 30], [2, 8], [10, 20])).toEqual([0, 1, 1])
  })

  test('LN1 the lowest claim counts those that have no line', () => {
    const four = lanesOf(stretches([0, 40], [0, 30], [0, 20], [0, 10]))
    expect(four.map(({ lane }) => lane)).toEqual([0, 1, 2, 3])
    expect(four.map(({ more }) => more)).toEqual([2, 0, 0, 0])
  })
})
