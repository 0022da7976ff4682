import { expect, test } from 'vitest'
import { aClaim, ana, aSignOff, aVerdict, ben, rafi, seen, vera } from '#tests/builders/claim.ts'
import { standingOf } from './claim.ts'
import { gate } from './gate.ts'
import { proposal } from './proposal.ts'
import { ok, refuse } from './result.ts'
import { giveVerdict } from './verdict.ts'
import { applyFix, isFixOpen } from './wording-fix.ts'

const proposed = 'GDP fell by a fifth'
const verdict = aVerdict(ben, { rating: 'confirmed-with-change', proposed })
const claim = aClaim({ verdict })

test('WF1 what a verdict proposes keeps the space at the edges, and the same words propose nothing', () => {
  expect(proposal(' GDP fell ', '  GDP rose')).toEqual(ok(' GDP rose '))
  expect(['GDP fell', ' GDP fell\n', '', ' ', null].map((said) => proposal('GDP fell', said))).toEqual(
    Array.from({ length: 5 }, () => ok(null)),
  )
})

test('WF1 words with any amount of space in them are proposed on like others', () => {
  const space = ' '.repeat(400_000)
  expect(proposal(` GDP${space}fell `, 'GDP rose')).toEqual(ok(' GDP rose '))
})

test('WF1 a proposal neither parts nor joins paragraphs', () => {
  expect(proposal('GDP fell,\nhe said', 'GDP rose, he said')).toEqual(refuse('paragraphs-differ'))
  expect(proposal('GDP fell', 'GDP\nrose')).toEqual(refuse('paragraphs-differ'))
  expect(proposal('GDP fell,\nhe said', 'GDP rose,\nshe said')).toEqual(ok('GDP rose,\nshe said'))
})

test('WF1 other words are proposed with “confirmed with change” only', () => {
  const open = aClaim()
  expect(giveVerdict(open, ben, seen(open), { rating: 'wrong', why: 'No.', proposed })).toMatchObject({
    value: { proposed: null },
  })
})

test('WF2 the proposed words are reason enough; without them the reason is asked for', () => {
  const open = aClaim()
  const give = (said: string | null) =>
    giveVerdict(open, ben, seen(open), { rating: 'confirmed-with-change', why: '', proposed: said })
  expect(give(proposed)).toMatchObject({ ok: true, value: { proposed } })
  expect(give(null)).toEqual(refuse('why-needed'))
  expect(give('GDP fell')).toEqual(refuse('why-needed'))
})

test('WF3 whoever may change the text puts the proposed words in, the verdict’s own giver too', () => {
  for (const actor of [rafi, ben, ana])
    expect(applyFix(claim, actor, seen(claim))).toEqual(ok({ words: proposed, verdict: 7 }))
  expect(applyFix(claim, vera, seen(claim))).toEqual(refuse('may-not-edit'))
})

test('WF3 words that read as proposed already only have to be acknowledged', () => {
  const typed = aClaim({ verdict, words: proposed })
  expect(applyFix(typed, rafi, seen(typed))).toMatchObject({ ok: true })
})

test.each([
  ['the words are others by now', aClaim({ verdict, words: 'GDP rose' }), 'words-changed'],
  ['nothing is proposed', aClaim({ verdict: aVerdict(ben) }), 'nothing-proposed'],
  [
    'it stands there already',
    aClaim({ words: proposed, verdict: { ...verdict, words: proposed } }),
    'nothing-proposed',
  ],
  ['there is no verdict', aClaim(), 'no-verdict-yet'],
  ['two verdicts differ', aClaim({ verdict, rivals: [3] }), 'verdicts-differ'],
  ['the verdict lost its ground', aClaim({ verdict, reopened: true }), 'reopened'],
  ['the words are gone', aClaim({ verdict, attached: false }), 'detached'],
  ['the claim is withdrawn', aClaim({ verdict, withdrawn: true }), 'withdrawn'],
] as const)('WF3 a fix is refused when %s', (_case, one, refusal) => {
  expect(applyFix(one, rafi, seen(one))).toEqual(refuse(refusal))
})

test('WF3 a fix is refused when what was on screen is not what is there', () => {
  expect(applyFix(claim, rafi, { ...seen(claim), words: 'GDP rose' })).toEqual(refuse('words-changed'))
  expect(applyFix(claim, rafi, { ...seen(claim), verdict: 3 })).toEqual(refuse('verdict-changed'))
})

test('WF4 once the words stand as proposed the verdict counts for them, and an earlier sign-off does not', () => {
  const applied = aClaim({
    words: proposed,
    verdict: { ...verdict, words: proposed, seq: 9 },
    signOff: aSignOff(ana),
  })
  expect([isFixOpen(claim.verdict), isFixOpen(applied.verdict), standingOf(applied)]).toEqual([true, false, 'judged'])
})

test('GT3 words that are right only when changed stand in the way until they are', () => {
  const line = (one: typeof claim) =>
    gate([{ claim: one, risk: 'normal', openQueries: 0, stirredAt: 0, exceptions: [] }]).find(
      ({ rule }) => rule === 'nothing-wrong-in-text',
    )?.outcome
  expect(line(claim)).toBe('fails')
  expect(line(aClaim({ words: proposed, verdict: { ...verdict, words: proposed } }))).toBe('passes')
})
