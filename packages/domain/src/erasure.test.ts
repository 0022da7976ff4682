import { expect, test } from 'vitest'
import { ana, aPerson } from '#tests/builders/claim.ts'
import { eraseText } from './erasure.ts'
import { ok, refuse } from './result.ts'

test('ER1 an admin erases a text, once; an editor does not', () => {
  const sana = aPerson('sana', 'admin', 'editor')
  expect(eraseText(sana, { erased: false })).toEqual(ok(null))
  expect(eraseText(sana, { erased: true })).toEqual(refuse('nothing-changed'))
  expect(eraseText(ana, { erased: false })).toEqual(refuse('not-an-admin'))
})
