import { expect, test } from 'vitest'
import { ana, aPerson, ben, rafi, vera } from '#tests/builders/claim.ts'
import { answer, ask, callOn, decide, resolveTalk, say } from './talk.ts'
import { ok, refuse } from './result.ts'

const everywhere = { open: 'newsroom', people: [] } as const

test('TK1 whoever works on the text may talk, with words; viewers read along', () => {
  for (const person of [ana, ben, rafi]) expect(say(person, 'Which list is this from?')).toEqual(ok(null))
  expect(say(vera, 'Which list?')).toEqual(refuse('may-not-talk'))
  expect(say(rafi, ' \n')).toEqual(refuse('words-needed'))
})

test('TK2 a remark is resolved once, by whoever may talk', () => {
  expect(resolveTalk(rafi, { resolved: false })).toEqual(ok(null))
  expect(resolveTalk(rafi, { resolved: true })).toEqual(refuse('nothing-changed'))
  expect(resolveTalk(vera, { resolved: false })).toEqual(refuse('may-not-talk'))
})

test('TK3 a checker or editor asks somebody who may answer', () => {
  const claim = { withdrawn: false }
  expect(ask(claim, ben, rafi, 'Who counted?')).toEqual(ok({ to: 'rafi' }))
  expect(ask(claim, ana, ben, 'Who counted?')).toEqual(ok({ to: 'ben' }))
  expect(ask(claim, rafi, ben, 'Who counted?')).toEqual(refuse('may-not-decide'))
  expect(ask(claim, ben, vera, 'Who counted?')).toEqual(refuse('person-unknown'))
  expect(ask(claim, ben, null, 'Who counted?')).toEqual(refuse('person-unknown'))
  expect(ask(claim, ben, rafi, '  ')).toEqual(refuse('words-needed'))
  expect(ask({ withdrawn: true }, ben, rafi, 'Who counted?')).toEqual(refuse('withdrawn'))
})

test('TK4 whoever works on the text answers, also for a colleague, and once', () => {
  expect(answer(rafi, { state: 'asked' }, 'The hospital.')).toEqual(ok(null))
  expect(answer(ben, { state: 'asked' }, 'The hospital.')).toEqual(ok(null))
  expect(answer(vera, { state: 'asked' }, 'The hospital.')).toEqual(refuse('may-not-talk'))
  expect(answer(rafi, { state: 'asked' }, '')).toEqual(refuse('words-needed'))
  for (const state of ['answered', 'decided'] as const) {
    expect(answer(rafi, { state }, 'The hospital.')).toEqual(refuse('already-answered'))
  }
})

test('TK5 a checker or editor decides what follows, also without an answer, and once', () => {
  for (const state of ['asked', 'answered'] as const) expect(decide(ben, { state })).toEqual(ok(null))
  expect(decide(ben, { state: 'decided' })).toEqual(refuse('nothing-changed'))
  expect(decide(rafi, { state: 'answered' })).toEqual(refuse('may-not-decide'))
})

test('TK6 only a member to whom the article is open is called on, each once', () => {
  expect(callOn(everywhere, [rafi, vera, rafi])).toEqual(ok({ people: ['rafi', 'vera'] }))
  expect(callOn(everywhere, [])).toEqual(ok({ people: [] }))
  expect(callOn(everywhere, [rafi, null])).toEqual(refuse('person-unknown'))
  expect(callOn({ open: 'named', people: ['ben'] }, [rafi])).toEqual(refuse('person-unknown'))
  expect(callOn({ open: 'named', people: ['rafi'] }, [rafi])).toEqual(ok({ people: ['rafi'] }))
  expect(callOn(everywhere, [aPerson('sana', 'admin')])).toEqual(refuse('person-unknown'))
})
