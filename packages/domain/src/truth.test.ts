import { describe, expect, test } from 'vitest'
import { aClaim, ana, aSignOff, aTruth, aVerdict, ben, rafi, seen } from '#tests/builders/claim.ts'
import type { Claim } from './claim.ts'
import { standingOf } from './claim.ts'
import { gate } from './gate.ts'
import { ok, refuse } from './result.ts'
import { approvable, approvalStanding } from './review.ts'
import { signOff, takeBackSignOff } from './sign-off.ts'
import { findTruth, truthNow } from './truth.ts'

const aQuote = (more: Partial<Claim> = {}) => aClaim({ kind: 'quote', ...more })
const on = (claim: Claim) => ({ words: claim.words, truth: claim.truth?.seq ?? null })
const wrong = { rating: 'wrong', why: 'It rose.' } as const

describe('truth', () => {
  test('QT1 a quote that was said and is not true keeps the verdict that it was said, and its state', () => {
    const quote = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben, { rating: 'wrong' }) })
    expect([standingOf(quote), quote.verdict?.rating]).toEqual(['judged', 'confirmed'])
  })

  test('QT2 a checker says whether a quote is true, with a reason unless it cannot be checked, and takes it back', () => {
    const quote = aQuote()
    expect(findTruth(quote, ben, on(quote), wrong)).toEqual(ok({ rating: 'wrong', words: 'GDP fell' }))
    expect(findTruth(quote, ben, on(quote), { rating: 'wrong', why: ' ' })).toEqual(refuse('why-needed'))
    expect(findTruth(quote, ben, on(quote), { rating: 'not-checkable', why: '' }).ok).toBe(true)
    expect(findTruth(quote, ben, on(quote), { rating: null, why: '' })).toEqual(refuse('nothing-changed'))
    const found = aQuote({ truth: aTruth(ben) })
    expect(findTruth(found, ben, on(found), { rating: null, why: '' })).toEqual(ok({ rating: null, words: 'GDP fell' }))
  })

  test('QT2 only of a quote, on the words read, by those who decide, and nobody replaces what they have not seen', () => {
    const quote = aQuote()
    expect(findTruth(aClaim(), ben, on(quote), wrong)).toEqual(refuse('not-a-quote'))
    expect(findTruth(quote, rafi, on(quote), wrong)).toEqual(refuse('may-not-decide'))
    expect(findTruth(quote, ben, { words: 'GDP rose', truth: null }, wrong)).toEqual(refuse('words-changed'))
    expect(findTruth({ ...quote, attached: false }, ben, on(quote), wrong)).toEqual(refuse('detached'))
    const found = aQuote({ truth: aTruth(ana) })
    expect(findTruth(found, ben, { words: 'GDP fell', truth: null }, wrong)).toEqual(refuse('verdict-changed'))
    expect(findTruth(found, ben, on(found), wrong).ok).toBe(true)
    expect(findTruth(found, ana, { words: 'GDP fell', truth: null }, wrong).ok).toBe(true)
  })

  test('QT2 what was found of other words, or of what is no quote any more, says nothing', () => {
    const truth = aTruth(ben)
    expect(truthNow(aQuote({ truth }))).toBe(truth)
    expect(truthNow(aQuote({ truth, words: 'GDP rose' }))).toBeNull()
    expect(truthNow(aClaim({ truth }))).toBeNull()
  })

  test('QT4 a quote is signed off once both are found on its words, and never by who found one of them', () => {
    const open = aQuote({ verdict: aVerdict(ben) })
    expect(signOff(open, ana, seen(open))).toEqual(refuse('truth-open'))
    const stale = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben, { words: 'GDP rose' }) })
    expect(signOff(stale, ana, seen(stale))).toEqual(refuse('truth-open'))
    const own = aQuote({ verdict: aVerdict(ben), truth: aTruth(ana) })
    expect(signOff(own, ana, seen(own))).toEqual(refuse('own-verdict'))
    const found = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben) })
    expect(signOff(found, ana, { ...seen(found), truth: null })).toEqual(refuse('verdict-changed'))
    expect(signOff(found, ana, seen(found))).toEqual(
      ok({ words: 'GDP fell', rating: 'confirmed', verdict: 7, truth: 8 }),
    )
  })

  test('QT4 a sign-off lapses when a quote is found true or untrue anew; one from before truth was asked stands', () => {
    const signed = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben), signOff: aSignOff(ana, { truth: 8 }) })
    expect(standingOf(signed)).toBe('signed')
    expect(standingOf({ ...signed, truth: aTruth(ben, { seq: 14 }) })).toBe('judged')
    expect(standingOf({ ...signed, truth: null })).toBe('judged')
    expect(standingOf(aQuote({ verdict: aVerdict(ben), signOff: aSignOff(ana) }))).toBe('signed')
  })

  test('QT4 an approval is stale for a quote that was found true or untrue since', () => {
    const quote = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben) })
    const approval = { sha256: 'a', claims: approvable([quote]) }
    expect(approvalStanding(approval, 'a', [quote]).counts).toBe(true)
    expect(approvalStanding(approval, 'a', [{ ...quote, truth: aTruth(ben, { seq: 14 }) }]).touched).toEqual(['c1'])
  })

  test('QT5 a quote that is not true stands in the way of print until an editor has signed it off', () => {
    const line = (claim: Claim) =>
      gate([{ claim, risk: 'normal', openQueries: 0, stirredAt: 0, exceptions: [] }]).find(
        ({ rule }) => rule === 'nothing-wrong-in-text',
      )?.outcome
    const untrue = aQuote({ verdict: aVerdict(ben), truth: aTruth(ben, { rating: 'wrong' }) })
    expect(line(untrue)).toBe('fails')
    expect(line({ ...untrue, signOff: aSignOff(ana, { truth: 8 }) })).toBe('passes')
    expect(line(aQuote({ verdict: aVerdict(ben), truth: aTruth(ben, { rating: 'needs-context' }) }))).toBe('passes')
  })

  test('SO7 editors take back their own sign-off while it counts, and nobody else’s', () => {
    const signed = aClaim({ verdict: aVerdict(ben), signOff: aSignOff(ana) })
    expect(takeBackSignOff(signed, ana)).toEqual(ok({ signOff: 12 }))
    expect(takeBackSignOff(signed, { ...ana, id: 'dee' })).toEqual(refuse('not-your-sign-off'))
    expect(takeBackSignOff(signed, ben)).toEqual(refuse('not-an-editor'))
    expect(takeBackSignOff({ ...signed, words: 'GDP rose' }, ana)).toEqual(refuse('not-signed-off'))
  })
})
