import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ana, ben, rafi } from '#tests/builders/claim.ts'
import { ok, refuse } from './result.ts'
import { standingsOf, type Tick, tickSentences, untick } from './tick.ts'

const plain = (...words: string[]) => words.map((one) => ({ words: one, claimed: false }))
const ticks = (...given: Tick[]) => new Map(given.map((one) => [one.words, one]))
const asked = (...words: string[]) => ({ words, reason: 'opinion', why: '' }) as const

test('NC1 checkers and editors tick, others do not', () => {
  const sentences = plain('It was grey.')
  for (const actor of [ana, ben]) expect(tickSentences(actor, asked('It was grey.'), sentences).ok).toBe(true)
  expect(tickSentences(rafi, asked('It was grey.'), sentences)).toEqual(refuse('may-not-tick'))
  expect([untick(ben), untick(rafi)]).toEqual([ok(null), refuse('may-not-tick')])
})

test('NC1 a reason of one’s own needs its words', () => {
  const other = { words: ['It was grey.'], reason: 'other' } as const
  expect(tickSentences(ben, { ...other, why: ' ' }, plain('It was grey.'))).toEqual(refuse('why-needed'))
  expect(tickSentences(ben, { ...other, why: 'A poem.' }, plain('It was grey.')).ok).toBe(true)
})

test('NC2 other words are untouched, and words that return are ticked again, wherever they stand', () => {
  const given = ticks({ words: 'It was grey.', places: 1 })
  expect(standingsOf(plain('It was grey.', 'It sank.'), given)).toEqual(['ticked', 'untouched'])
  expect(standingsOf(plain('It was gray.', 'It sank.'), given)).toEqual(['untouched', 'untouched'])
  expect(standingsOf(plain('It sank.', 'It was grey.'), given)).toEqual(['untouched', 'ticked'])
})

test('NC3 a tick holds for as many places as its words stood in, and for none when they stand in more', () => {
  const twice = plain('He denied it.', 'It sank.', 'He denied it.')
  expect(tickSentences(ben, asked('He denied it.'), twice)).toEqual(
    ok({ sentences: [{ words: 'He denied it.', places: 2 }], missed: [] }),
  )
  expect(standingsOf(twice, ticks({ words: 'He denied it.', places: 2 }))).toEqual(['ticked', 'untouched', 'ticked'])
  expect(standingsOf(twice, ticks({ words: 'He denied it.', places: 1 }))).toEqual([
    'untouched',
    'untouched',
    'untouched',
  ])
  expect(standingsOf(twice.slice(0, 2), ticks({ words: 'He denied it.', places: 2 }))).toEqual(['ticked', 'untouched'])
})

test('NC4 a claim weighs more than a tick, and nobody ticks a sentence that holds one', () => {
  const claimed = [{ words: 'It sank.', claimed: true }]
  expect(standingsOf(claimed, ticks({ words: 'It sank.', places: 1 }))).toEqual(['claimed'])
  expect(tickSentences(ben, asked('It sank.'), claimed)).toEqual(refuse('sentence-claimed'))
})

test('NC5 of several at once those that stand are ticked and the others named; none standing is refused', () => {
  const sentences = [...plain('It was grey.'), { words: 'It sank.', claimed: true }]
  expect(tickSentences(ben, asked('It was grey.', 'It sank.', 'It was blue.', 'It was grey.'), sentences)).toEqual(
    ok({ sentences: [{ words: 'It was grey.', places: 1 }], missed: ['It sank.', 'It was blue.'] }),
  )
  expect(tickSentences(ben, asked('It was blue.'), sentences)).toEqual(refuse('words-changed'))
})

const sentence = fc.record({ words: fc.constantFrom('a', 'b', 'c', 'd'), claimed: fc.boolean() })

test('NC2–NC4 whatever stands, a sentence just ticked counts as ticked or claimed, and no other sentence changes', () => {
  fc.assert(
    fc.property(fc.array(sentence), fc.subarray(['a', 'b', 'c', 'd']), (sentences, words) => {
      const before = standingsOf(sentences, new Map())
      const done = tickSentences(ben, { words, reason: 'no-fact', why: '' }, sentences)
      const given = done.ok ? ticks(...done.value.sentences) : new Map<string, Tick>()
      standingsOf(sentences, given).forEach((standing, index) => {
        const one = sentences[index]
        const wanted = one?.claimed ? 'claimed' : words.includes(one?.words ?? '') ? 'ticked' : before[index]
        expect(standing).toBe(wanted)
      })
    }),
  )
})
