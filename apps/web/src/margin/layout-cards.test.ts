import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Card, cardGap, isotonic, layoutCards } from './layout-cards.ts'

const measures = fc.array(
  fc.record({ step: fc.integer({ min: 0, max: 200 }), height: fc.integer({ min: 20, max: 160 }) }),
  { minLength: 1, maxLength: 24 },
)

/** Cards in the order of the text, as close together as claims can be. */
const someCards = measures.map((made): Card[] => {
  let wanted = 0
  return made.map(({ step, height }, index) => {
    wanted += step
    return { id: `c${index}`, wanted, height }
  })
})
const cardsAndOne = someCards.chain((cards) =>
  fc.record({ cards: fc.constant(cards), at: fc.nat({ max: cards.length - 1 }) }),
)

/** The formula pooling has to agree with: each value is the greatest of the least averages around it. */
const byFormula = (values: readonly number[]): number[] => {
  const mean = (from: number, to: number) => {
    const part = values.slice(from, to + 1)
    return part.reduce((sum, value) => sum + value, 0) / part.length
  }
  return values.map((_, at) =>
    Math.max(
      ...values
        .slice(0, at + 1)
        .map((_first, from) => Math.min(...values.slice(at).map((_last, ahead) => mean(from, at + ahead)))),
    ),
  )
}

const displacement = (cards: readonly Card[], tops: readonly number[]) =>
  cards.reduce((sum, { wanted }, index) => sum + ((tops[index] ?? 0) - wanted) ** 2, 0)

describe('cards in the margin', () => {
  test('MG1, MG2 never overlap and keep the order of the text, whichever is selected', () => {
    fc.assert(
      fc.property(cardsAndOne, fc.boolean(), ({ cards, at }, isOne) => {
        const { tops } = layoutCards(cards, isOne ? `c${at}` : null)
        expect(tops).toHaveLength(cards.length)
        for (const [index, { height }] of cards.slice(0, -1).entries()) {
          expect(tops[index + 1]).toBeGreaterThanOrEqual((tops[index] ?? NaN) + height + cardGap - 1e-6)
        }
      }),
    )
  })

  test('MG3 the selected card is exactly level with its words', () => {
    fc.assert(
      fc.property(cardsAndOne, ({ cards, at }) => {
        expect(layoutCards(cards, `c${at}`).tops[at]).toBeCloseTo(cards[at]?.wanted ?? NaN, 6)
      }),
    )
  })

  test('MG4 the displacement is shared so that its squares are least', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 14 }), (values) => {
        const pooled = isotonic(values)
        for (const [index, value] of byFormula(values).entries()) expect(pooled[index]).toBeCloseTo(value, 6)
      }),
    )
  })

  test('MG4 no other layout without overlap lies nearer to the words, with one selected or none', () => {
    const nudges = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(cardsAndOne, fc.boolean(), nudges, ({ cards, at }, isOne, nudge) => {
        const { tops, folded } = layoutCards(cards, isOne ? `c${at}` : null, { ceiling: -1e9 })
        expect(folded).toBe(0)
        // Another layout: ours pushed about, then made to obey again from the fixed card outwards.
        const other = tops.map((top, index) => (isOne && index === at ? top : top + (nudge[index] ?? 0)))
        const from = isOne ? at : 0
        for (let index = from + 1; index < cards.length; index += 1) {
          const least = (other[index - 1] ?? 0) + (cards[index - 1]?.height ?? 0) + cardGap
          other[index] = Math.max(other[index] ?? 0, least)
        }
        for (let index = from - 1; index >= 0; index -= 1) {
          const most = (other[index + 1] ?? 0) - (cards[index]?.height ?? 0) - cardGap
          other[index] = Math.min(other[index] ?? 0, most)
        }
        expect(displacement(cards, tops)).toBeLessThanOrEqual(displacement(cards, other) + 1e-6)
      }),
    )
  })

  test('MG5 without a selected card nothing lies above the top, and the text grows as high as the cards', () => {
    fc.assert(
      fc.property(someCards, (cards) => {
        const { tops, folded, end } = layoutCards(cards, null)
        expect(Math.min(...tops)).toBeGreaterThanOrEqual(0)
        expect(folded).toBe(0)
        expect(end).toBeCloseTo((tops.at(-1) ?? 0) + (cards.at(-1)?.height ?? 0), 6)
      }),
    )
  })

  test('MG5 what finds no room above the selected card is counted, and the rest leaves room for the count', () => {
    fc.assert(
      fc.property(cardsAndOne, ({ cards, at }) => {
        const [ceiling, fold] = [-32, 32]
        const { tops, folded } = layoutCards(cards, `c${at}`, { ceiling, fold })
        expect(folded).toBeLessThanOrEqual(at)
        for (const top of tops.slice(folded)) expect(top).toBeGreaterThanOrEqual(folded > 0 ? ceiling + fold : ceiling)
        if (folded > 0) expect(tops[0]).toBeLessThan(ceiling)
      }),
    )
  })

  test('MG5 three claims on one line above the selected one are folded when the line is the first', () => {
    const cards = [0, 0, 0, 40].map((wanted, index) => ({ id: `c${index}`, wanted, height: 60 }))
    expect(layoutCards(cards, 'c3', { ceiling: -32, fold: 32 })).toEqual({
      tops: [-164, -96, -28, 40],
      folded: 3,
      end: 100,
    })
  })
})
