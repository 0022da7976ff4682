import { expect, test } from 'vitest'
import { ana, ben, rafi } from '#tests/builders/claim.ts'
import { stages } from './desk.ts'
import { articleWaits, byUrgency, type Waiting } from './waiting.ts'

test('WT1 an article waits for its checkers while it is checked, and for its editors at review', () => {
  expect(stages.filter((stage) => articleWaits(ben, stage))).toEqual(['intake', 'checking'])
  expect(stages.filter((stage) => articleWaits(ana, stage))).toEqual(['intake', 'checking', 'review'])
  expect(stages.filter((stage) => articleWaits(rafi, stage))).toEqual([])
})

const at = (hour: number): string => `2026-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`
const one = (name: string, more: Partial<Waiting> = {}): Waiting & { name: string } => ({
  name,
  what: 'claim',
  dueAt: null,
  risk: 'normal',
  at: at(10),
  ...more,
})

test('WT2 words somebody waits for come first, then what is due, then high risk, then what waits longest', () => {
  const wanted = [
    one('asked, not due', { what: 'query' }),
    one('due soon', { dueAt: at(20) }),
    one('due later, of high risk', { dueAt: at(22), risk: 'high' }),
    one('due later', { dueAt: at(22) }),
    one('high risk', { risk: 'high' }),
    one('since nine', { at: at(9) }),
    one('since eleven', { at: at(11) }),
    one('since nobody knows when', { at: null }),
    one('an article', { what: 'article', dueAt: at(12) }),
  ]
  expect(
    wanted
      .toReversed()
      .toSorted(byUrgency)
      .map(({ name }) => name),
  ).toEqual(wanted.map(({ name }) => name))
})
