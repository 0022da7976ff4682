import { expect, test } from 'vitest'
import { asideParts } from '#document/draft.ts'
import '#web/words/import.ts'
import { makeWords } from '#web/words/words.tsx'
import { noteInWords } from './notes.tsx'

const words = makeWords('en')

test('IN1 a note says what happened and how often', () => {
  expect(noteInWords(words, { code: 'title-kept-once', title: 'Ferry toll', times: 3 })).toBe(
    'The title stood 3 times in the text. It is kept once.',
  )
  expect(noteInWords(words, { code: 'left-out', what: 'image', count: 1 })).toBe('One image was left out.')
})

test('IN1 a date is told as a date, whatever zone the laptop is in', () => {
  expect(noteInWords(words, { code: 'date-line', line: 'March 3, 2026', date: '2026-03-03' })).toBe(
    'The line “March 3, 2026” is now the publication date, 3 March 2026. It is no longer in the text.',
  )
})

test('IN2 whatever stands beside a file’s text has a sentence of its own', () => {
  const sentences = asideParts.map((what) => noteInWords(words, { code: 'words-left-out', what, count: 2, words: [] }))
  expect(new Set(sentences).size).toBe(asideParts.length)
  expect(sentences[0]).toBe('2 comments are not in the text.')
})

test('IN2 tracked changes are told as they were taken', () => {
  const changes = { insertions: 5, deletions: 1, moves: 0 }
  expect(noteInWords(words, { code: 'tracked-changes', taken: 'accepted', ...changes })).toBe(
    'Tracked changes are taken as accepted: 5 insertions, one deletion.',
  )
  expect(noteInWords(words, { code: 'tracked-changes', taken: 'original', ...changes, moves: 2 })).toBe(
    'The text is as it was before its tracked changes: 5 insertions, one deletion, 2 moves.',
  )
})
