import { expect, test } from 'vitest'
import { aClaim, ana, aPerson, aSignOff, aVerdict, ben, seen } from '#tests/builders/claim.ts'
import { standingOf } from './claim.ts'
import { refuse } from './result.ts'
import { signOff } from './sign-off.ts'

const judged = aClaim({ verdict: aVerdict(ben) })

test('SO1 an editor signs off what a checker found, and the sign-off names words, rating and verdict', () => {
  expect(signOff(judged, ana, seen(judged))).toEqual({
    ok: true,
    value: { words: 'GDP fell', rating: 'confirmed', verdict: 7, truth: null },
  })
})

test('SO2 only an editor signs off', () => {
  expect(signOff(judged, aPerson('chi', 'checker', 'admin'), seen(judged))).toEqual(refuse('not-an-editor'))
})

test('SO3 an editor may not sign off their own verdict', () => {
  const own = aClaim({ verdict: aVerdict(ana) })
  expect(signOff(own, ana, seen(own))).toEqual(refuse('own-verdict'))
})

test('SO3 nor a verdict that they themselves said still holds', () => {
  const held = aClaim({ verdict: aVerdict(ben, { heldBy: ana.id }) })
  expect(signOff(held, ana, seen(held))).toEqual(refuse('own-verdict'))
})

test('SO4 a sign-off lapses by itself when the words or the verdict change', () => {
  const signed = aClaim({ verdict: aVerdict(ben), signOff: aSignOff(ana) })
  expect(standingOf(signed)).toBe('signed')
  expect(standingOf({ ...signed, words: 'GDP rose' })).toBe('reworded')
  expect(standingOf({ ...signed, verdict: aVerdict(ben, { seq: 9 }) })).toBe('judged')
})

test('SO5 an editor signs what they read: newer words or a newer verdict refuse', () => {
  expect(signOff(judged, ana, { words: 'GDP rose', verdict: 7 })).toEqual(refuse('words-changed'))
  expect(signOff(judged, ana, { words: 'GDP fell', verdict: 6 })).toEqual(refuse('verdict-changed'))
})

test('SO5 a verdict on other words cannot be signed off, even by one who has read the new ones', () => {
  const reworded = aClaim({ words: 'GDP rose', verdict: aVerdict(ben) })
  expect(signOff(reworded, ana, seen(reworded))).toEqual(refuse('words-changed'))
})

test.each([
  ['without a verdict', aClaim(), 'no-verdict-yet'],
  ['with two verdicts unseen of each other', aClaim({ verdict: aVerdict(ben), rivals: [5] }), 'verdicts-differ'],
  ['whose words are gone', aClaim({ verdict: aVerdict(ben), attached: false }), 'detached'],
  ['that was withdrawn', aClaim({ verdict: aVerdict(ben), withdrawn: true }), 'withdrawn'],
] as const)('SO6 a claim %s is not signed off', (_case, claim, refusal) => {
  expect(signOff(claim, ana, seen(claim))).toEqual(refuse(refusal))
})

test('SO6 the same words and verdict are signed off once', () => {
  const signed = aClaim({ verdict: aVerdict(ben), signOff: aSignOff(aPerson('dee', 'editor')) })
  expect(signOff(signed, ana, seen(signed))).toEqual(refuse('already-signed-off'))
})
