import { articleSchema } from '#document/schema.ts'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { marking, sentenceAt, trimmed, wordsOf } from './marking.ts'

const paragraph = (...parts: string[]) =>
  articleSchema.node(
    'paragraph',
    null,
    parts.flatMap((part, index) => [
      ...(index > 0 ? [articleSchema.node('hardBreak')] : []),
      ...(part === '' ? [] : [articleSchema.text(part)]),
    ]),
  )
const doc = articleSchema.node('doc', null, [
  paragraph('At least 41 died.  Survivors say 60. '),
  paragraph('One', 'two.'),
])
const words = (stretch: { from: number; to: number } | null) => (stretch === null ? null : wordsOf(doc, stretch))

describe('marking', () => {
  test('MK2 space at the ends of a selection is not marked', () => {
    expect(words(trimmed(doc, { from: 10, to: 20 }))).toBe('41 died.')
    expect(trimmed(doc, { from: 18, to: 20 })).toBeNull()
    expect(trimmed(doc, { from: 5, to: 5 })).toBeNull()
  })

  test('MK3 the sentence at the caret, without the space after it', () => {
    expect(words(sentenceAt(doc, 3, 'en'))).toBe('At least 41 died.')
    expect(words(sentenceAt(doc, 25, 'en'))).toBe('Survivors say 60.')
    expect(words(sentenceAt(doc, 38, 'en'))).toBe('Survivors say 60.')
  })

  test('MK4 marking adds one claim over what stands there and is kept out of text undo', () => {
    const state = EditorState.create({ doc })
    const first = marking(state, { from: 1, to: 17 }, 'casualty')
    const second = marking(state.apply(first.tr), { from: 10, to: 12 }, 'statistic')
    const after = state.apply(first.tr).apply(second.tr).doc
    const ids = new Set<unknown>()
    after.descendants((node) => node.marks.forEach((mark) => ids.add(mark.attrs['id'])))
    expect(ids).toEqual(new Set([first.id, second.id]))
    expect(first.tr.getMeta('addToHistory')).toBe(false)
    expect(after.textContent).toBe(doc.textContent)
  })
})
