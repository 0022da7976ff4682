import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { DocumentJson } from './draft.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'
import { textOf } from './text.ts'
import { TextIndex } from './text-index.ts'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\r\n]/.test(text))
const inline = fc.oneof(
  words.map((text): DocumentJson => ({ type: 'text', text })),
  words.map((text): DocumentJson => ({ type: 'text', text, marks: [{ type: 'bold' }] })),
  fc.constant<DocumentJson>({ type: 'hardBreak' }),
)
const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((content): DocumentJson => ({ type: 'paragraph', attrs: { level: null, deck: null }, content }))
const block = fc.oneof(
  paragraph,
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content): DocumentJson => ({ type: 'blockquote', content })),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): DocumentJson => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [item] })),
  })),
)
const article = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content): DocumentJson => ({ type: 'doc', content }))

test('DC2 the plain text read from Yjs is the plain text read from ProseMirror', () =>
  fc.assert(
    fc.property(article, (json) => {
      const document = documentFrom(json)
      const live = new Y.Doc()
      Y.applyUpdate(live, seedUpdate(document).update)
      expect(new TextIndex(live.getXmlFragment(fragmentName)).text).toBe(textOf(document).text)
    }),
  ))

test('DC2 an offset in the text and its place in the document lead to one another', () =>
  fc.assert(
    fc.property(article, (json) => {
      const { text, positionAt, offsetAt } = textOf(documentFrom(json))
      for (let offset = 0; offset <= text.length; offset += 1) expect(offsetAt(positionAt(offset))).toBe(offset)
    }),
  ))

test('DC2 blocks and line breaks are joined by one "\\n", and nothing is normalised', () => {
  const json: DocumentJson = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { level: 1 }, content: [{ type: 'text', text: 'MQM’s "rift"  --' }] },
      { type: 'paragraph' },
      {
        type: 'blockquote',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'e\u0301' }, { type: 'hardBreak' }] }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'end' }] },
    ],
  }
  expect(textOf(documentFrom(json)).text).toBe('MQM’s "rift"  --\n\ne\u0301\n\nend')
})
