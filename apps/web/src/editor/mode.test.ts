import { articleSchema } from '#document/schema.ts'
import { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { passes } from './mode.ts'
import { marking } from './marking.ts'
import { asMarking } from './transactions.ts'

const state = EditorState.create({
  doc: articleSchema.node('doc', null, [
    articleSchema.node('paragraph', null, [articleSchema.text('At least 41 died.')]),
  ]),
})
const edit = () => state.tr.insertText('x', 1)
const mark = () => marking(state, { from: 1, to: 9 }, 'casualty').tr

describe('modes', () => {
  test('CM1 in Check mode the text changes only by what comes from Yjs', () => {
    expect(passes(edit(), 'check')).toBe(false)
    expect(passes(edit().setMeta(ySyncPluginKey, { isChangeOrigin: true }), 'check')).toBe(true)
    expect(passes(edit(), 'edit')).toBe(true)
    expect(passes(state.tr.setMeta('pointer', true), 'check')).toBe(true)
  })

  test('CM1 claims can be marked in Check mode, by readers not at all', () => {
    expect(passes(mark(), 'check')).toBe(true)
    expect(passes(mark(), 'edit')).toBe(true)
    expect(passes(mark(), 'read')).toBe(false)
  })

  test('CM1 an edit does not slip through as a marking', () => {
    expect(passes(mark().insertText('x', 1), 'check')).toBe(false)
    const marked = state.apply(mark())
    expect(passes(asMarking(marked.tr.removeMark(0, 5)), 'check')).toBe(false)
  })
})
