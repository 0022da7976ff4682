import { expect, test } from 'vitest'
import { aClaim, ana, aPerson, aSignOff, aVerdict, ben, rafi } from '#tests/builders/claim.ts'
import { assign, changeKind, changeRisk, withdraw } from './claim-change.ts'
import { isDone, isLeft, placeOf, standingOf, standings } from './claim.ts'
import { attachEvidence } from './evidence.ts'
import { refuse } from './result.ts'
import { riskOf } from './risk.ts'
import { signOff } from './sign-off.ts'
import { affirmVerdict } from './verdict.ts'

test('CL1 a claim is placed while it reads as recorded, reworded when it does not, detached without a mark', () => {
  expect(placeOf(aClaim())).toBe('placed')
  expect(placeOf(aClaim({ words: 'GDP rose', recorded: 'GDP fell' }))).toBe('reworded')
  expect(placeOf(aClaim({ attached: false }))).toBe('detached')
})

test.each([
  ['open', aClaim()],
  ['open', aClaim({ words: 'GDP rose', recorded: 'GDP fell' })],
  ['judged', aClaim({ verdict: aVerdict(ben) })],
  ['conflict', aClaim({ verdict: aVerdict(ben), rivals: [5] })],
  ['signed', aClaim({ verdict: aVerdict(ben), signOff: aSignOff(ana) })],
  ['reworded', aClaim({ words: 'GDP rose', verdict: aVerdict(ben) })],
  ['detached', aClaim({ attached: false, verdict: aVerdict(ben) })],
  ['withdrawn', aClaim({ attached: false, withdrawn: true })],
] as const)('CL2 the state shown is %s', (standing, claim) => expect(standingOf(claim)).toBe(standing))

test('CL2 words that return count as unchanged again', () => {
  const verdict = aVerdict(ben)
  expect(standingOf(aClaim({ words: 'GDP rose', verdict }))).toBe('reworded')
  expect(standingOf(aClaim({ words: 'GDP fell', verdict }))).toBe('judged')
})

test('CL3, CL4 every claim that stands is either left for somebody or done', () => {
  for (const standing of standings) expect(isLeft(standing)).toBe(standing !== 'withdrawn' && !isDone(standing))
})

test('CL6 the kind is changed by those who decide, and only to another one', () => {
  expect(changeKind(aClaim(), ben, 'casualty')).toEqual({ ok: true, value: { kind: 'casualty' } })
  expect(changeKind(aClaim(), ben, 'statistic')).toEqual(refuse('nothing-changed'))
  expect(changeKind(aClaim(), rafi, 'casualty')).toEqual(refuse('may-not-decide'))
})

test('CL7 a claim is given to someone who may decide it, or to nobody', () => {
  expect(assign(aClaim(), ana, ben)).toEqual({ ok: true, value: { to: 'ben' } })
  expect(assign(aClaim(), ana, null)).toEqual({ ok: true, value: { to: null } })
  expect(assign(aClaim(), ana, rafi)).toEqual(refuse('person-unknown'))
  expect(assign(aClaim(), rafi, ben)).toEqual(refuse('may-not-decide'))
})

test('CL8 an open claim is withdrawn without a word, a judged one with a reason', () => {
  expect(withdraw(aClaim(), ben, '').ok).toBe(true)
  const judged = aClaim({ verdict: aVerdict(ben) })
  expect(withdraw(judged, ben, ' ')).toEqual(refuse('why-needed'))
  expect(withdraw(judged, ben, 'Marked twice.').ok).toBe(true)
  expect(withdraw(aClaim({ withdrawn: true }), ben, '')).toEqual(refuse('withdrawn'))
})

test('EV1, EV2 evidence is attached by those who decide, and says where to look', () => {
  expect(attachEvidence(aClaim(), ben, { locator: 'p. 3' }).ok).toBe(true)
  expect(attachEvidence(aClaim(), ben, { locator: ' ' })).toEqual(refuse('locator-needed'))
  expect(attachEvidence(aClaim(), rafi, { locator: 'p. 3' })).toEqual(refuse('may-not-decide'))
  expect(attachEvidence(aClaim({ withdrawn: true }), aPerson('chi', 'checker'), { locator: 'p. 3' })).toEqual(
    refuse('withdrawn'),
  )
})

test('CL11 a verdict whose ground was taken away is kept and does not count, until it is given or affirmed again', () => {
  const reopened = aClaim({ verdict: aVerdict(ben), reopened: true })
  expect(standingOf(reopened)).toBe('open')
  expect(signOff(reopened, ana, { words: 'GDP fell', verdict: 7 })).toEqual(refuse('reopened'))
  expect(affirmVerdict(reopened, ben, { words: 'GDP fell', verdict: 7 }).ok).toBe(true)
})

test('RK1, RK2 casualty counts and allegations are of high risk until a person says otherwise', () => {
  const toll = { ...aClaim({ kind: 'casualty' }), risk: null }
  expect([riskOf(toll), riskOf({ ...toll, kind: 'date' }), riskOf({ ...toll, risk: 'normal' })]).toEqual([
    'high',
    'normal',
    'normal',
  ])
  expect(changeRisk(toll, ben, 'high')).toEqual(refuse('nothing-changed'))
  expect(changeRisk(toll, ben, 'normal')).toEqual({ ok: true, value: { risk: 'normal' } })
})

test('RK3 an editor cannot talk their own verdict out of the sign-off that high risk asks for', () => {
  const mine = aClaim({ kind: 'allegation', verdict: aVerdict(ana) })
  expect(changeRisk({ ...mine, risk: null }, ana, 'normal')).toEqual(refuse('own-verdict'))
  expect(changeKind(mine, ana, 'history')).toEqual(refuse('own-verdict'))
  expect(changeRisk({ ...mine, risk: null }, ben, 'normal').ok).toBe(true)
})
