import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { fragmentName } from './seed.ts'
import { TextIndex } from './text-index.ts'

const step = fc.record({
  do: fc.constantFrom('type', 'erase', 'mark', 'insert', 'remove', 'nest', 'title'),
  block: fc.nat(9),
  at: fc.nat(20),
  length: fc.integer({ min: 1, max: 8 }),
  ask: fc.boolean(),
})

const paragraph = (words: string): Y.XmlElement => {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(words)])
  return block
}

/** The text in the block, however deep it lies. */
const textIn = (node: unknown): Y.XmlText | null =>
  node instanceof Y.XmlText ? node : node instanceof Y.XmlElement ? textIn(node.get(0)) : null

test('AN4 after any changes the index says what reading everything anew says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const doc = articleDoc()
      const fragment = doc.getXmlFragment(fragmentName)
      fragment.insert(0, ['One.', 'Two words.', 'Three 📁 more words.'].map(paragraph))
      const kept = new TextIndex(fragment)
      for (const { do: what, block, at, length, ask } of steps) {
        const index = block % Math.max(1, fragment.length)
        const text = fragment.length === 0 ? null : textIn(fragment.get(index))
        const from = Math.min(at, text?.length ?? 0)
        const most = Math.min(length, (text?.length ?? 0) - from)
        doc.transact(() => {
          if (what === 'type') text?.insert(from, 'x'.repeat(length))
          if (what === 'erase' && most > 0) text?.delete(from, most)
          if (what === 'mark' && most > 0) text?.format(from, most, { 'claim--a': { id: `c${block}`, kind: 'other' } })
          if (what === 'insert') fragment.insert(index, [paragraph(`New ${at}.`)])
          if (what === 'remove' && fragment.length > 0) fragment.delete(index, 1)
          if (what === 'nest') {
            const list = new Y.XmlElement('bulletList')
            list.insert(0, [paragraph('In'), paragraph('a list')])
            fragment.insert(index, [list])
          }
          const top = fragment.length === 0 ? null : fragment.get(Math.min(index, fragment.length - 1))
          if (what === 'title' && top instanceof Y.XmlElement) top.setAttribute('level', '1')
        })
        if (ask) void kept.text
      }
      const anew = new TextIndex(fragment)
      expect([kept.text, kept.title, [...kept.runs()]]).toEqual([anew.text, anew.title, [...anew.runs()]])
    }),
    { numRuns: 300 },
  )
})
