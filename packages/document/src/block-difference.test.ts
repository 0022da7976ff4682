import { expect, test } from 'vitest'
import { blockDifference } from './block-difference.ts'

test('VN3 the same text has no changes', () => expect(blockDifference('a\nb', 'a\nb')).toEqual([]))

test('VN3 a paragraph that was edited, one that came and one that went are three changes', () => {
  expect(blockDifference('a\nb\nc\nd\ne', 'a\nB\nc\nnew\nd')).toEqual([
    { before: 'b', after: 'B' },
    { before: '', after: 'new' },
    { before: 'e', after: '' },
  ])
})

test('VN3 neighbouring paragraphs that changed together are one change', () => {
  expect(blockDifference('a\nb\nc', 'a\nx\ny')).toEqual([{ before: 'b\nc', after: 'x\ny' }])
})

test('VN3 texts without a paragraph in common are one change, however long', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word} ${n}`).join('\n')
  expect(blockDifference(long('old'), long('new'))).toHaveLength(1)
})
