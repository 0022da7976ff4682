import { expect, test } from 'vitest'
import { nextOutward } from './pointing.ts'

test('PT1 a click takes the shortest claim, each further one the next outward', () => {
  const lengths: Record<string, number> = { sentence: 80, count: 12, figure: 2 }
  const clicked = (selected: string | null) =>
    nextOutward(['figure', 'sentence', 'count'], (id) => lengths[id] ?? 0, selected)
  expect(clicked(null)).toBe('figure')
  expect(clicked('figure')).toBe('count')
  expect(clicked('count')).toBe('sentence')
  expect(clicked('sentence')).toBe('figure')
  expect(clicked('elsewhere')).toBe('figure')
  expect(nextOutward([], () => 0, null)).toBeNull()
})
