import { expect, test } from 'vitest'
import { Drafts } from './drafts.ts'
import { putBack } from './put-back.ts'

test('KP5 reason and proposed words come back where they were typed, and push nothing aside', () => {
  const drafts = new Drafts()
  const verdict = { type: 'verdict', rating: 'confirmed-with-change', why: '', proposed: 'At least 43' } as const
  putBack(drafts, 'c1', verdict)
  expect(drafts.of('c1')).toMatchObject({ rating: 'confirmed-with-change', why: '', proposed: 'At least 43' })
  drafts.change('c2', { why: 'Being written.' })
  putBack(drafts, 'c2', verdict)
  expect(drafts.of('c2')).toMatchObject({ rating: null, why: 'Being written.', proposed: null })
  drafts.change('c3', { proposed: 'Being written.' })
  putBack(drafts, 'c3', { ...verdict, why: 'It was 43.' })
  expect(drafts.of('c3')).toMatchObject({ rating: null, why: '', proposed: 'Being written.' })
})
