import { expect, test } from 'vitest'
import { aClaim, ana, aVerdict, ben, rafi, vera } from '#tests/builders/claim.ts'
import { stages } from './desk.ts'
import { ok, refuse } from './result.ts'
import { approvable, approvalStanding, approve, publish, requestReview, sendBack } from './review.ts'

const judged = aClaim({ verdict: aVerdict(ben) })
const open = aClaim({ id: 'c2', words: 'Rome burned' })
const approval = { sha256: 'a', claims: approvable([judged, open]) }
const all = { gateOpens: true, unchangedSinceSeen: true, approvalCounts: true }

test('RV1 an approval names every claim that stands, with its words and verdict', () => {
  expect(approvable([judged, open, aClaim({ id: 'c3', withdrawn: true })])).toEqual([
    { claimId: 'c1', words: 'GDP fell', verdict: 7, truth: null },
    { claimId: 'c2', words: 'Rome burned', verdict: null, truth: null },
  ])
})

test('RV2 it counts while text, words and verdicts are those approved', () => {
  expect(approvalStanding(approval, 'a', [judged, open])).toEqual({ counts: true, textChanged: false, touched: [] })
})

test.each([
  ['reworded', [{ ...judged, words: 'GDP rose' }, open], ['c1']],
  ['judged anew', [{ ...judged, verdict: aVerdict(ben, { seq: 9 }) }, open], ['c1']],
  ['withdrawn', [judged, { ...open, withdrawn: true }], ['c2']],
  ['re-opened', [{ ...judged, reopened: true }, open], ['c1']],
  ['new', [judged, open, aClaim({ id: 'c3' })], ['c3']],
] as const)('RV2 of a claim that was %s, it is stale, and of that claim only', (_case, claims, touched) => {
  expect(approvalStanding(approval, 'a', claims)).toEqual({ counts: false, textChanged: false, touched })
})

test('RV2 other text makes it stale though it touches no claim; a claim that came and went touches nothing', () => {
  expect(approvalStanding(approval, 'b', [judged, open])).toEqual({ counts: false, textChanged: true, touched: [] })
  const gone = aClaim({ id: 'c3', withdrawn: true })
  expect(approvalStanding(approval, 'a', [judged, open, gone]).counts).toBe(true)
})

test('RV3 checkers and editors ask for review while it is checked, and again once it is ready', () => {
  const allowed = stages.filter((stage) => requestReview(ben, stage).ok)
  expect(allowed).toEqual(['checking', 'ready'])
  expect(requestReview(ben, 'review')).toEqual(refuse('not-at-this-stage'))
  for (const other of [rafi, vera]) expect(requestReview(other, 'checking')).toEqual(refuse('may-not-decide'))
})

test('RV4 an editor sends back what is in review or ready, and says what is missing', () => {
  expect(stages.filter((stage) => sendBack(ana, stage, 'C4.').ok)).toEqual(['review', 'ready'])
  expect(sendBack(ana, 'review', ' ')).toEqual(refuse('why-needed'))
  expect(sendBack(ben, 'review', 'C4.')).toEqual(refuse('not-an-editor'))
})

test('RV5 an editor approves what they read, once the gate opens', () => {
  expect(stages.filter((stage) => approve(ana, { ...all, stage }).ok)).toEqual(['review', 'ready'])
  expect(approve(ben, { ...all, stage: 'review' })).toEqual(refuse('not-an-editor'))
  expect(approve(ana, { ...all, stage: 'review', unchangedSinceSeen: false })).toEqual(refuse('changed-since'))
  expect(approve(ana, { ...all, stage: 'review', gateOpens: false })).toEqual(refuse('gate-closed'))
})

test('RV6 only what is ready, approved as it stands and through an open gate is published', () => {
  expect(stages.filter((stage) => publish(ana, { ...all, stage }).ok)).toEqual(['ready'])
  expect(publish(ana, { ...all, stage: 'ready' })).toEqual(ok(null))
  expect(publish(ben, { ...all, stage: 'ready' })).toEqual(refuse('not-an-editor'))
  expect(publish(ana, { ...all, stage: 'ready', approvalCounts: false })).toEqual(refuse('approval-stale'))
  expect(publish(ana, { ...all, stage: 'ready', gateOpens: false })).toEqual(refuse('gate-closed'))
})
