import { expect, test } from 'vitest'
import { contentOf } from './content.ts'
import type { DocumentJson } from './draft.ts'

const link = (href: string) => ({ type: 'link', attrs: { href } })
const claim = { type: 'claim', attrs: { id: '01890000-0000-7000-8000-000000000001', kind: 'casualty' } }
const paragraph = (...content: DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
})

test('RV2 claim marks say nothing, even where they part the words', () => {
  const plain = paragraph({ type: 'text', text: 'At least 41 people died.' })
  const marked = paragraph(
    { type: 'text', text: 'At least ' },
    { type: 'text', text: '41 people', marks: [claim] },
    { text: ' died.', type: 'text' },
  )
  expect(contentOf(marked)).toBe(contentOf(plain))
})

test('RV2 a link that leads elsewhere says something else, though every word is the same', () => {
  const to = (href: string) => contentOf(paragraph({ type: 'text', text: 'the log', marks: [link(href)] }))
  expect(to('https://a.test/log')).not.toBe(to('https://b.test/log'))
})
