/**
 * What it costs to settle the cards of the margin anew: 1,000 of them, one selected, in an article of 10,000 words. To reach: 1 ms for the
 * layout; density is chosen by a few layouts of the same. `npx vitest bench --run --project unit tests/bench/margin.bench.ts`
 */
import { bench, describe } from 'vitest'
import { densities } from '#web/margin/density.ts'
import { gutterRows } from '#web/margin/gutter-rows.ts'
import { type Card, layoutCards } from '#web/margin/layout-cards.ts'
import { chance } from '../builders/chance.ts'

const dice = chance(7)
const count = 1_000
/** About 900 lines of 32 px. */
const high = 28_800

const cards: Card[] = Array.from({ length: count }, () => dice.below(high))
  .sort((a, b) => a - b)
  .map((wanted, index) => ({ id: `c${index}`, wanted, height: 24 + dice.below(70) }))
const starts = cards.map(({ id, wanted }) => ({
  id,
  name: `C${id.slice(1)}`,
  middle: Math.floor(wanted / 32) * 32 + 16,
}))
const selected = 'c500'

describe(`${count} cards`, () => {
  bench('the layout', () => void layoutCards(cards, selected, { ceiling: -32, fold: 32 }))
  bench('which of them say one line', () => void densities(cards, selected, -32))
  bench('the gutter beside them', () => void gutterRows(starts, 2))
})
