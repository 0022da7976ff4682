import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf } from './code-points.ts'

test('WA2 code points are counted as an iterator counts them, in any text, and lead back to the same place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, chosen) => {
      const points = codePointsOf(text)
      const characters = [...text]
      expect(points.length).toBe(characters.length)
      const point = chosen % (characters.length + 1)
      const offset = characters.slice(0, point).join('').length
      expect(points.countBefore(offset)).toBe(point)
      expect(points.offsetOf(point)).toBe(offset)
    }),
  )
})

test('WA2 an offset inside a character counts as its end; beyond the text there is no place', () => {
  const points = codePointsOf('a📁b')
  expect([0, 1, 2, 3, 4, 9].map((offset) => points.countBefore(offset))).toEqual([0, 1, 2, 2, 3, 3])
  expect([-1, 0, 1, 2, 3, 4].map((point) => points.offsetOf(point))).toEqual([null, 0, 1, 3, 4, null])
})
