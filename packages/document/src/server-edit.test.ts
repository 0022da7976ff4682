import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'
import { editUpdate, marking, replacing } from './server-edit.ts'
import { TextIndex } from './text-index.ts'

const text = 'At least 41 people died when the ferry capsized.'
const claim = { id: '01890000-0000-7000-8000-000000000001', kind: 'casualty' }
const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })

function anArticle() {
  const doc = articleDoc()
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
  Y.applyUpdate(doc, seedUpdate(documentFrom({ type: 'doc', content: [paragraph] })).update)
  return doc
}

function edited(doc: Y.Doc, ...edits: Parameters<typeof editUpdate>[2][]) {
  for (const edit of edits) Y.applyUpdate(doc, editUpdate(Y.encodeStateAsUpdate(doc), 77, edit))
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  return { text: index.text, runs: index.runs().get(claim.id) ?? [] }
}

test('AN7 a mark stands on the words named', () => {
  const { text: words, runs } = edited(anArticle(), marking(at('41 people died'), claim))
  expect(words).toBe(text)
  expect(runs.map(({ from, to }) => text.slice(from, to))).toEqual(['41 people died'])
})

test('SE1 words put in the place of others stay inside the claim that stood over them', () => {
  const { text: words, runs } = edited(
    anArticle(),
    marking(at('41 people died'), claim),
    replacing(at('41'), 'forty-two'),
  )
  expect(words).toBe(text.replace('41', 'forty-two'))
  expect(runs.map(({ from, to }) => words.slice(from, to))).toEqual(['forty-two people died'])
})

test('SE1 words replaced from inside a claim to beyond its end stay inside it', () => {
  const beyond = at('people died when')
  const { text: words, runs } = edited(
    anArticle(),
    marking(at('41 people died'), claim),
    replacing(beyond, 'drowned as'),
  )
  expect(runs.map(({ from, to }) => words.slice(from, to))).toEqual(['41 drowned as'])
})

test('SE1 words cut take their claim with them and nothing else', () => {
  const cut = at('At least 41 people died ')
  const { text: words, runs } = edited(anArticle(), marking(at('41 people died'), claim), replacing(cut, ''))
  expect([words, runs]).toEqual(['when the ferry capsized.', []])
})
