import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { dividing, rangesWithin, unmarking } from './repair-edit.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'
import { editUpdate, marking, type ServerEdit } from './server-edit.ts'
import { TextIndex, wordsAt } from './text-index.ts'

const id = (last: number) => `01890000-0000-7000-8000-00000000000${last}`
const lines = ['GDP fell and exports rose,', 'the bank said.']
const text = lines.join('\n')
const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })

/** Each claim's words after the edits, in an article of two paragraphs. */
function claimsAfter(...edits: ServerEdit[]): Record<string, string> {
  const doc = articleDoc()
  const content = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
  Y.applyUpdate(doc, seedUpdate(documentFrom({ type: 'doc', content })).update)
  for (const edit of edits) Y.applyUpdate(doc, editUpdate(Y.encodeStateAsUpdate(doc), 77, edit))
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  expect(index.text).toBe(text)
  return Object.fromEntries([...index.runs()].map(([claim, runs]) => [claim, wordsAt(text, runs)]))
}

const whole = marking(at(text), { id: id(1), kind: 'statistic' })

test('RP3 a claim gives up its second part, over several paragraphs too, and the space between is nobody’s', () => {
  const second = [at('exports rose,'), at('the bank said.')]
  const claims = claimsAfter(
    whole,
    marking(at('fell and exports'), { id: id(2), kind: 'other' }),
    dividing(id(1), [at(' exports rose,'), at('the bank said.')], second, { id: id(3), kind: 'quote' }),
  )
  expect(claims).toEqual({
    [id(1)]: 'GDP fell and',
    [id(2)]: 'fell and exports',
    [id(3)]: 'exports rose,\nthe bank said.',
  })
})

test('AN5 a mark is taken off some words and no other claim’s with it', () => {
  const claims = claimsAfter(whole, marking(at('rose,'), { id: id(2), kind: 'other' }), unmarking([at('rose,')], id(1)))
  expect(claims).toEqual({ [id(1)]: 'GDP fell and exports \nthe bank said.', [id(2)]: 'rose,' })
})

test('RP3 offsets in a claim’s words are found again in its pieces', () => {
  const pieces = [
    { from: 10, to: 14 },
    { from: 20, to: 30 },
  ]
  expect(rangesWithin(pieces, 0, 4)).toEqual([{ from: 10, to: 14 }])
  expect(rangesWithin(pieces, 2, 8)).toEqual([
    { from: 12, to: 14 },
    { from: 20, to: 23 },
  ])
  expect(rangesWithin(pieces, 5, 15)).toEqual([{ from: 20, to: 30 }])
})
