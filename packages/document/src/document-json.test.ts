import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { documentJson } from './document-json.ts'
import type { DocumentJson } from './draft.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'

const claim = (id: string) => ({ type: 'claim', attrs: { id, kind: 'other' } })
const document: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { level: 1 }, content: [{ type: 'text', text: 'Ferry' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'At least ', marks: [claim('a')] },
        { type: 'text', text: '41', marks: [claim('a'), claim('b'), { type: 'bold' }] },
        { type: 'text', text: ' people.' },
      ],
    },
  ],
}

const opened = (json: DocumentJson): Y.XmlFragment => {
  const doc = articleDoc()
  Y.applyUpdate(doc, seedUpdate(documentFrom(json)).update)
  return doc.getXmlFragment(fragmentName)
}

test('VN2 a document read from Yjs is the one it was made from, overlapping claims and all', () => {
  expect(documentFrom(documentJson(opened(document))).toJSON()).toEqual(documentFrom(document).toJSON())
})

test('VN2 what no database can hold is readable, and what is no text is left out', () => {
  const fragment = opened(document)
  fragment.insert(0, [new Y.XmlElement('paragraph')])
  const [paragraph] = fragment.toArray() as [Y.XmlElement]
  paragraph.insert(0, [new Y.XmlText('a\0b\ud800')])
  fragment.insert(0, [new Y.XmlHook('strange') as unknown as Y.XmlText])
  expect(documentJson(fragment).content?.[0]).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: 'a\uFFFDb\uFFFD' }],
  })
})
