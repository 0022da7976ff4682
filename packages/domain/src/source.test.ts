import { describe, expect, test } from 'vitest'
import { ana, ben, rafi, vera } from '#tests/builders/claim.ts'
import { ok, refuse } from './result.ts'
import {
  addDocument,
  changeTerms,
  approveAnonymity,
  bareSource,
  countOrigins,
  describeSource,
  groupSource,
  keepsApproval,
  type MergeableSource,
  mergeSources,
  partSource,
  reinstateSource,
  removeDocument,
  type SourceDetails,
  withdrawSource,
} from './source.ts'

const aSource = (more: Partial<SourceDetails> = {}): SourceDetails => ({
  ...bareSource,
  kind: 'interview',
  title: 'A harbour pilot',
  ...more,
})
const unnamed = aSource({ terms: 'off-record', anonymity: 'Fears for the job.' })

describe('describing', () => {
  test('EV4 a reporter describes sources as a checker does, a viewer does not', () => {
    for (const who of [ana, ben, rafi]) expect(describeSource(who, aSource())).toEqual(ok(null))
    expect(describeSource(vera, aSource())).toEqual(refuse('may-not-add-sources'))
  })

  test.each([
    ['on the record', { terms: 'on-record' }, ok(null)],
    ['off the record without a reason', { terms: 'off-record' }, refuse('anonymity-needed')],
    ['off the record with blanks for a reason', { terms: 'off-record', anonymity: ' \n' }, refuse('anonymity-needed')],
    ['off the record with a reason', { terms: 'off-record', anonymity: 'Fears for the job.' }, ok(null)],
    ['on background without a reason', { terms: 'background', attribution: 'an officer' }, refuse('anonymity-needed')],
    [
      'on background without an attribution line',
      { terms: 'background', anonymity: 'Asked for it.' },
      refuse('attribution-needed'),
    ],
    [
      'on background with both',
      { terms: 'background', anonymity: 'Asked for it.', attribution: 'an officer' },
      ok(null),
    ],
  ] as const)('SR1 %s', (_case, more, outcome) => {
    expect(describeSource(rafi, aSource(more))).toEqual(outcome)
  })
})

describe('anonymity', () => {
  test('SR2 an editor approves it, once, and only where there is something to approve', () => {
    expect(approveAnonymity(ana, unnamed)).toEqual(ok({ approvedBy: 'ana' }))
    expect(approveAnonymity(ben, unnamed)).toEqual(refuse('not-an-editor'))
    expect(approveAnonymity(ana, { ...unnamed, approvedBy: 'ana' })).toEqual(refuse('nothing-changed'))
    expect(approveAnonymity(ana, aSource())).toEqual(refuse('nothing-changed'))
  })

  test.each([
    ['another title', { title: 'A pilot' }, true],
    ['another attribution line', { attribution: 'a pilot' }, true],
    ['another reason', { anonymity: 'Asked for it.' }, false],
    ['other terms', { terms: 'background', attribution: 'a pilot' }, false],
    ['on the record', { terms: 'on-record' }, false],
  ] as const)('SR2 an approval outlives %s: %s', (_case, more, kept) => {
    expect(keepsApproval(unnamed, { ...unnamed, ...more })).toBe(kept)
  })
})

describe('taking back', () => {
  test('SR3 a checker or editor withdraws a source, with a reason, and not twice', () => {
    expect(withdrawSource(ben, 'stands', 'The bulletin was recalled.')).toEqual(ok(null))
    expect(withdrawSource(ben, 'corrected', 'Now recalled.')).toEqual(ok(null))
    expect(withdrawSource(rafi, 'stands', 'Recalled.')).toEqual(refuse('may-not-decide'))
    expect(withdrawSource(ben, 'stands', ' ')).toEqual(refuse('why-needed'))
    expect(withdrawSource(ben, 'withdrawn', 'Again.')).toEqual(refuse('nothing-changed'))
  })

  test('SR3 what was taken back can stand again', () => {
    expect(reinstateSource(ben, 'withdrawn')).toEqual(ok(null))
    expect(reinstateSource(ben, 'stands')).toEqual(refuse('nothing-changed'))
    expect(reinstateSource(vera, 'withdrawn')).toEqual(refuse('may-not-decide'))
  })
})

