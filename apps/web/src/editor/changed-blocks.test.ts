import { articleSchema } from '#document/schema.ts'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { Fragment, type Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { replaceBlocks } from './changed-blocks.ts'

const paragraph = (text: string): Node =>
  articleSchema.node('paragraph', null, text === '' ? [] : [articleSchema.text(text)])
const [first, second, third] = [paragraph('The dam.'), paragraph('Nobody slept.'), paragraph('It rained.')]

function replaced(blocks: readonly Node[]): Transaction {
  const doc = articleSchema.node('doc', null, [first, second, third])
  return replaceBlocks(EditorState.create({ doc }).tr, Fragment.from([...blocks]))
}

/** From, to, and how much stands there now. */
const stretches = ({ mapping }: Transaction): number[][] => {
  const found: number[][] = []
  for (const map of mapping.maps) map.forEach((from, to, nowFrom, nowTo) => found.push([from, to, nowTo - nowFrom]))
  return found
}

const changed = paragraph('Nobody slept that night.')
const at = first.nodeSize
const cases: [what: string, blocks: Node[], replacedStretches: number[][]][] = [
  ['a key in one block', [first, changed, third], [[at, at + second.nodeSize, changed.nodeSize]]],
  ['nothing', [first, second, third], []],
  ['a block more', [first, changed, second, third], [[at, at, changed.nodeSize]]],
  [
    'the same words once more',
    [first, second, second, third],
    [[at + second.nodeSize, at + second.nodeSize, second.nodeSize]],
  ],
  ['a block less', [first, third], [[at, at + second.nodeSize, 0]]],
  [
    'blocks that changed places',
    [third, second, first],
    [[0, at + second.nodeSize + third.nodeSize, at + second.nodeSize + third.nodeSize]],
  ],
]

test.each(cases)('QK5 of a remote change to %s only that is replaced', (_what, blocks, wanted) => {
  const transaction = replaced(blocks)
  expect(transaction.doc.content.eq(Fragment.from(blocks))).toBe(true)
  expect(stretches(transaction)).toEqual(wanted)
})
