import { expect, test } from 'vitest'
import type { ReviewView } from '#protocol/review-view.ts'
import type { Actor, Role } from '#domain/actor.ts'
import { linesOf, offered } from './lines.ts'

const aPerson = (role: Role): Actor => ({ id: role, name: role, newsroomId: 'harbour', roles: new Set([role]) })
const [ana, ben, vera] = [aPerson('editor'), aPerson('checker'), aPerson('viewer')]

type Approval = NonNullable<ReviewView['approval']>

const anApproval = (counts: boolean): Approval => ({
  seq: 9,
  version: 2,
  by: 'ana',
  at: '2026-03-03T20:00:00.000Z',
  counts,
  textChanged: !counts,
  touched: [],
})
const open = { gate: [], opens: true, approval: null }

const failing = (review: Pick<ReviewView, 'stage' | 'gate' | 'approval'>) =>
  linesOf(review).flatMap(({ rule, outcome }) => (outcome === 'fails' ? [rule] : []))

test('RV8 beside the gate, review has to be asked for and an approval has to count', () => {
  expect(failing({ ...open, stage: 'checking' })).toEqual(['asked', 'approved'])
  expect(failing({ ...open, stage: 'review' })).toEqual(['approved'])
  expect(failing({ ...open, stage: 'ready', approval: anApproval(true) })).toEqual([])
  expect(failing({ ...open, stage: 'ready', approval: anApproval(false) })).toEqual(['approved'])
  expect(failing({ ...open, stage: 'published', approval: anApproval(false) })).toEqual([])
})

test('RV8 an article may be published when no line fails, and not otherwise', () => {
  for (const stage of ['intake', 'checking', 'review', 'ready'] as const) {
    for (const approval of [null, anApproval(true), anApproval(false)]) {
      const review = { ...open, stage, approval }
      expect([stage, offered(ana, review).mayPublish]).toEqual([stage, failing(review).length === 0])
    }
  }
})

test('RV8 each person is offered the steps that are theirs', () => {
  const none = { ask: false, approve: false, sendBack: false, publish: false, mayPublish: false }
  expect(offered(ben, { ...open, stage: 'checking' })).toEqual({ ...none, ask: true })
  expect(offered(ben, { ...open, stage: 'review' })).toEqual(none)
  expect(offered(vera, { ...open, stage: 'checking' })).toEqual(none)
  expect(offered(ana, { ...open, stage: 'review' })).toEqual({ ...none, approve: true, sendBack: true, publish: true })
  // What is approved and counts is not approved again.
  expect(offered(ana, { ...open, stage: 'ready', approval: anApproval(true) })).toEqual({
    ...none,
    sendBack: true,
    publish: true,
    mayPublish: true,
  })
  expect(offered(ana, { ...open, stage: 'published' })).toEqual(none)
})
