import { expect, test } from 'vitest'
import { aClaim, ben, rafi } from '#tests/builders/claim.ts'
import { assertBy, type Asserter } from './asserter.ts'
import { ok, refuse } from './result.ts'

const claim = (asserter: Asserter | null = null) => ({ ...aClaim(), asserter })
const person = { kind: 'person', name: 'Joan Arbel', terms: 'on-record' } as const

test('AS1 who is named has a name and terms, an unnamed voice only terms, the article neither', () => {
  const said = (asserter: Asserter) => assertBy(claim(), ben, asserter)
  expect(said({ ...person, name: ' Joan Arbel ', terms: null })).toEqual(ok({ asserter: person }))
  expect(said({ ...person, name: ' ' })).toEqual(refuse('name-needed'))
  expect(said({ kind: 'unnamed', name: 'Joan', terms: null })).toEqual(
    ok({ asserter: { kind: 'unnamed', name: '', terms: 'background' } }),
  )
  expect(said({ kind: 'narrator', name: 'Joan', terms: 'on-record' })).toEqual(
    ok({ asserter: { kind: 'narrator', name: '', terms: null } }),
  )
})

test('AS2 those who decide say who asserts a claim, and take it back; what changes nothing is no decision', () => {
  expect(assertBy(claim(), rafi, person)).toEqual(refuse('may-not-decide'))
  expect(assertBy({ ...claim(), withdrawn: true }, ben, person)).toEqual(refuse('withdrawn'))
  expect(assertBy(claim(person), ben, person)).toEqual(refuse('nothing-changed'))
  expect(assertBy(claim(person), ben, null)).toEqual(ok({ asserter: null }))
  expect(assertBy(claim(), ben, null)).toEqual(refuse('nothing-changed'))
})
