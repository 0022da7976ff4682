import fc from 'fast-check'
import { expect, test } from 'vitest'
import { densities, farthest, lineHeight } from './density.ts'
import { type Card, layoutCards } from './layout-cards.ts'

const crowd = (count: number, from: number, step: number): Card[] =>
  Array.from({ length: count }, (_, index) => ({ id: `c${from + index}`, wanted: from + index * step, height: 80 }))

test('MG6 cards with room say everything, a crowd says one line each, and what lies far from it is left alone', () => {
  const roomy = crowd(3, 0, 200)
  const crowded = crowd(9, 2_000, 20)
  const after = crowd(3, 5_000, 120)
  expect(densities([...roomy, ...crowded, ...after], null)).toEqual([
    ...roomy.map(() => 'card'),
    ...crowded.map(() => 'line'),
    ...after.map(() => 'card'),
  ])
})

test('MG6 the selected card says everything in the middle of a crowd', () => {
  const found = densities(crowd(12, 2_000, 20), 'c2004')
  expect(found.filter((density) => density === 'card')).toHaveLength(1)
  expect(found[4]).toBe('card')
})

test('MG6 a card lies farther than that from its words only in a crowd where every other card is one line already', () => {
  const cards = fc
    .array(fc.record({ step: fc.integer({ min: 0, max: 90 }), height: fc.integer({ min: 24, max: 120 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((made): Card[] => {
      let wanted = 0
      return made.map(({ step, height }, index) => ({ id: `c${index}`, wanted: (wanted += step), height }))
    })
  fc.assert(
    fc.property(cards, fc.nat({ max: 39 }), (cards, at) => {
      const selected = cards[at]?.id ?? null
      const found = densities(cards, selected)
      const sized = cards.map((card, index) => (found[index] === 'line' ? { ...card, height: lineHeight } : card))
      const { tops } = layoutCards(sized, selected)
      const far = sized.filter(({ wanted }, index) => Math.abs((tops[index] ?? 0) - wanted) > farthest)
      expect(far.filter(({ id, height }) => id !== selected && height > lineHeight)).toEqual([])
    }),
  )
})

test('MG6 eighty claims in 1,400 words lie beside them, none far from its words', () => {
  // 1,400 words are about 130 lines of 32 px and 25 gaps between paragraphs.
  const height = 130 * 32 + 25 * 20
  const cards = Array.from({ length: 80 }, (_, index) => ({
    id: `c${index}`,
    wanted: Math.round((index * height) / 80),
    height: index % 3 === 0 ? 90 : 60,
  }))
  const found = densities(cards, 'c40')
  const sized = cards.map((card, index) => (found[index] === 'line' ? { ...card, height: lineHeight } : card))
  const { tops, folded, end } = layoutCards(sized, 'c40')
  expect(folded).toBe(0)
  expect(end).toBeLessThan(height + 100)
  for (const [index, { wanted }] of sized.entries()) {
    expect(Math.abs((tops[index] ?? 0) - wanted)).toBeLessThanOrEqual(farthest)
  }
})
