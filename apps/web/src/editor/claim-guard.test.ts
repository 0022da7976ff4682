import { articleSchema } from '#document/schema.ts'
import type { Mark, Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { claimGuard } from './claim-guard.ts'
import { claimId, claimsOf } from './claim-runs.ts'
import { asMarking } from './transactions.ts'

const claim = (id: string): Mark => articleSchema.mark('claim', { id, kind: 'other' })

/** "He said [a:GDP fell] today." with each paragraph as one string. */
function article(...paragraphs: string[]): EditorState {
  const blocks = paragraphs.map((paragraph) => {
    const pieces = paragraph.split(/(\[\w:[^\]]*\])/).filter((piece) => piece !== '')
    const texts = pieces.map((piece) => {
      const [, id, words] = /^\[(\w):([^\]]*)\]$/.exec(piece) ?? []
      return words === undefined ? articleSchema.text(piece) : articleSchema.text(words, [claim(id ?? '')])
    })
    return articleSchema.node('paragraph', null, texts)
  })
  return EditorState.create({ doc: articleSchema.node('doc', null, blocks), plugins: [claimGuard()] })
}

const shown = (doc: Node): string => {
  const blocks: string[] = []
  doc.forEach((block) => {
    let text = ''
    let open: string[] = []
    const close = (now: string[]) => {
      text += ']'.repeat(open.filter((id) => !now.includes(id)).length)
      text += now
        .filter((id) => !open.includes(id))
        .map((id) => `[${id}:`)
        .join('')
      open = now
    }
    block.forEach((node) => {
      close(claimsOf(node).map(claimId).sort())
      text += node.text ?? '|'
    })
    close([])
    blocks.push(text)
  })
  return blocks.join('/')
}

/** Positions by words: the place just before `words`, `shift` characters on. */
function at(state: EditorState, words: string, shift = 0): number {
  let found = -1
  state.doc.descendants((node, position) => {
    if (!node.isTextblock || found !== -1) return
    const offset = node.textContent.indexOf(words)
    if (offset !== -1) found = position + 1 + offset
  })
  if (found === -1) throw new Error(`no "${words}"`)
  return found + shift
}

const over = (state: EditorState, words: string): [number, number] => [at(state, words), at(state, words, words.length)]
const take = (state: EditorState, ...steps: ((tr: Transaction, state: EditorState) => Transaction)[]): EditorState =>
  steps.reduce((now, step) => now.apply(step(now.tr, now)), state)

const typed = (text: string) => (tr: Transaction, state: EditorState) =>
  tr.insertText(text, state.selection.from, state.selection.to)
const selected = (words: string) => (tr: Transaction, state: EditorState) =>
  tr.setSelection(TextSelection.create(state.doc, ...over(state, words)))
const caretAfter = (words: string) => (tr: Transaction, state: EditorState) =>
  tr.setSelection(TextSelection.create(state.doc, at(state, words, words.length)))
const backspace = (tr: Transaction, state: EditorState) => tr.delete(state.selection.head - 1, state.selection.head)
const pasted = (state: EditorState, words: string) => {
  const slice = state.doc.slice(...over(state, words))
  return (tr: Transaction) => tr.replaceSelection(slice).setMeta('uiEvent', 'paste').setMeta('paste', true)
}
const cut = (words: string) => (tr: Transaction, state: EditorState) =>
  tr.delete(...over(state, words)).setMeta('uiEvent', 'cut')

