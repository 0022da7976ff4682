import { expect, test } from 'vitest'
import { wordsAt } from '../text-index.ts'
import { carriedClaims } from './carried-claims.ts'

/** Carries the words between brackets, in several pieces if there are several, and says what became of them. */
function carried(marked: string, after: string): string {
  const ranges: { from: number; to: number }[] = []
  let before = ''
  for (const [at, piece] of marked.split(/[[\]]/).entries()) {
    if (at % 2 === 1) ranges.push({ from: before.length, to: before.length + piece.length })
    before += piece
  }
  const [claim] = carriedClaims(before, after, [{ id: 'C1', ranges }])
  if (claim === undefined) return 'nothing'
  return `${claim.answer}${claim.changed ? ', changed' : ''}: ${wordsAt(after, claim.after)}`
}

const rest = '\nThe county council meets again on Friday, and the mill’s owner has been asked to come.'

test.each([
  ['DR4 the same words', 'At least [14 people] drowned.', 'At least 14 people drowned.', 'carried: 14 people'],
  ['DR4 words before', 'At least [14 people] drowned.', 'It says at least 14 people drowned.', 'carried: 14 people'],
  ['DR4 a figure', 'At least [14 people] drowned.', 'At least 15 people drowned.', 'reworded, changed: 15 people'],
  [
    'DR4 a date',
    'It sank [on 3 May 2016], they say.',
    'It sank on 4 May 2016, they say.',
    'reworded, changed: on 4 May 2016',
  ],
  [
    'DR4 a name',
    'The owner, [Kamal Hussian], left.',
    'The owner, Kamal Hussain, left.',
    'reworded, changed: Kamal Hussain',
  ],
  [
    'DR4 a capital',
    'Then [the Mill] fell.',
    'Then [the mill] fell.'.replaceAll(/[[\]]/g, ''),
    'reworded, changed: the mill',
  ],
  [
    'DR4 a curly mark',
    "So [the mill's owner] left.",
    'So the mill’s owner left.',
    'reworded, changed: the mill’s owner',
  ],
  [
    'DR5 two paragraphs',
    'Some [say so.\nOthers deny] it.',
    'Some say so.\nOthers deny it.',
    'carried: say so.\nOthers deny',
  ],
  [
    'DR5 two joined',
    'Some [say so.\nOthers deny] it.',
    'Some say so. Others deny it.',
    'reworded, changed: say so. Others deny',
  ],
  [
    'DR5 apart',
    '[Some] say so and [others deny] it now.',
    'Some say so and others deny it now.',
    'carried: Some\nothers deny',
  ],
  ['DR5 gone', 'Nobody rang [a bell at all].', 'A clerk has seen the file.', 'gone, changed: '],
])('%s', (_, before, after, said) => expect(carried(before + rest, after + rest)).toBe(said))

test('DR4 the same words in another place have moved', () => {
  const moving = 'Two inspectors sold the keys of the upper gate in the early 1990s.'
  const others =
    'The weir is the oldest in the country.\nIt had been inspected 11 times since 2004.\nOfficials deny it.'
  expect(carried(`${moving.replace('the keys', '[the keys]')}\n${others}${rest}`, `${others}\n${moving}${rest}`)).toBe(
    'moved: the keys',
  )
})

test('DR6 words that may be what is left of a claim are a question, with our best guess', () => {
  expect(carried(`[Officials deny it].${rest}`, `Officials have not answered.${rest}`)).toBe(
    'unsure, changed: Officials have not answered',
  )
})
