import { describe, expect, test } from 'vitest'
import type { ArticleDraft, DocumentJson } from '#document/draft.ts'
import { documentFrom } from '#document/seed.ts'
import { withTitle } from './title-block.ts'

const paragraph = (text: string, attrs?: Record<string, unknown>): DocumentJson => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  content: [{ type: 'text', text }],
})

const aDraft = (title: string, ...content: DocumentJson[]): ArticleDraft => ({
  title,
  deck: null,
  publicationDate: null,
  language: 'en',
  direction: 'ltr',
  document: { type: 'doc', content },
})

const body = paragraph('At least 41 people died.')

describe('one title', () => {
  test('IT1 a changed title changes the head of the text too', () => {
    const changed = withTitle(aDraft('Ferry toll', paragraph('Ferry toll', { level: 1 }), body), 'Ferry toll climbs')
    expect(changed.title).toBe('Ferry toll climbs')
    expect(changed.document.content).toEqual([paragraph('Ferry toll climbs', { level: 1 }), body])
  })

  test('IT1 the same title changes nothing, its formatting included', () => {
    const draft = aDraft('Ferry toll', { ...paragraph('Ferry toll', { level: 1 }) }, body)
    expect(withTitle(draft, 'Ferry toll')).toBe(draft)
  })

  test('IT2 a text without a title gets one, and keeps its first paragraph', () => {
    const titled = withTitle(aDraft('At least 41', body), 'Ferry toll')
    expect(titled.document.content).toEqual([paragraph('Ferry toll', { level: 1 }), body])
  })

  test('IT3 whatever is typed, the document fits the schema', () => {
    for (const title of ['', 'x', '“Ferry”']) {
      const draft = withTitle(aDraft('Ferry toll', paragraph('Ferry toll', { level: 1 }), body), title)
      expect(() => documentFrom(draft.document)).not.toThrow()
    }
  })
})
