import { expect, test } from 'vitest'
import { aClaim, ben, rafi } from '#tests/builders/claim.ts'
import { changeDue, changeRisk } from './claim-change.ts'
import { claimKinds } from './kind.ts'
import { ok, refuse } from './result.ts'
import { riskOf } from './risk.ts'

const due = '2026-03-03T21:30:00.000Z'

test('RK1 casualty counts and allegations are of high risk until a person says otherwise', () => {
  const high = claimKinds.filter((kind) => riskOf({ kind, risk: null }) === 'high')
  expect(high).toEqual(['casualty', 'allegation'])
  expect(riskOf({ kind: 'allegation', risk: 'normal' })).toBe('normal')
  expect(riskOf({ kind: 'date', risk: 'high' })).toBe('high')
})

test('RK2 a checker or editor changes the risk of a claim that stands, and only to another', () => {
  const claim = { ...aClaim({ kind: 'casualty' }), risk: null }
  expect(changeRisk(claim, ben, 'normal')).toEqual(ok({ risk: 'normal' }))
  expect(changeRisk(claim, ben, 'high')).toEqual(refuse('nothing-changed'))
  expect(changeRisk({ ...claim, risk: 'normal' }, ben, 'high')).toEqual(ok({ risk: 'high' }))
  expect(changeRisk(claim, rafi, 'normal')).toEqual(refuse('may-not-decide'))
  expect(changeRisk({ ...claim, withdrawn: true }, ben, 'normal')).toEqual(refuse('withdrawn'))
})

test('CL12 a checker or editor gives a claim a time of its own, or takes it away', () => {
  expect(changeDue(aClaim(), ben, due)).toEqual(ok({ dueAt: due }))
  expect(changeDue(aClaim(), ben, null)).toEqual(ok({ dueAt: null }))
  expect(changeDue(aClaim(), rafi, due)).toEqual(refuse('may-not-decide'))
  expect(changeDue(aClaim({ withdrawn: true }), ben, due)).toEqual(refuse('withdrawn'))
})
