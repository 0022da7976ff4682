import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestionsIn } from './suggestion.ts'

const suggested = (text: string, language = 'en') =>
  suggestionsIn(text, language).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`)

test.each([
  ['At least 41 people died when the ferry capsized.', ['casualty: At least 41 people died when the ferry capsized.']],
  ['Several hundreds, some say, thousands, perished.', ['casualty: Several hundreds, some say, thousands, perished.']],
  ['Two engineers allegedly sold the gate.', ['allegation: Two engineers allegedly sold the gate.']],
  ['The line carries 900,000 passengers a year.', ['statistic: The line carries 900,000 passengers a year.']],
  ['It is the oldest dam in the country.', ['superlative: It is the oldest dam in the country.']],
  ['The inquiry meets again on Friday.', ['date: The inquiry meets again on Friday.']],
  ['In 1994 the party broke apart.', ['date: In 1994 the party broke apart.']],
  ['Officials say that nothing was sold.', ['other: Officials say that nothing was sold.']],
])('SU2 “%s” is suggested by what it holds', (text, expected) => expect(suggested(text)).toEqual(expected))

test.each([
  'It was a grey morning.',
  'He waited by the door, and nobody came.',
  'For the first time he smiled.',
  'Most of them stayed at Nine Zero.',
  'March 13, 2016',
  'A “grey” morning.',
])('SU2 nothing is suggested in “%s”', (text) => expect(suggested(text)).toEqual([]))

test('SU2 a quotation is one piece with who said it, over several sentences and marks of any kind', () => {
  expect(suggested('“We saw it. It sank in 1991,” says a foreman. Nobody rang.')).toEqual([
    'quote: “We saw it. It sank in 1991,” says a foreman',
  ])
  expect(suggested('It’s "in the log -- page 9,"  he adds.')).toEqual(['quote: "in the log -- page 9,"  he adds'])
  expect(suggested('« Rien ne va plus ici », dit-il.', 'fr')).toEqual(['quote: « Rien ne va plus ici »'])
  expect(suggested('“And so it went on for years')).toEqual(['quote: “And so it went on for years'])
})

test('SU2 a long sentence is cut where a new statement begins', () => {
  const long =
    'The line carries 900,000 passengers a year between the harbour and the islands, but the ferry was the oldest on the coast -- nobody at the office ever asked why it still sailed at night.'
  expect(suggested(long)).toEqual([
    'statistic: The line carries 900,000 passengers a year between the harbour and the islands',
    'superlative: the ferry was the oldest on the coast',
  ])
})

test('SU2 figures, marks and dates are seen in other languages too', () => {
  expect(suggested('اس حادثے میں ۴۱ افراد ہلاک ہوئے۔', 'ur')).toEqual(['statistic: اس حادثے میں ۴۱ افراد ہلاک ہوئے۔'])
  expect(suggested('Die Sitzung ist am Freitag im Rathaus.', 'de')).toEqual([
    'date: Die Sitzung ist am Freitag im Rathaus.',
  ])
})

test('SU1 whatever the text, suggestions are in order, apart, not empty, and the same again', () => {
  const piece = fc.constantFrom(
    '41 people died',
    '“it sank,” he said',
    '"',
    ', and ',
    ' -- ',
    '. ',
    'the oldest',
    'in 1991',
    '«',
    'و',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ')
      const found = suggestionsIn(text, 'en')
      let before = 0
      for (const { from, to } of found) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to).toBeGreaterThan(from)
        expect(text.slice(from, to).trim()).toBe(text.slice(from, to))
        before = to
      }
      expect(suggestionsIn(text, 'en')).toEqual(found)
    }),
  )
})