describe('claim guard', () => {
  const start = article('He said [a:GDP fell] today.', 'More words here.')

  test('CG1 copied and pasted words do not double the claim', () => {
    const after = take(start, caretAfter('More'), pasted(start, 'said GDP fell'))
    expect(shown(after.doc)).toBe('He said [a:GDP fell] today./Moresaid GDP fell words here.')
  })

  test('CG1 a copy pasted right behind its claim does not make it longer', () => {
    const after = take(start, caretAfter('GDP fell'), pasted(start, 'GDP fell'))
    expect(shown(after.doc)).toBe('He said [a:GDP fell]GDP fell today./More words here.')
  })

  test('CG1 a claim of another article loses its mark', () => {
    const other = article('Elsewhere [z:prices rose] again.')
    const after = take(start, caretAfter('More'), pasted(other, 'prices rose'))
    expect(shown(after.doc)).toBe('He said [a:GDP fell] today./Moreprices rose words here.')
  })

  test('CG2 cut words take their claim to where they are pasted, once', () => {
    const slice = pasted(start, 'GDP fell')
    const once = take(start, cut('GDP fell'), caretAfter('More '), slice)
    expect(shown(once.doc)).toBe('He said  today./More [a:GDP fell]words here.')
    const twice = take(once, caretAfter('here.'), slice)
    expect(shown(twice.doc)).toBe('He said  today./More [a:GDP fell]words here.GDP fell')
  })

  test('CG2 dragged words take their claim along, a dragged copy does not', () => {
    const slice = start.doc.slice(...over(start, 'GDP fell'))
    const moved = take(start, (tr) => {
      tr.delete(...over(start, 'GDP fell'))
      return tr.replace(tr.mapping.map(at(start, 'words')), undefined, slice).setMeta('uiEvent', 'drop')
    })
    expect(shown(moved.doc)).toBe('He said  today./More [a:GDP fell]words here.')
    const copied = take(start, (tr) => tr.replace(at(start, 'words'), undefined, slice).setMeta('uiEvent', 'drop'))
    expect(shown(copied.doc)).toBe('He said [a:GDP fell] today./More GDP fellwords here.')
  })

  test('CG3 words typed inside stay inside, words typed after it stay outside', () => {
    expect(shown(take(start, caretAfter('GDP'), typed(' really')).doc)).toBe(
      'He said [a:GDP really fell] today./More words here.',
    )
    expect(shown(take(start, caretAfter('GDP fell'), typed(' fast')).doc)).toBe(
      'He said [a:GDP fell] fast today./More words here.',
    )
  })

  test('CG3 plain words pasted into a claim stay inside', () => {
    const after = take(start, caretAfter('GDP '), pasted(start, 'More'))
    expect(shown(after.doc)).toBe('He said [a:GDP Morefell] today./More words here.')
  })

  test('CG4 the last words of a claim replaced key by key stay inside', () => {
    const after = take(start, selected('fell'), typed('r'), typed('o'), typed('s'), typed('e'))
    expect(shown(after.doc)).toBe('He said [a:GDP rose] today./More words here.')
  })

  test('CG4 a figure at the edge, taken back and typed anew, stays inside', () => {
    const toll = article('[a:41 people] died, of them [b:12].')
    const first = take(toll, caretAfter('41'), backspace, backspace, typed('4'), typed('3'))
    expect(shown(first.doc)).toBe('[a:43 people] died, of them [b:12].')
    const last = take(first, caretAfter('of them 12'), backspace, backspace, typed('9'))
    expect(shown(last.doc)).toBe('[a:43 people] died, of them [b:9].')
  })

  test('CG4 moving the caret away ends the retyping', () => {
    const after = take(start, selected('fell'), typed('rose'), caretAfter('today'), caretAfter('GDP rose'), typed('!'))
    expect(shown(after.doc)).toBe('He said [a:GDP rose]! today./More words here.')
  })

  test('CG4 a claim replaced together with other words goes', () => {
    const after = take(start, selected('said GDP fell'), typed('spoke'))
    expect(shown(after.doc)).toBe('He spoke today./More words here.')
  })

  test('CG4 a new paragraph ends the retyping', () => {
    const after = take(
      start,
      caretAfter('GDP fell'),
      backspace,
      (tr, state) => tr.split(state.selection.head),
      typed('New'),
    )
    expect(shown(after.doc)).toBe('He said [a:GDP fel]/New today./More words here.')
  })

  test('CG5 clearing formatting leaves claims', () => {
    const after = take(start, (tr) => tr.removeMark(0, tr.doc.content.size))
    expect(shown(after.doc)).toBe('He said [a:GDP fell] today./More words here.')
  })

  test('CG6 changes of other people are left as they are, doubled or not', () => {
    const slice = start.doc.slice(...over(start, 'GDP fell'))
    const after = take(start, (tr) =>
      tr.replace(at(start, 'words'), undefined, slice).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
    )
    expect(shown(after.doc)).toBe('He said [a:GDP fell] today./More [a:GDP fell]words here.')
  })

  test('CG6 a marking is left as it is, over another claim too', () => {
    const after = take(start, (tr, state) => asMarking(tr.addMark(...over(state, 'said GDP'), claim('b'))))
    expect(shown(after.doc)).toBe('He [b:said [a:GDP] fell] today./More words here.')
  })
})
