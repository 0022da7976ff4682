import type { Standing } from '#domain/claim.ts'
import { describe, expect, test } from 'vitest'
import { stepFrom } from './steps.ts'

const claims = (['open', 'judged', 'reworded', 'signed', 'detached'] as Standing[]).map((standing, index) => ({
  id: `c${index + 1}`,
  standing,
}))
const everything = new Set(claims.map(({ id }) => id))
const step = (from: string | null, to: Parameters<typeof stepFrom>[3], shown = everything) =>
  stepFrom(claims, shown, from, to)?.id ?? null

describe('steps', () => {
  test('NX1 without a selected claim a step takes the first or the last', () => {
    expect(step(null, 'next')).toBe('c1')
    expect(step(null, 'previous')).toBe('c5')
    expect(step(null, 'next-left')).toBe('c1')
  })

  test('NX2 plain steps end at the ends, steps to what is left go round', () => {
    expect(step('c5', 'next')).toBeNull()
    expect(step('c1', 'next-left')).toBe('c3')
    expect(step('c5', 'next-left')).toBe('c1')
    expect(step('c1', 'previous-left')).toBe('c5')
    expect(step('c4', 'previous-left')).toBe('c3')
  })

  test('NX4 a step to what is reworded goes round and passes over everything else', () => {
    expect(step('c1', 'next-reworded')).toBe('c3')
    expect(step('c4', 'next-reworded')).toBe('c3')
    expect(step('c3', 'next-reworded')).toBeNull()
  })

  test('NX3 only claims that the filter shows are stepped to', () => {
    expect(step('c1', 'next', new Set(['c1', 'c4']))).toBe('c4')
    expect(step('c2', 'previous-left', new Set(['c5']))).toBe('c5')
    expect(step('c1', 'next-left', new Set(['c1']))).toBeNull()
  })
})
