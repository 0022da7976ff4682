import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf, sentencesOf } from './coverage.ts'

const text = 'Ferry sinks\nAt least 41 died. It was a grey morning. He waited by the door.'
const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })

test('NC4 a sentence is claimed when a claim stands on any of it, also one that reaches over several', () => {
  const claimed = (...words: string[]) =>
    sentencesOf(text, 'en', words.map(at)).flatMap((one) => (one.claimed ? [one.words] : []))
  expect(claimed('41')).toEqual(['At least 41 died.'])
  expect(claimed('died. It was')).toEqual(['At least 41 died.', 'It was a grey morning.'])
  expect(claimed('grey', 'At least 41 died. It was a grey')).toEqual(['At least 41 died.', 'It was a grey morning.'])
  expect(claimed()).toEqual([])
})

test('NC4 coverage counts every sentence once, and of the untouched those with something to check', () => {
  const ticks = new Map([['It was a grey morning.', { places: 1 }]])
  expect(coverageOf(sentencesOf(text, 'en', []), 'en', ticks)).toEqual({
    sentences: 4,
    claimed: 0,
    ticked: 1,
    untouched: 3,
    checkable: 1,
  })
})

test('NC4 the counts add up, whatever is marked and ticked', () => {
  const range = fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: 30 }))
    .map(([from, length]) => ({ from, to: Math.min(text.length, from + length) }))
  fc.assert(
    fc.property(fc.array(range), fc.subarray(['Ferry sinks', 'It was a grey morning.']), (ranges, words) => {
      const sentences = sentencesOf(text, 'en', ranges)
      const some = coverageOf(sentences, 'en', new Map(words.map((one) => [one, { places: 1 }])))
      expect(some.claimed + some.ticked + some.untouched).toBe(some.sentences)
      expect(some.checkable).toBeLessThanOrEqual(some.untouched)
      expect(some.claimed).toBe(sentences.filter(({ claimed }) => claimed).length)
    }),
  )
})
