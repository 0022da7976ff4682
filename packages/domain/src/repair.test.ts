import { expect, test } from 'vitest'
import { aClaim, ana, ben, rafi } from '#tests/builders/claim.ts'
import { merge, partings, partsOf, relink, split } from './repair.ts'
import { ok, refuse } from './result.ts'

const gone = aClaim({ attached: false })

test('RP1 a checker or editor puts a detached claim on other words, and nobody moves one that stands', () => {
  expect(relink(gone, ben)).toEqual(ok(null))
  expect(relink(gone, rafi)).toEqual(refuse('may-not-decide'))
  expect(relink(aClaim(), ben)).toEqual(refuse('still-stands'))
  expect(relink({ ...gone, withdrawn: true }, ben)).toEqual(refuse('withdrawn'))
})

test('RP2 a claim is merged into another that stands, a detached one too', () => {
  const into = aClaim({ id: 'c2' })
  expect(merge(aClaim(), ana, into)).toEqual(ok({ into: 'c2' }))
  expect(merge(gone, ben, into)).toEqual(ok({ into: 'c2' }))
  expect(merge(aClaim(), rafi, into)).toEqual(refuse('may-not-decide'))
  expect(merge(aClaim(), ben, { ...into, attached: false })).toEqual(refuse('detached'))
})

test('RP2 a claim is not merged into itself, nor with one that was withdrawn', () => {
  const into = aClaim({ id: 'c2' })
  expect(merge(aClaim(), ben, aClaim())).toEqual(refuse('not-mergeable-claims'))
  expect(merge(aClaim({ withdrawn: true }), ben, into)).toEqual(refuse('not-mergeable-claims'))
  expect(merge(aClaim(), ben, { ...into, withdrawn: true })).toEqual(refuse('not-mergeable-claims'))
})

test('RP3 a claim is split at a place inside its words, and the space between belongs to neither part', () => {
  const claim = aClaim({ words: 'GDP fell and  exports rose' })
  const parts = { first: { from: 0, to: 12 }, second: { from: 14, to: 26 } }
  expect(split(claim, ben, 'exports rose')).toEqual(ok(parts))
  expect(split(claim, ben, ' exports rose')).toEqual(ok(parts))
  expect(split(claim, rafi, 'exports rose')).toEqual(refuse('may-not-decide'))
  expect(split({ ...claim, attached: false }, ben, 'exports rose')).toEqual(refuse('detached'))
  expect(split({ ...claim, withdrawn: true }, ben, 'exports rose')).toEqual(refuse('withdrawn'))
})

test('RP3 words that do not end as they did on screen are looked at again', () => {
  expect(split(aClaim({ words: 'GDP fell and exports sank' }), ben, 'exports rose')).toEqual(refuse('words-changed'))
})

test.each([
  ['nothing', ''],
  ['everything', 'GDP 👩‍🚒 fell.'],
  ['a part without words', '.'],
  ['half of a character', '‍🚒 fell.'],
])('RP3 %s is no second part', (_, second) => {
  expect(split(aClaim({ words: 'GDP 👩‍🚒 fell.' }), ben, second)).toEqual(refuse('not-divisible'))
})

test('RP3 places to split at lie between words, and opening marks go with the word after them', () => {
  const words = 'He said “it fell” (twice).'
  expect(partings(words, 'en').map((at) => words.slice(at))).toEqual([
    'said “it fell” (twice).',
    '“it fell” (twice).',
    'fell” (twice).',
    '(twice).',
  ])
  expect(partings('One', 'en')).toEqual([])
  expect(partsOf('One two', 3)).toEqual({ first: { from: 0, to: 3 }, second: { from: 4, to: 7 } })
})
