import { expect, test } from 'vitest'
import { aClaim, aVerdict, ben, rafi } from '#tests/builders/claim.ts'
import { groundOf, losesGround, removeEvidence, restOn, type Stance } from './evidence.ts'
import { ok, refuse } from './result.ts'

test('EV5 taking evidence away is a judgement', () => {
  expect(removeEvidence(ben)).toEqual(ok(null))
  expect(removeEvidence(rafi)).toEqual(refuse('may-not-decide'))
})

test('EV6 nothing new rests on a source that was withdrawn; a corrected one may still be used', () => {
  expect(restOn({ state: 'stands' })).toEqual(ok(null))
  expect(restOn({ state: 'corrected' })).toEqual(ok(null))
  expect(restOn({ state: 'withdrawn' })).toEqual(refuse('source-withdrawn'))
})

test.each<[Stance, boolean]>([
  ['supports', true],
  ['refutes', true],
  ['context', true],
  ['checked-and-silent', false],
])('SR3 a verdict loses ground with a source that %s: %s', (stance, loses) => {
  const judged = aClaim({ verdict: aVerdict(ben) })
  expect(losesGround(judged, stance)).toBe(loses)
  expect(losesGround(aClaim(), stance)).toBe(false)
  expect(losesGround({ ...judged, withdrawn: true }, stance)).toBe(false)
})

test('SR5 a claim’s ground is what speaks for or against it and has not been withdrawn', () => {
  const link = (id: string, stance: Stance, more: object = {}) => ({
    stance,
    source: { id, originId: 'release', state: 'stands' as const, ...more },
  })
  expect(groundOf([link('a', 'supports'), link('b', 'refutes')])).toEqual({ sources: 2, origins: 1 })
  expect(groundOf([link('a', 'supports'), link('c', 'context'), link('d', 'checked-and-silent')])).toEqual({
    sources: 1,
    origins: 1,
  })
  expect(groundOf([link('a', 'supports', { state: 'withdrawn' })])).toEqual({ sources: 0, origins: 0 })
})
