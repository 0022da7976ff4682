import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { documentJson } from './document-json.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'
import { editUpdate, marking, replacing } from './server-edit.ts'
import { TextIndex, wordsAt } from './text-index.ts'
import { rewordingUpdate } from './wording-edit.ts'

const id = (last: number) => `01890000-0000-7000-8000-00000000000${last}`
const claim = (last: number) => ({ id: id(last), kind: 'other' })
const lines = ['At least 41 people died when the ferry capsized,', 'the coast guard said on Tuesday.']
const text = lines.join('\n')
const at = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })

function anArticle(...marked: [number, string][]): Y.Doc {
  const doc = articleDoc()
  const content = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
  Y.applyUpdate(doc, seedUpdate(documentFrom({ type: 'doc', content })).update)
  for (const [last, words] of marked)
    Y.applyUpdate(doc, editUpdate(Y.encodeStateAsUpdate(doc), 77, marking(at(words), claim(last))))
  return doc
}

function read(doc: Y.Doc) {
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  const claims = Object.fromEntries([...index.runs()].map(([one, runs]) => [one, wordsAt(index.text, runs)]))
  const { text: now } = index
  index.destroy()
  return { text: now, claims }
}

function reworded(doc: Y.Doc, last: number, after: string, clientId = 78): Uint8Array | null {
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  const ranges = index.runs().get(id(last)) ?? []
  const before = wordsAt(index.text, ranges)
  index.destroy()
  return rewordingUpdate(Y.encodeStateAsUpdate(doc), clientId, [{ claimId: id(last), ranges, before, after }])
}

const apply = (doc: Y.Doc, update: Uint8Array | null) => update !== null && Y.applyUpdate(doc, update)

test.each([
  ['a word replaced', 'At least 44 people died'],
  ['a word put in before its first', 'Officials say at least 41 people died'],
  ['a word put in after its last', 'At least 41 people died there'],
  ['words taken out at its end', 'At least 41'],
  ['every word replaced', 'Nobody was lost'],
  ['a word put in between', 'At least 41 young people died'],
])('WF3 the claim reads as proposed and nothing else changes: %s', (_case, after) => {
  const doc = anArticle([1, 'At least 41 people died'])
  apply(doc, reworded(doc, 1, after))
  expect(read(doc)).toEqual({ text: text.replace('At least 41 people died', after), claims: { [id(1)]: after } })
})

test('WF3 a claim over two paragraphs keeps them, and several fixes are one edit', () => {
  const doc = anArticle([1, 'ferry capsized,\nthe coast guard'], [2, 'on Tuesday'])
  const fixes = [
    { before: 'ferry capsized,\nthe coast guard', after: 'ship sank,\nthe harbour office', last: 1 },
    { before: 'on Tuesday', after: 'on Monday', last: 2 },
  ]
  apply(
    doc,
    rewordingUpdate(
      Y.encodeStateAsUpdate(doc),
      78,
      fixes.map(({ before, after, last }) => ({ claimId: id(last), ranges: [at(before)], before, after })),
    ),
  )
  expect(read(doc)).toEqual({
    text: 'At least 41 people died when the ship sank,\nthe harbour office said on Monday.',
    claims: { [id(1)]: 'ship sank,\nthe harbour office', [id(2)]: 'on Monday' },
  })
})

test('SE1 what comes in stays inside the claims over the words it replaces, and grows no claim beside it', () => {
  const doc = anArticle([1, 'At least 41 people died'], [2, '41 people'], [3, 'when the ferry capsized'])
  apply(doc, reworded(doc, 1, 'At least 42 people have died there'))
  expect(read(doc).claims).toEqual({
    [id(1)]: 'At least 42 people have died there',
    [id(2)]: '42 people',
    [id(3)]: 'when the ferry capsized',
  })
})

test('WF3 what somebody types into the same words meanwhile stays', () => {
  const doc = anArticle([1, 'At least 41 people died'])
  const update = reworded(doc, 1, 'At least 44 people drowned')
  const typed = editUpdate(Y.encodeStateAsUpdate(doc), 90, replacing({ from: 8, to: 9 }, ' some '))
  for (const one of [typed, update]) apply(doc, one)
  expect(read(doc).claims[id(1)]).toBe('At least some 44 people drowned')
})

test('WF5 claims that touch each get their own words, at the place where they meet too', () => {
  const doc = anArticle([1, 'At least 41 '], [2, 'people died'])
  const fixes = [
    { last: 2, before: 'people died', after: 'young people drowned' },
    { last: 1, before: 'At least 41 ', after: 'At least 41 or 42 ' },
  ]
  const wanted = fixes.map(({ before, after, last }) => ({ claimId: id(last), ranges: [at(before)], before, after }))
  apply(doc, rewordingUpdate(Y.encodeStateAsUpdate(doc), 78, wanted))
  expect(read(doc).text).toContain('At least 41 or 42 young people drowned when')
  expect(read(doc).claims).toEqual({ [id(1)]: 'At least 41 or 42 ', [id(2)]: 'young people drowned' })
})

test('WF3 words that read as proposed already are not touched', () => {
  const doc = anArticle([1, 'At least 41 people died'])
  expect(reworded(doc, 1, 'At least 41 people died')).toBeNull()
})

test('WF3 formatting of the words that go is that of the words that come', () => {
  const doc = articleDoc()
  const bold = { type: 'text', text: '41 people', marks: [{ type: 'bold' }] }
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'At least ' }, bold] }]
  Y.applyUpdate(doc, seedUpdate(documentFrom({ type: 'doc', content })).update)
  const ranges = [{ from: 0, to: 18 }]
  apply(doc, editUpdate(Y.encodeStateAsUpdate(doc), 77, marking({ from: 0, to: 18 }, claim(1))))
  const before = 'At least 41 people'
  apply(
    doc,
    rewordingUpdate(Y.encodeStateAsUpdate(doc), 78, [{ claimId: id(1), ranges, before, after: 'At most 42 people' }]),
  )
  expect(read(doc).text).toBe('At most 42 people')
  const { content: [paragraph] = [] } = documentJson(doc.getXmlFragment(fragmentName))
  const bolds = (paragraph?.content ?? []).filter(({ marks = [] }) => marks.some(({ type }) => type === 'bold'))
  expect(bolds.map((node) => node.text).join('')).toBe('42 people')
})

test('WF3 words that share nothing with the old ones take their place in the same line: what others type there stays', () => {
  const doc = anArticle([1, lines[1] ?? ''])
  const other = articleDoc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const update = reworded(doc, 1, 'Officials gave no figure')
  const typed = editUpdate(Y.encodeStateAsUpdate(other), 99, replacing(at('guard'), 'guards of Tarsal'))
  apply(doc, update)
  apply(doc, typed)
  expect(read(doc).text).toContain('s of Tarsal')
  expect(read(doc).text.split('\n')).toHaveLength(2)
  expect(doc.getXmlFragment(fragmentName).length).toBe(2)
})
