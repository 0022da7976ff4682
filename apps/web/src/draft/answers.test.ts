import { expect, test } from 'vitest'
import type { CarriedClaimView } from '#protocol/draft-view.ts'
import { answersTo, detachedBy, readAnswers } from './answers.ts'

const quotation = { before: '', words: 'At least 17', after: '' }
const aClaim = (id: string, answer: CarriedClaimView['answer'], guess = true): CarriedClaimView => ({
  id,
  number: 1,
  kind: 'casualty',
  standing: 'open',
  answer,
  changed: true,
  old: quotation,
  new: guess ? quotation : null,
})

test('DR30 only unsure claims are answered, and “there” only where there is a place', () => {
  const claims = [aClaim('a', 'unsure'), aClaim('b', 'reworded'), aClaim('c', 'unsure', false), aClaim('d', 'unsure')]
  expect(answersTo({ claims }, { a: 'there', b: 'gone', c: 'there', e: 'gone' })).toEqual([
    { claimId: 'a', is: 'there' },
  ])
})

test('DR31 detached is what is gone, what is said to be gone, and what nobody answered', () => {
  const claims = [
    aClaim('a', 'unsure'),
    aClaim('b', 'unsure'),
    aClaim('c', 'gone'),
    aClaim('d', 'unsure'),
    aClaim('e', 'moved'),
  ]
  expect(detachedBy({ claims }, { a: 'there', b: 'gone' }).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
})

test.each([null, '', '[', '3', 'null', '{"a":"perhaps"}'])('DR30 a remembered answer of %s is none', (stored) => {
  expect(readAnswers(stored)).toEqual({})
})
