import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wellFormedJson } from './well-formed.ts'

test.each([
  ['a first half', String.raw`"\ud83d at sea"`, '\ufffd at sea'],
  ['a second half', String.raw`"at sea \uDE00"`, 'at sea \ufffd'],
  ['halves the wrong way round', String.raw`"\uDE00\uD83D"`, '\ufffd\ufffd'],
  ['a half before a pair', String.raw`"\ud83d\ud83d\ude00"`, '\ufffd😀'],
  ['a whole pair', String.raw`"\ud83d\ude00"`, '😀'],
  ['words that only look like one', String.raw`"\\ud83d"`, String.raw`\ud83d`],
  ['a backslash before one', String.raw`"\\\ud83d"`, '\\\ufffd'],
])('DC3 %s', (_case, json, reads) => expect(JSON.parse(wellFormedJson(json))).toBe(reads))

test('DC3 whatever is written reads as its own well-formed text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\ud83d', '\ude00', '\\', 'u', 'd83d', '"', 'é', '\n')), (parts) => {
      const text = parts.join('')
      const read: unknown = JSON.parse(wellFormedJson(JSON.stringify({ [text]: [text] })))
      expect(read).toEqual({ [text.toWellFormed()]: [text.toWellFormed()] })
    }),
  )
})
