import { expect, test } from 'vitest'
import { codePointsOf } from './code-points.ts'
import { type Quotation, whereabouts } from './quotation.ts'

const text =
  'The ferry 📁 sank off the quay on Tuesday. At least 41 people died, the harbour office said. Nobody rang a bell.\nThe owner says that nobody rang a bell. The inquiry into the ferry meets again on Friday.'

const asked = (quotation: Partial<Quotation>) => {
  const found = whereabouts(text, codePointsOf(text), { quote: null, position: null, ...quotation })
  const range = found.kind === 'placed' ? found.at : found.kind === 'unsure' ? found.guess : null
  const words = range === null ? '' : `: ${text.slice(range.from, range.to)}`
  return `${found.kind}${words}${found.kind === 'placed' ? '' : ` (${found.why})`}`
}

test('WA4 words quoted exactly in one place stand there, whatever the position says', () => {
  expect(asked({ quote: { exact: '41 people died' }, position: { start: 0, end: 3 } })).toBe('placed: 41 people died')
  expect(asked({ quote: { exact: 'ferry 📁 sank', prefix: 'The ' } })).toBe('placed: ferry 📁 sank')
})

test('WA4 surroundings decide between equal places, and after them the position, in code points', () => {
  expect(asked({ quote: { exact: 'obody rang', prefix: 'that n' } })).toBe('placed: obody rang')
  expect(asked({ quote: { exact: 'obody rang' } })).toBe('unsure (several-places)')
  const second = Array.from(text.slice(0, text.lastIndexOf('obody rang'))).length
  expect(asked({ quote: { exact: 'obody rang' }, position: { start: second, end: second + 10 } })).toBe(
    'placed: obody rang',
  )
  expect(asked({ quote: { exact: 'obody rang' }, position: { start: second - 1, end: second + 9 } })).toBe(
    'unsure (several-places)',
  )
})

test('WA5 words whose surroundings were edited are found by the engine, when they are the same words', () => {
  const quote = {
    exact: 'At least 41 people died, the harbour office said',
    prefix: 'The ferry sank on Tuesday night. ',
    suffix: '. Nobody rang the bell.',
  }
  expect(asked({ quote })).toBe('placed: At least 41 people died, the harbour office said')
})

test('WA5 a part of a sentence is found as that part, when its words stand nowhere else', () => {
  const quote = { exact: 'The inquiry into the ferry meets again on', prefix: 'Something else. ' }
  expect(asked({ quote })).toBe('placed: The inquiry into the ferry meets again on')
})

test('WA5 similar words are a guess, and nothing is placed on them', () => {
  const quote = { exact: 'At least 43 people died, the harbour office said', prefix: '', suffix: '' }
  expect(asked({ quote })).toMatch(/^unsure: .*41 people died.* \(similar-words\)$/)
})

test('WA5 a position alone is a guess; words that are nowhere are not found', () => {
  expect(asked({ position: { start: 4, end: 11 } })).toBe('unsure: ferry 📁 (position-only)')
  expect(asked({ position: { start: 4, end: 9999 } })).toBe('not-found (not-in-text)')
  expect(asked({ quote: { exact: 'Penguins marched through Antarctica in June.' } })).toBe('not-found (not-in-text)')
})
