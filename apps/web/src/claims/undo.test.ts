import { expect, test } from 'vitest'
import type { ClaimView, VerdictView } from '#protocol/view.ts'
import type { Decision } from './desk-claim.ts'
import { oppositeOf } from './undo.ts'

const aClaim = (changed: Partial<ClaimView> = {}): ClaimView => ({
  id: 'c1',
  number: 1,
  kind: 'casualty',
  words: '41 people',
  recorded: '41 people',
  place: 'placed',
  standing: 'open',
  ranges: [],
  doubled: 0,
  markedBy: 'noor',
  markedAt: '',
  assignee: null,
  verdict: null,
  rivals: [],
  truth: null,
  asserter: null,
  signOff: null,
  risk: 'high',
  dueAt: null,
  reopened: null,
  mergedInto: null,
  dates: [],
  talk: { remarks: 0, waiting: 0 },
  queries: [],
  evidence: [],
  elements: [],
  ...changed,
})
const aVerdict = (changed: Partial<VerdictView> = {}): VerdictView => ({
  seq: 9,
  rating: 'confirmed',
  words: '41 people',
  by: 'noor',
  at: '',
  why: null,
  proposed: null,
  heldBy: null,
  heldAt: null,
  ...changed,
})

const undo = (decision: Decision, now: Partial<ClaimView>, before: Partial<ClaimView> = {}) => {
  const opposite = oppositeOf({ claim: 'c1', decision, before: aClaim(before) }, aClaim(now), 'noor')
  return opposite.ok ? opposite.value : opposite.refusal
}

test('AT8 one’s own verdict is taken back, and nobody else’s', () => {
  const given: Decision = { type: 'verdict', rating: 'confirmed', why: '' }
  expect(undo(given, { verdict: aVerdict() })).toEqual({ type: 'take-back', undo: true })
  expect(undo(given, { verdict: aVerdict({ by: 'idris' }) })).toBe('changed-since')
  expect(undo(given, { verdict: aVerdict({ heldBy: 'idris' }) })).toBe('changed-since')
  expect(undo(given, {})).toBe('changed-since')
})

test('AT8 what was taken back is given again with its reason, but never in another person’s name', () => {
  const cleared: Decision = { type: 'take-back', undo: false }
  const own = aVerdict({ rating: 'wrong', why: 'No.' })
  expect(undo(cleared, {}, { verdict: own })).toEqual({ type: 'verdict', rating: 'wrong', why: 'No.' })
  expect(undo(cleared, {}, { verdict: aVerdict({ by: 'idris' }) })).toBe('not-undone')
})

test('AT8 a sign-off and what was found of a quote are taken back by whoever gave them', () => {
  const signOff = { seq: 9, by: 'noor', at: '', words: '41 people', verdict: 7, truth: null, counts: true }
  expect(undo({ type: 'sign-off' }, { signOff })).toEqual({ type: 'sign-off-back' })
  expect(undo({ type: 'sign-off' }, { signOff: { ...signOff, by: 'idris' } })).toBe('changed-since')
  const truth = { seq: 8, rating: 'wrong', why: 'No.', words: '41 people', by: 'noor', at: '' } as const
  const found: Decision = { type: 'truth', rating: 'wrong', why: 'No.', seen: null }
  expect(undo(found, { truth })).toEqual({ type: 'truth', rating: null, why: '', seen: 8 })
  expect(undo(found, { truth: { ...truth, by: 'idris' } })).toBe('changed-since')
  expect(undo(found, { truth }, { truth: { ...truth, by: 'idris', rating: 'confirmed' } })).toBe('not-undone')
})

test('AT8 what was set goes back to what it was, unless somebody has changed it since', () => {
  expect(undo({ type: 'risk', risk: 'normal' }, { risk: 'normal' })).toEqual({ type: 'risk', risk: 'high' })
  expect(undo({ type: 'assign', to: 'noor' }, { assignee: 'noor' })).toEqual({ type: 'assign', to: null })
  expect(undo({ type: 'assign', to: 'noor' }, { assignee: 'idris' })).toBe('changed-since')
  expect(undo({ type: 'kind', kind: 'quote' }, { kind: 'quote' })).toEqual({ type: 'kind', kind: 'casualty' })
  expect(undo({ type: 'due', dueAt: '2026' }, { dueAt: '2026' })).toEqual({ type: 'due', dueAt: null })
})

test('AT8 what was found of an element goes back to what it was', () => {
  const found = (finding: 'right' | 'wrong') => ({ element: 'date' as const, finding, words: '', by: 'noor', at: '' })
  const decision: Decision = { type: 'element', element: 'date', finding: 'wrong' }
  expect(undo(decision, { elements: [found('wrong')] }, { elements: [found('right')] })).toMatchObject({
    finding: 'right',
  })
  expect(undo(decision, { elements: [found('right')] })).toBe('changed-since')
})

test('AT8 a withdrawn claim, a sign-off taken back and “still holds” are not undone', () => {
  expect(undo({ type: 'withdraw', why: '' }, { standing: 'withdrawn' })).toBe('not-undone')
  expect(undo({ type: 'sign-off-back' }, {})).toBe('not-undone')
  expect(undo({ type: 'still-holds' }, {})).toBe('not-undone')
  expect(undo({ type: 'risk', risk: 'normal' }, { risk: 'normal', standing: 'withdrawn' })).toBe('changed-since')
})

test('AT8 of sources added one after the other the one meant is taken away, and none that is still on its way', () => {
  const source = { id: 's1', title: 'Parish book' } as ClaimView['evidence'][number]['source']
  const link = (id: string, locator: string) => ({
    id,
    stance: 'supports' as const,
    locator,
    excerpt: '',
    by: 'noor',
    at: '',
    source,
  })
  const second: Decision = {
    type: 'attach',
    evidence: { source: { id: 's1' }, stance: 'supports', locator: 'p. 4', excerpt: '' },
    source,
    before: ['e1'],
  }
  const both = [link('e1', 'p. 1'), link('e2', 'p. 3'), link('e3', 'p. 4')]
  expect(undo(second, { evidence: both })).toEqual({ type: 'remove', evidence: 'e3' })
  expect(undo(second, { evidence: [link('e1', 'p. 1'), link('pending-0', 'p. 4')] })).toBe('changed-since')
})
