import { expect, test } from 'vitest'
import { wordDifference } from './word-difference.ts'

test('AN9 the difference names the word that went and the word that came', () => {
  expect(wordDifference('some say, thousands, perished', 'some say, hundreds, perished')).toEqual([
    { kind: 'same', text: 'some say, ' },
    { kind: 'gone', text: 'thousands' },
    { kind: 'new', text: 'hundreds' },
    { kind: 'same', text: ', perished' },
  ])
})

test('AN9 it is whole: what stayed and went is the old wording, what stayed and came the new', () => {
  const [before, after] = ['کم از کم 9 افراد', 'کم از کم 11 افراد زخمی']
  const parts = wordDifference(before, after)
  const joined = (...kinds: string[]) =>
    parts
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('')
  expect([joined('same', 'gone'), joined('same', 'new')]).toEqual([before, after])
})

test('AN9 a figure is one word, whatever stands between its digits', () => {
  expect(wordDifference('some 1,400 people', 'some 3,400 people')).toEqual([
    { kind: 'same', text: 'some ' },
    { kind: 'gone', text: '1,400' },
    { kind: 'new', text: '3,400' },
    { kind: 'same', text: ' people' },
  ])
})
