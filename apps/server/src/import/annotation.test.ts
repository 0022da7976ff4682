import { expect, test } from 'vitest'
import { readAnnotations } from './annotation.ts'

const annotation = (targets: number) => ({
  type: 'Annotation',
  target: Array.from({ length: targets }, () => ({ selector: { type: 'TextQuoteSelector', exact: 'some words' } })),
})

test('WA6 too many annotations are too many, and so are too many pieces in one', () => {
  expect(readAnnotations([annotation(1), annotation(2)], 2)).toMatchObject({ items: [{}, {}] })
  expect(readAnnotations([annotation(1), annotation(1), annotation(1)], 2)).toBe('too-many')
  expect(readAnnotations(annotation(5), 2)).toBe('too-many')
})
