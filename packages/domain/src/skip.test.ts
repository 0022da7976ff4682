import { expect, test } from 'vitest'
import { ana, ben, rafi } from '#tests/builders/claim.ts'
import { ok, refuse } from './result.ts'
import { bringBack, skipWords } from './skip.ts'

const text = 'At least 41 people died. The harbour was still.'

test('SU4 checkers and editors skip suggested words and bring them back; nobody else does', () => {
  for (const actor of [ana, ben]) {
    expect(skipWords(actor, ['41 people'], text).ok).toBe(true)
    expect(bringBack(actor)).toEqual(ok(null))
  }
  expect(skipWords(rafi, ['41 people'], text)).toEqual(refuse('may-not-mark'))
  expect(bringBack(rafi)).toEqual(refuse('may-not-mark'))
})

test('SU4 of several the words that stand are skipped once each, and the others named', () => {
  const skipped = skipWords(ben, ['41 people died', '60 people', '41 people died'], text)
  expect(skipped).toEqual(ok({ words: ['41 people died'], missed: ['60 people'] }))
  expect(skipWords(ben, ['60 people'], text)).toEqual(refuse('words-changed'))
})
