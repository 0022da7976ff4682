import { expect, test } from 'vitest'
import { slugFrom, slugShape } from './slug.ts'

test.each([
  ['The Harbour Desk', 'the-harbour-desk'],
  ['L’Écho d’Été', 'lecho-dete'],
  ['Straßenblatt Łódź', 'strassenblatt-lodz'],
  ['  24 Horas!  ', '24-horas'],
  ['بندرگاہ', ''],
  ['x'.repeat(39) + ' and more', 'x'.repeat(39)],
])('FR3 “%s” is proposed as “%s”', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
  expect(slug === '' || slugShape.test(slug)).toBe(true)
})
