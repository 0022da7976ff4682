import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SentenceIds, sentencesOf } from './sentences.ts'
import { tokensOf, Vocabulary } from './tokens.ts'

const tokenTexts = (text: string): string[] => {
  const { starts, ends } = tokensOf(text, new Vocabulary())
  return [...starts].map((start, at) => text.slice(start, ends[at]))
}

function sentenceTexts(text: string): string[] {
  const vocabulary = new Vocabulary()
  const tokens = tokensOf(text, vocabulary)
  return sentencesOf(tokens, vocabulary, new SentenceIds()).map(({ from, to }) =>
    text.slice(tokens.starts[from], tokens.ends[to - 1]),
  )
}

test('CA14 a text is its tokens and white space, nothing else, whatever it is written in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      expect(tokenTexts(text).join('')).toBe(text.replaceAll(/\s/g, ''))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['numbers keep their separators', '1,495 fell 3.5%.', ['1,495', 'fell', '3.5', '%', '.']],
  ['a number and its letters are two', 'the 18F team, 10x', ['the', '18', 'F', 'team', ',', '10', 'x']],
  ['an apostrophe is inside a word', 'Karachi’s isn’t ‘x’', ['Karachi’s', 'isn’t', '‘', 'x', '’']],
  ['Chinese is cut into words', '病毒在非洲传播。', ['病毒', '在', '非洲', '传播', '。']],
  ['Urdu by its spaces', 'کم از کم ۹ افراد', ['کم', 'از', 'کم', '۹', 'افراد']],
])('CA14 %s', (_case, text, tokens) => {
  expect(tokenTexts(text)).toEqual(tokens)
})

test('CA14 capitals, curly quotes and dashes make no other word', () => {
  const vocabulary = new Vocabulary()
  expect([...tokensOf('“Don’t” — CAFE\u0301', vocabulary).ids]).toEqual([
    ...tokensOf('"don\'t" – café', vocabulary).ids,
  ])
})

test.each([
  ['an end mark before white space', 'It sank. Who knew? Nobody!', ['It sank.', 'Who knew?', 'Nobody!']],
  ['a line end', 'Headline\nIt sank', ['Headline', 'It sank']],
  ['with its closing quote', 'He said “It sank.” Then he left.', ['He said “It sank.”', 'Then he left.']],
  ['not after an initial or a title', 'Dr. A. Khan of the U.S. Navy came.', ['Dr. A. Khan of the U.S. Navy came.']],
  ['not inside a number or an address', 'About 3.5 at tech@ed.gov now.', ['About 3.5 at tech@ed.gov now.']],
  ['without white space in Chinese', '病毒传播。数据受限。', ['病毒传播。', '数据受限。']],
  ['at the Urdu full stop', 'جہاز ڈوب گیا۔ کوئی نہیں بچا۔', ['جہاز ڈوب گیا۔', 'کوئی نہیں بچا۔']],
])('CA15 a sentence ends: %s', (_case, text, sentences) => {
  expect(sentenceTexts(text)).toEqual(sentences)
})
