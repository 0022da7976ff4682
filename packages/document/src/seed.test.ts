import { expect, test } from 'vitest'
import type { DocumentJson } from './draft.ts'
import { documentFrom, mostNested } from './seed.ts'

const tower = (quotations: number): DocumentJson => {
  let block: DocumentJson = { type: 'paragraph', content: [{ type: 'text', text: 'At the top.' }] }
  for (let at = 0; at < quotations; at += 1) block = { type: 'blockquote', content: [block] }
  return { type: 'doc', content: [block] }
}

test('RM24 a document that nests deeper than any text needs is none', () => {
  expect(documentFrom(tower(50)).textContent).toBe('At the top.')
  for (const quotations of [mostNested, 5_000]) expect(() => documentFrom(tower(quotations))).toThrow(RangeError)
})
