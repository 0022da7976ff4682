import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { sentencesIn } from './sentence.ts'

const cut = (text: string, language = 'en') => sentencesIn(text, language).map(({ from, to }) => text.slice(from, to))

test.each([
  ['end marks', 'en', 'It sank. Who knew? Nobody!', ['It sank.', 'Who knew?', 'Nobody!']],
  ['a title is a sentence', 'en', 'Ferry toll climbs past 40\nIt sank.', ['Ferry toll climbs past 40', 'It sank.']],
  ['what holds no word is none', 'en', 'It sank.\n* * *\nIt rose.', ['It sank.', 'It rose.']],
  [
    'the closing quote belongs to it',
    'en',
    'He said “It sank.” Then he left.',
    ['He said “It sank.”', 'Then he left.'],
  ],
  ['Urdu full stops', 'ur', 'جہاز ڈوب گیا۔ کوئی نہیں بچا؟ نہیں۔', ['جہاز ڈوب گیا۔', 'کوئی نہیں بچا؟', 'نہیں۔']],
  ['Urdu without a space', 'ur', 'جہاز ڈوب گیا۔کوئی نہیں بچا۔', ['جہاز ڈوب گیا۔', 'کوئی نہیں بچا۔']],
  ['Arabic', 'ar', 'غرقت العبّارة. من يعلم؟ لا أحد.', ['غرقت العبّارة.', 'من يعلم؟', 'لا أحد.']],
  ['Chinese without spaces', 'zh', '病毒传播。数据受限。', ['病毒传播。', '数据受限。']],
])('SN1 %s', (_case, language, text, sentences) => expect(cut(text, language)).toEqual(sentences))

test.each([
  ['titles', 'en', 'Dr. Khan met Mr. Smith. They talked.', ['Dr. Khan met Mr. Smith.', 'They talked.']],
  ['initials', 'en', 'A. B. Khan of the U.S. Navy came. He left.', ['A. B. Khan of the U.S. Navy came.', 'He left.']],
  ['a country at the end', 'en', 'He lives in the U.S. The navy left.', ['He lives in the U.S.', 'The navy left.']],
  ['a number', 'en', 'See No. 5 here. He said no. Then he left.', ['See No. 5 here.', 'He said no.', 'Then he left.']],
  ['figures', 'en', 'About 3.5 million at 8 p.m. on Jan. 3 came.', ['About 3.5 million at 8 p.m. on Jan. 3 came.']],
  ['German ordinals', 'de', 'Am 3. März kam Dr. Klein. Er ging.', ['Am 3. März kam Dr. Klein.', 'Er ging.']],
  ['French titles', 'fr', 'Mme. Duval est là. M. Roux aussi.', ['Mme. Duval est là.', 'M. Roux aussi.']],
  ['a company', 'en', 'Harbour Co. Ltd. Director Jones left.', ['Harbour Co. Ltd. Director Jones left.']],
])('SN2 an abbreviation ends no sentence: %s', (_case, language, text, sentences) =>
  expect(cut(text, language)).toEqual(sentences),
)

test('SN3 a quotation with its speaker after it is one sentence', () => {
  expect(cut('“Stop!” he said. “Why?” she asked.')).toEqual(['“Stop!” he said.', '“Why?” she asked.'])
})

test('SN4 Urdu abbreviations and decimals keep their mark', () => {
  expect(cut('ایم۔کیو۔ایم نے 3۔5 لاکھ ووٹ لیے۔ پھر خاموشی۔', 'ur')).toEqual([
    'ایم۔کیو۔ایم نے 3۔5 لاکھ ووٹ لیے۔',
    'پھر خاموشی۔',
  ])
})

test('SN1 a language nobody can name is cut like any other', () => {
  expect(cut('It sank. Who knew?', 'not a language')).toEqual(['It sank.', 'Who knew?'])
})

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('Mr', 'U', 'S', 'it', 'The', '3', ' ', '.', '!', '”', '“', '\n', '۔', 'ایم', '…'), {
      maxLength: 60,
    })
    .map((pieces) => pieces.join('')),
)
const anyLanguage = fc.constantFrom('en', 'de', 'ur', 'ar', 'fr', 'zh', '')

test('SN1 every letter and figure is in exactly one sentence, in order, and no sentence crosses a line end', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      const ranges = sentencesIn(text, language)
      let end = 0
      let inside = ''
      for (const { from, to } of ranges) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        const words = text.slice(from, to)
        expect([words, words.includes('\n')]).toEqual([words.trim(), false])
        inside += words
        end = to
      }
      const letters = (of: string) => of.replaceAll(/[^\p{L}\p{N}]/gu, '')
      expect(letters(inside)).toBe(letters(text))
    }),
    { numRuns: 400 },
  )
})

test('SN1 a line is cut alike alone and among others', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), anyLanguage, (texts, language) => {
      const lines = texts.flatMap((text) => text.split('\n'))
      const whole = lines.join('\n')
      const together = sentencesIn(whole, language).map(({ from, to }) => whole.slice(from, to))
      expect(together).toEqual(lines.flatMap((line) => cut(line, language)))
    }),
    { numRuns: 200 },
  )
})

test('SN1 a long line is cut as its pieces are, wherever a window ends', () => {
  const some = [
    'It sank.',
    'Dr. Khan of the U.S. Navy came at 8 p.m. on Jan. 3.',
    '“Stop!” he said.',
    'Word '.repeat(700).trim() + '.',
  ]
  const whole = Array.from({ length: 200 }, (_, at) => some[at % some.length] ?? '')
  expect(cut(whole.join(' '))).toEqual(whole)
})

/** What the segmenter is asked: each piece costs it time that grows with the text it was given. */
function workOf(text: string): number {
  const segment = Intl.Segmenter.prototype.segment
  let work = 0
  const spied = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
    this: Intl.Segmenter,
    given,
  ) {
    const segments = segment.call(this, given)
    const counted = function* () {
      for (const piece of segments) {
        work += given.length
        yield piece
      }
    }
    return { containing: (at?: number) => segments.containing(at), [Symbol.iterator]: counted } as Intl.Segments
  })
  sentencesIn(text, 'en')
  spied.mockRestore()
  return work
}

test('SN1 a piece longer than any window is cut by itself, and what follows it costs no more than elsewhere', () => {
  const huge = 'x'.repeat(200_000)
  const short = 'It sank. '.repeat(20_000)
  const hostile = `${huge}. ${short}`
  expect(sentencesIn(hostile, 'en')).toHaveLength(20_001)
  expect(workOf(hostile)).toBeLessThan(workOf(short) + workOf(huge) + 8 * huge.length)
  const many = `${'x'.repeat(2_500)}. `.repeat(100)
  expect(workOf(many)).toBeLessThan(12 * many.length)
})
