import { expect, test } from 'vitest'
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