describe('merging', () => {
  const one = (more: Partial<MergeableSource> = {}): MergeableSource => ({
    id: 'a',
    mergedInto: null,
    holdsOthers: false,
    terms: 'on-record',
    state: 'stands',
    ...more,
  })
  const two = one({ id: 'b' })

  test('SR4 two records become one, by a checker or editor', () => {
    expect(mergeSources(ben, one(), two)).toEqual(ok(null))
    expect(mergeSources(ben, one(), one({ id: 'b', holdsOthers: true }))).toEqual(ok(null))
    expect(mergeSources(rafi, one(), two)).toEqual(refuse('may-not-decide'))
  })

  test('EX1 sources of different terms stay two: what is off record must not leave under another name', () => {
    expect(mergeSources(ben, one({ terms: 'off-record' }), two)).toEqual(refuse('terms-differ'))
  })

  test('SR2 looser terms are for an editor to give', () => {
    expect(changeTerms(rafi, 'off-record', 'on-record')).toEqual(refuse('terms-by-editor'))
    expect(changeTerms(rafi, 'on-record', 'background')).toEqual(ok(null))
    expect(changeTerms(ana, 'background', 'on-record')).toEqual(ok(null))
  })

  test.each([
    ['a source and itself', one(), one()],
    ['one that leads elsewhere', one({ mergedInto: 'c' }), two],
    ['into one that leads elsewhere', one(), one({ id: 'b', mergedInto: 'c' })],
    ['one that others lead to', one({ holdsOthers: true }), two],
  ])('SR4 a merge never leads on: %s', (_case, source, into) => {
    expect(mergeSources(ben, source, into)).toEqual(refuse('not-mergeable'))
  })

  test('EV6 what stands is not merged into what was withdrawn', () => {
    const withdrawn = one({ id: 'b', state: 'withdrawn' })
    expect(mergeSources(ben, one(), withdrawn)).toEqual(refuse('source-withdrawn'))
    expect(mergeSources(ben, one({ state: 'withdrawn' }), withdrawn)).toEqual(ok(null))
  })

  test('SR4 a merge is undone', () => {
    expect(partSource(ben, one({ mergedInto: 'b' }))).toEqual(ok(null))
    expect(partSource(ben, one())).toEqual(refuse('nothing-changed'))
    expect(partSource(rafi, one({ mergedInto: 'b' }))).toEqual(refuse('may-not-decide'))
  })
})

describe('origins', () => {
  test.each([
    ['none', [], { sources: 0, origins: 0 }],
    [
      'two that stand alone',
      [
        { id: 'a', originId: null },
        { id: 'b', originId: null },
      ],
      { sources: 2, origins: 2 },
    ],
    [
      'two of one origin',
      [
        { id: 'a', originId: 'o' },
        { id: 'b', originId: 'o' },
      ],
      { sources: 2, origins: 1 },
    ],
    [
      'one twice',
      [
        { id: 'a', originId: null },
        { id: 'a', originId: null },
      ],
      { sources: 1, origins: 1 },
    ],
    [
      'two of one origin and one alone',
      [
        { id: 'a', originId: 'o' },
        { id: 'b', originId: 'o' },
        { id: 'c', originId: null },
      ],
      { sources: 3, origins: 2 },
    ],
  ])('SR5 %s', (_case, sources, count) => {
    expect(countOrigins(sources)).toEqual(count)
  })

  test('SR5 grouping is a checker’s or editor’s judgement', () => {
    expect(groupSource(ben)).toEqual(ok(null))
    expect(groupSource(rafi)).toEqual(refuse('may-not-decide'))
  })
})

test('SR7 a reporter adds documents; taking one away is for checkers and editors', () => {
  expect([addDocument(rafi), addDocument(vera)]).toEqual([ok(null), refuse('may-not-add-sources')])
  expect([removeDocument(ben), removeDocument(rafi)]).toEqual([ok(null), refuse('may-not-decide')])
})
