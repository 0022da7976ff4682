import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align, type Pair } from './alignment.ts'

const aligned = (a: readonly number[], b: readonly number[], together = 0): Pair[] =>
  align({
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    together,
    worth: (at, from, to, worth) => {
      for (let j = from; j < to; j += 1) worth[j - from] = a[at] === b[j] ? 1 : 0
    },
  })

/** The most items two rows have in common in the same order, counted the slow way. */
function mostInCommon(a: readonly number[], b: readonly number[]): number {
  const [first, ...rest] = a
  if (first === undefined) return 0
  const at = b.indexOf(first)
  const without = mostInCommon(rest, b)
  return at === -1 ? without : Math.max(without, 1 + mostInCommon(rest, b.slice(at + 1)))
}

const anyRow = fc.array(fc.nat(4), { maxLength: 9 })

test('CA13 pairs are equal, keep their order, use nothing twice, and no more could be paired', () => {
  fc.assert(
    fc.property(anyRow, anyRow, (a, b) => {
      const pairs = aligned(a, b)
      for (const [at, [i, j]] of pairs.entries()) {
        expect(a[i]).toBe(b[j])
        expect([i > (pairs[at - 1]?.[0] ?? -1), j > (pairs[at - 1]?.[1] ?? -1)]).toEqual([true, true])
      }
      expect(pairs.length).toBe(mostInCommon(a, b))
    }),
    { numRuns: 500 },
  )
})

test('CA13 of equal items the one beside its old neighbours is taken', () => {
  expect(aligned([7, 1, 8], [5, 1, 6, 7, 1, 9], 0.1)).toEqual([
    [0, 3],
    [1, 4],
  ])
  expect(aligned([1, 8, 2], [1, 5, 9, 1, 8], 0.1)).toEqual([
    [0, 3],
    [1, 4],
  ])
})

test('CA13 rows too long to be compared item by item are cut where both have something only once', () => {
  const before = Array.from({ length: 9_000 }, (_, at) => (at % 50 === 0 ? at : -(at % 7)))
  const after = [-100, ...before.toSpliced(4_000, 30, -200), -300]
  const pairs = aligned(before, after, 0.1)
  expect(pairs.length).toBe(8_970)
  expect(pairs.every(([i, j]) => j - i === (i < 4_000 ? 1 : -28))).toBe(true)
})
