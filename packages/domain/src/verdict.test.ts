import { expect, test } from 'vitest'
import { aClaim, ana, aVerdict, ben, rafi, seen, vera } from '#tests/builders/claim.ts'
import { needsWhy, ratings } from './rating.ts'
import { refuse } from './result.ts'
import { affirmVerdict, giveVerdict, takeBackVerdict } from './verdict.ts'

const confirmed = { rating: 'confirmed', why: '' } as const

test('VD1 a checker or an editor gives a verdict, a reporter or viewer does not', () => {
  const claim = aClaim()
  expect(giveVerdict(claim, ben, seen(claim), confirmed).ok).toBe(true)
  expect(giveVerdict(claim, ana, seen(claim), confirmed).ok).toBe(true)
  expect(giveVerdict(claim, rafi, seen(claim), confirmed)).toEqual(refuse('may-not-decide'))
  expect(giveVerdict(claim, vera, seen(claim), confirmed)).toEqual(refuse('may-not-decide'))
})

test.each(ratings)('VD2 the rating %s needs a reason where the scale says so, and blanks are none', (rating) => {
  const claim = aClaim()
  const without = giveVerdict(claim, ben, seen(claim), { rating, why: '  \n' })
  expect(without).toEqual(needsWhy(rating) ? refuse('why-needed') : expect.objectContaining({ ok: true }))
  expect(giveVerdict(claim, ben, seen(claim), { rating, why: 'No list.' }).ok).toBe(true)
})

test('VD3 a verdict is bound to the exact words read', () => {
  const claim = aClaim({ words: 'hundreds perished' })
  expect(giveVerdict(claim, ben, { words: 'thousands perished', verdict: null }, confirmed)).toEqual(
    refuse('words-changed'),
  )
})

test('VD4 a verdict given unseen of the newest is taken, and says which one its giver had seen', () => {
  const claim = aClaim({ verdict: aVerdict(ana) })
  expect(giveVerdict(claim, ben, { words: claim.words, verdict: null }, confirmed)).toEqual({
    ok: true,
    value: { rating: 'confirmed', words: 'GDP fell', proposed: null, seen: null },
  })
})

test('VD5 a verdict still holds for new words only, and only the one on screen', () => {
  const reworded = aClaim({ words: 'GDP rose', verdict: aVerdict(ben) })
  expect(affirmVerdict(reworded, ben, seen(reworded))).toEqual({ ok: true, value: { words: 'GDP rose', verdict: 7 } })
  expect(affirmVerdict(reworded, ben, { words: 'GDP rose', verdict: 3 })).toEqual(refuse('verdict-changed'))
  expect(affirmVerdict(reworded, ben, { words: 'GDP fell', verdict: 7 })).toEqual(refuse('words-changed'))
  const unchanged = aClaim({ verdict: aVerdict(ben) })
  expect(affirmVerdict(unchanged, ben, seen(unchanged))).toEqual(refuse('nothing-changed'))
  expect(affirmVerdict(aClaim(), ben, seen(aClaim()))).toEqual(refuse('no-verdict-yet'))
})

test('VD8 a verdict is taken back by whoever may give one, and only the one on screen', () => {
  const judged = aClaim({ verdict: aVerdict(ben) })
  expect(takeBackVerdict(judged, ben, seen(judged))).toEqual({ ok: true, value: { verdict: 7 } })
  expect(takeBackVerdict(judged, ben, { verdict: 3 })).toEqual(refuse('verdict-changed'))
  expect(takeBackVerdict(judged, vera, seen(judged))).toEqual(refuse('may-not-decide'))
  expect(takeBackVerdict(aClaim(), ben, seen(aClaim()))).toEqual(refuse('no-verdict-yet'))
  expect(takeBackVerdict({ ...judged, withdrawn: true }, ben, seen(judged))).toEqual(refuse('withdrawn'))
})

test('CL5 nothing is decided on a claim that is withdrawn or whose words are gone', () => {
  const gone = aClaim({ attached: false, verdict: aVerdict(ben) })
  expect(giveVerdict(gone, ben, seen(gone), confirmed)).toEqual(refuse('detached'))
  expect(affirmVerdict({ ...gone, withdrawn: true }, ben, seen(gone))).toEqual(refuse('withdrawn'))
})
