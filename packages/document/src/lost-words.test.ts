import { expect, test } from 'vitest'
import { likelyPlace, type LostWords, surePlace } from './lost-words.ts'

const clause = 'two inspectors had sold the keys of the gate'
const lost = (words: string, before = '', after = ''): LostWords => ({ words, before, after })
const read = (text: string, at: { from: number; to: number } | null) => at && text.slice(at.from, at.to)

test.each([
  // rule and case, the words, what stood before and after, the text now, the place
  [
    'AN19 a figure between the words it stood between',
    '41',
    'At least ',
    ' people died',
    'At least 41 people died.',
    '41',
  ],
  ['AN19 a figure with one side alike only', '41', 'At least ', ' people died', 'At least 41 boats left.', null],
  [
    'AN19 a clause with one side alike',
    'some say thousands',
    'Several hundreds, ',
    ' died',
    'Several hundreds, some say thousands.',
    'some say thousands',
  ],
  [
    'AN19 a clause that was pasted elsewhere',
    'some say thousands',
    'Several hundreds, ',
    ' died',
    'He: some say thousands.',
    null,
  ],
  ['AN19 a passage that was pasted elsewhere', clause, 'He said that ', ' early', `Much later: ${clause}.`, clause],
  ['AN19 a passage that stands twice', clause, 'He said that ', ' early', `${clause}. And ${clause}.`, null],
  [
    'AN19 a passage of which one letter differs',
    clause,
    'He said that ',
    ' early',
    `He said that ${clause.replace('keys', 'key')} early`,
    null,
  ],
  ['AN19 words without surroundings on record', 'GDP fell', '', '', 'GDP fell.', null],
  ['AN19 a mark between the same words', ',', 'At least some', ' people died', 'At least some, people died', null],
])('%s', (_case, words, before, after, text, place) => {
  expect(read(text, surePlace(text, lost(words, before, after)))).toBe(place)
})

test('RP1 the guess is the exact words where they stand once, their surroundings deciding between repeats', () => {
  const text = 'GDP fell. Later GDP fell again.'
  expect(likelyPlace(text, lost('GDP fell', 'Later ', ' today'))).toEqual({ from: 16, to: 24 })
  expect(likelyPlace(text, lost('Later GDP'))).toEqual({ from: 10, to: 19 })
})

test('RP1 the guess may be reworded words in the old surroundings, and there is none for what is gone', () => {
  const before = 'The county met on Friday. At least '
  const after = ', the coast guard said on Sunday.'
  const text = `Rain fell all day. ${before}44 people drowned${after} Nobody else was there.`
  expect(read(text, likelyPlace(text, lost('41 people drowned', before, after)))).toBe('44 people drowned')
  expect(likelyPlace('Something else entirely happened.', lost('41 people drowned', before, after))).toBeNull()
})
