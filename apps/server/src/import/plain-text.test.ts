import { expect, test } from 'vitest'
import { imported, notesOf, outline, plainText } from './outline.ts'

const keeps = (body: string) =>
  plainText(imported({ text: `Harbour notes\n\n${body}` })).slice('Harbour notes\n'.length)

test.each([
  ['quotation marks of every style', 'She said “no”, he said "yes", ‘they’ said \'perhaps\', «oui», „nein“.'],
  ['dashes', 'The toll -- or what was left of it — rose by 3–4 … then stopped.'],
  ['double spaces', 'It may spell  disaster.'],
  ['no-break spaces', 'It may spell\u00a0 disaster at 9\u202f000 feet.'],
  ['zero-width joiners and non-joiners', 'می‌خواهم نہیں‌ हिन्दी क्‍ष \u200dend'],
  ['combining marks, composed and not', 'caf\u00e9 cafe\u0301 \u0645\u064e\u0651 na\u0308ive'],
  ['emoji with joiners', 'A family 👩‍👩‍👧‍👦 and a flag 🇵🇰.'],
  ['characters that normalisation would change', 'ﬁne Å Ω ² ½ Ⅳ ｆｕｌｌ 豈'],
  ['a byte order mark inside the text', 'one\ufefftwo'],
  ['tabs inside a line', 'one\ttwo'],
  ['C1 controls, which may be letters read wrongly', 'Don\u0092t'],
])('IM1 %s stay as they were', (_what, body) => expect(keeps(body)).toBe(body))

test('IM1 only a byte order mark at the very beginning is dropped', () => {
  expect(plainText(imported({ text: '\ufeffHarbour notes\n\n\ufeffIt rained.' }))).toBe(
    'Harbour notes\n\ufeffIt rained.',
  )
})

test('IM1 an indent and spaces at the end of a line go, spaces further down in a paragraph stay', () => {
  expect(keeps('   It rained.  \n   And rained. \t')).toBe('It rained.\n   And rained.')
})

test('IM2 line ends of other systems are one kind of line end, and counted', () => {
  const article = imported({ text: 'Harbour notes\r\n\r\nOne\rtwo\u2028three\vfour.\u2029Five.' })
  expect(outline(article)).toEqual(['title| Harbour notes', 'p| One / two / three / four.', 'p| Five.'])
  expect(notesOf(article, 'line-ends')).toEqual([{ code: 'line-ends', count: 6 }])
})

test('IM2 control characters and halves of surrogate pairs are left out and counted', () => {
  const article = imported({ text: 'Harbour notes\n\nIt\u0000 rai\u0007ned\ud83d all\udc00 day 🌧\uffff.' })
  expect(outline(article)).toEqual(['title| Harbour notes', 'p| It rained all day 🌧.'])
  expect(notesOf(article, 'control-characters')).toEqual([{ code: 'control-characters', count: 5 }])
})

test('IM4 blank lines part paragraphs, a single line end is a hard break', () => {
  const article = imported({ text: 'Harbour notes\n\nFirst line,\nsecond line.\n \u00a0\n\n\nNext.\n' })
  expect(outline(article)).toEqual(['title| Harbour notes', 'p| First line, / second line.', 'p| Next.'])
})

test('IM4 without any blank line each line is a paragraph', () => {
  const article = imported({ text: 'Ferry sinks off Tarsal\nForty-one people died.\nMore follows.\n\n' })
  expect(outline(article)).toEqual(['title| Ferry sinks off Tarsal', 'p| Forty-one people died.', 'p| More follows.'])
})
