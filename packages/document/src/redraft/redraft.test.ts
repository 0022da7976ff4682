import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from '../article-doc.ts'
import { documentJson } from '../document-json.ts'
import type { DocumentJson } from '../draft.ts'
import { documentFrom, fragmentName, seedUpdate } from '../seed.ts'
import { TextIndex, wordsAt } from '../text-index.ts'
import { textOf } from '../text.ts'
import { redraft } from './redraft.ts'
import { type ClaimTarget, withClaims } from './target.ts'
import { typedSince } from './typed-since.ts'

const ferry = '01890000-0000-7000-8000-000000000001'
const crane = '01890000-0000-7000-8000-000000000002'

// ── documents ──

type Inline = string | DocumentJson

const p = (...content: Inline[]): DocumentJson => ({
  type: 'paragraph',
  ...(content.length === 0 ? {} : { content: content.map((piece) => (typeof piece === 'string' ? t(piece) : piece)) }),
})
const t = (text: string, ...marks: string[]): DocumentJson => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
})
const br: DocumentJson = { type: 'hardBreak' }
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content })
const list = (...items: string[]): DocumentJson => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
})

/** A claim on words that stand once in the document. */
function on(json: DocumentJson, words: string, id = ferry): ClaimTarget {
  const from = textOf(documentFrom(json)).text.indexOf(words)
  if (from === -1) throw new Error(`"${words}" does not stand there.`)
  return { id, kind: 'casualty', ranges: [{ from, to: from + words.length }] }
}

const stateOf = (json: DocumentJson, claims: readonly ClaimTarget[] = []) =>
  seedUpdate(withClaims(documentFrom(json), claims)).update

/** As the document reads when it is written anew. */
const asWritten = (json: DocumentJson, claims: readonly ClaimTarget[] = []) => read(stateOf(json, claims))

function read(...updates: (Uint8Array | null)[]): DocumentJson {
  const text = articleDoc()
  for (const update of updates) if (update !== null) Y.applyUpdate(text, update)
  return documentJson(text.getXmlFragment(fragmentName))
}

const redrafted = (before: Uint8Array, json: DocumentJson, claims: readonly ClaimTarget[] = []) =>
  redraft(before, 77, { document: documentFrom(json), claims })

/** What somebody types into the text meanwhile. */
function typing(before: Uint8Array, after: string, words: string, client = 5): Uint8Array {
  const text = articleDoc()
  Y.applyUpdate(text, before)
  text.clientID = client
  const vector = Y.encodeStateVector(text)
  const find = (container: Y.XmlFragment): boolean =>
    container.toArray().some((part) => {
      if (part instanceof Y.XmlText) {
        const at = (part.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
        const found = at.indexOf(after)
        if (found === -1) return false
        part.insert(found + after.length, words)
        return true
      }
      return part instanceof Y.XmlElement && find(part)
    })
  if (!find(text.getXmlFragment(fragmentName))) throw new Error(`"${after}" does not stand there.`)
  return Y.encodeStateAsUpdate(text, vector)
}

function textIn(...updates: (Uint8Array | null)[]): { text: string; claims: Map<string, string> } {
  const live = articleDoc()
  for (const update of updates) if (update !== null) Y.applyUpdate(live, update)
  const index = new TextIndex(live.getXmlFragment(fragmentName))
  const { text } = index
  return { text, claims: new Map([...index.runs()].map(([id, runs]) => [id, wordsAt(text, runs)])) }
}

// ── cases ──

const before = doc(
  { type: 'paragraph', attrs: { level: 1 }, content: [t('The ferry')] },
  p('At least 41 people died when the ferry capsized late on Wednesday.'),
  p('The owner, ', t('Kamal Hussian', 'bold'), ', was in the capital.'),
  p('Officials deny it.'),
)

describe('DR1 a redraft reads as the new document', () => {
  const cases: [string, DocumentJson, DocumentJson][] = [
    ['the same', before, before],
    ['a figure', doc(p('At least 41 people died.')), doc(p('At least 43 people died.'))],
    ['bold comes', doc(p('At least 41 died.')), doc(p('At ', t('least 41', 'bold'), ' died.'))],
    ['bold goes', doc(p('At ', t('least 41', 'bold'), ' died.')), doc(p('At least 41 died.'))],
    ['bold moves on', doc(p('At ', t('least', 'bold'), ' 41 died.')), doc(p('At least ', t('41 died', 'italic'), '.'))],
    [
      'a paragraph becomes a heading',
      doc(p('The gate'), p('x')),
      doc({ ...p('The gate'), attrs: { level: 2 } }, p('x')),
    ],
    ['a heading becomes a paragraph', doc({ ...p('The gate'), attrs: { level: 2 } }), doc(p('The gate'))],
    ['a hard break comes', doc(p('One two three')), doc(p('One two', br, 'three'))],
    ['a hard break goes', doc(p('One two', br, 'three', br, 'four')), doc(p('One two three', br, 'four'))],
    ['paragraphs become a list', doc(p('One'), p('Two'), p('Three')), doc(p('One'), list('Two', 'Three'))],
    ['an item goes', doc(list('One boat', 'Two boats', 'Three boats')), doc(list('One boat', 'Three boats'))],
    ['an item is reworded', doc(list('One boat sank', 'Two')), doc(list('One boat capsized', 'Two', 'Three'))],
    ['a paragraph is emptied', doc(p('One'), p('Two')), doc(p('One'), p())],
    ['an empty paragraph is filled', doc(p('One'), p()), doc(p('One'), p('Two'))],
    ['paragraphs are joined', doc(p('One boat.'), p('Two boats.')), doc(p('One boat. Two boats.'))],
    ['a paragraph is split', doc(p('One boat. Two boats.')), doc(p('One boat.'), p('Two boats.'))],
    ['a paragraph moves', doc(p('One'), p('Two'), p('Three')), doc(p('Three'), p('One'), p('Two'))],
    ['Urdu', doc(p('کم از کم 41 افراد ہلاک ہوئے۔')), doc(p('کم از کم 43 افراد ہلاک ہوئے۔'))],
    ['Chinese', doc(p('至少四十一人在渡轮沉没时死亡')), doc(p('至少四十三人在渡轮倾覆时死亡'))],
    ['characters beyond the first plane', doc(p('file 📁 is here 📂')), doc(p('file 📂 is 📁 here'))],
    ['nothing in common', doc(p('Alpha beta')), doc({ type: 'blockquote', content: [p('Gamma'), p('Delta')] })],
  ]
  test.each(cases)('DR1 %s', (_, from, to) => {
    const state = stateOf(from)
    expect(read(state, redrafted(state, to).update)).toEqual(asWritten(to))
  })

  test('DR1 the text as it is already is no edit at all', () => {
    const claims = [on(before, '41 people'), on(before, 'Kamal Hussian', crane)]
    expect(redrafted(stateOf(before, claims), before, claims).update).toBeNull()
  })

  test('DR2 claims stand on their places and nowhere else, also those that the document brought itself', () => {
    const after = doc(p('Some 43 people died. '), p('A clerk says so.'))
    const foreign = { type: 'claim', attrs: { id: crane, kind: 'other' } }
    const pasted = doc(p('Some 43 people died. '), p({ ...t('A clerk says so.'), marks: [foreign] }))
    const state = stateOf(before, [on(before, '41 people'), on(before, 'Kamal Hussian', crane)])
    const claims = [on(after, '43 people'), { id: crane, kind: 'casualty', ranges: [] }]
    const { claims: marked } = textIn(state, redrafted(state, pasted, claims).update)
    expect(marked).toEqual(new Map([[ferry, '43 people']]))
  })

  test('DR2 claims over several paragraphs, over one another and inside one another keep to their words', () => {
    const after = doc(p('One boat sank.'), p('Two boats sank.'), p('None was found.'))
    const claims = [on(after, 'boat sank.\nTwo boats', ferry), on(after, 'Two', crane)]
    const state = stateOf(doc(p('One boat sank.'), p('None was found.')))
    const { text, claims: marked } = textIn(state, redrafted(state, after, claims).update)
    expect(text).toBe('One boat sank.\nTwo boats sank.\nNone was found.')
    expect(marked).toEqual(
      new Map([
        [ferry, 'boat sank.\nTwo boats'],
        [crane, 'Two'],
      ]),
    )
  })
})

describe('DR1 what is typed meanwhile stays', () => {
  const after = doc(
    { type: 'paragraph', attrs: { level: 1 }, content: [t('The ferry')] },
    p('At least 43 people died when the ferry capsized late on Thursday.'),
    p('The owner, ', t('Kamal Hussain', 'bold'), ', was in the capital.'),
    p('Nobody denies it.'),
  )
  const state = stateOf(before, [on(before, '41 people')])
  const merged = (typed: Uint8Array) => {
    const { update } = redrafted(state, after, [on(after, '43 people')])
    const one = read(state, typed, update)
    expect(read(state, update, typed)).toEqual(one)
    return textIn(state, typed, update)
  }

  test('DR1 in a paragraph that stays', () => {
    expect(merged(typing(state, 'The ferry', ' that sank')).text).toMatch(/^The ferry that sank\n/)
  })

  test('DR1 in words that stay, in a paragraph that changes', () => {
    const { text, claims } = merged(typing(state, 'when the', ' old'))
    expect(text).toContain('At least 43 people died when the old ferry capsized late on Thursday.')
    expect(claims.get(ferry)).toBe('43 people')
  })

  test('DR1 in words that are replaced', () => {
    expect(merged(typing(state, 'Wednes', 'XYZ')).text).toContain('XYZ')
  })

  test('DR3 in a paragraph that goes', () => {
    const shorter = doc(p('The ferry'), p('At least 41 people died when the ferry capsized late on Wednesday.'))
    const typed = typing(state, 'deny', ' [do they?]')
    const now = Y.mergeUpdates([state, typed])
    const first = redrafted(state, shorter)
    const spared = typedSince(state, now)
    expect([...spared].filter((id) => first.removed.has(id))).toHaveLength(2)
    const { update } = redraft(state, 77, { document: documentFrom(shorter), claims: [] }, spared)
    expect(textIn(now, update).text.split('\n').slice(2)).toEqual([' [do they?]'])
  })

  test('DR3 in an item of a list that goes', () => {
    const listed = stateOf(doc(p('Boats'), list('One boat', 'Two boats')))
    const now = Y.mergeUpdates([listed, typing(listed, 'Two', ' or three')])
    const { update } = redraft(
      listed,
      77,
      { document: documentFrom(doc(p('Boats'))), claims: [] },
      typedSince(listed, now),
    )
    expect(read(now, update)).toEqual(read(stateOf(doc(p('Boats'), list(' or three')))))
  })
})

// ── by chance ──

const words = [
  'one',
  'two',
  'Boat',
  'boat',
  'sank',
  '41',
  '43',
  ' ',
  ' ',
  '  ',
  '.',
  '’',
  '水',
  '沉没',
  'ہوئے',
  '📁',
  '\u200d',
]
const aText = fc
  .tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), fc.constantFrom('', 'bold', 'italic'))
  .map(([pieces, mark]) => (mark === '' ? t(pieces.join('')) : t(pieces.join(''), mark)))
const aParagraph = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: aText }, { weight: 1, arbitrary: fc.constant(br) }), { maxLength: 5 }),
    fc.constantFrom(null, null, 2),
  )
  .map(([content, level]): DocumentJson => ({ ...p(...content), attrs: { level } }))
const aBlock = fc.oneof(
  { weight: 6, arbitrary: aParagraph },
  {
    weight: 1,
    arbitrary: fc
      .array(aParagraph, { minLength: 1, maxLength: 3 })
      .map((content): DocumentJson => ({ type: 'blockquote', content })),
  },
  {
    weight: 1,
    arbitrary: fc.array(aParagraph, { minLength: 1, maxLength: 3 }).map((items): DocumentJson => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [item] })),
    })),
  },
)
/** Two documents of the same blocks, in different choice and order, and each with some of its own. */
const twoDocuments = fc
  .tuple(
    fc.array(aBlock, { minLength: 1, maxLength: 6 }),
    fc.array(aBlock, { maxLength: 3 }),
    fc.infiniteStream(fc.nat(7)),
  )
  .map(([blocks, others, dice]) => {
    const roll = () => dice.next().value as number
    const kept = blocks.filter(() => roll() > 1)
    for (const other of others) kept.splice(roll() % (kept.length + 1), 0, other)
    if (roll() > 5) kept.push(...kept.splice(0, 1))
    return [doc(...blocks), doc(...(kept.length === 0 ? [p('one')] : kept))] as const
  })
const somewhere = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 4 })

function claimsAt(json: DocumentJson, places: readonly (readonly [number, number])[]): ClaimTarget[] {
  const { text } = textOf(documentFrom(json))
  return places.flatMap(([start, length], at): ClaimTarget[] => {
    const from = Math.min(start, text.length)
    const ranges = [{ from, to: Math.min(from + length, text.length) }]
    return [{ id: `01890000-0000-7000-8000-00000000000${at}`, kind: 'other', ranges }]
  })
}

/** Claims cut characters in two here as no claim of ours does; Yjs writes such halves as U+FFFD. */
const wholePairs = (json: DocumentJson) => JSON.stringify(json).isWellFormed()

test('DR1 any document becomes any other, marks and claims included, and is no edit the second time', () =>
  fc.assert(
    fc.property(twoDocuments, somewhere, somewhere, ([from, to], placesBefore, placesAfter) => {
      const state = stateOf(from, claimsAt(from, placesBefore))
      const claims = claimsAt(to, placesAfter)
      fc.pre(wholePairs(asWritten(to, claims)) && !JSON.stringify(asWritten(to, claims)).includes('\uFFFD'))
      const { update } = redrafted(state, to, claims)
      const merged = Y.mergeUpdates([state, ...(update === null ? [] : [update])])
      expect(comparable(read(merged))).toEqual(comparable(asWritten(to, claims)))
      expect(redraft(merged, 78, { document: documentFrom(to), claims }).update).toBeNull()
    }),
    { numRuns: 80 },
  ))

/** The marks of a piece have no order, and how its words are cut into pieces says nothing. */
const comparable = (json: DocumentJson): unknown => documentFrom(inOrder(json)).toJSON()
const inOrder = ({ marks, content, ...node }: DocumentJson): DocumentJson => ({
  ...node,
  ...(marks === undefined ? {} : { marks: marks.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other))) }),
  ...(content === undefined ? {} : { content: content.map(inOrder) }),
})
const keyOf = (mark: object): string => JSON.stringify(mark)

test('DR1 whoever types meanwhile and whoever hears first, everyone ends with the same text', () =>
  fc.assert(
    fc.property(twoDocuments, fc.nat(200), ([from, to], place) => {
      const state = stateOf(from)
      const { text } = textIn(state)
      const pieces = text.split('\n').filter((line) => line !== '')
      fc.pre(pieces.length > 0)
      const after = (pieces[place % pieces.length] ?? '').slice(0, 1)
      fc.pre(after.isWellFormed())
      const typed = typing(state, after, '[typed]')
      const { update, removed } = redrafted(state, to)
      const one = read(state, typed, update)
      expect(read(state, update, typed)).toEqual(one)
      const lost = [...typedSince(state, Y.mergeUpdates([state, typed]))].some((id) => removed.has(id))
      const spared = typedSince(state, Y.mergeUpdates([state, typed]))
      const kept = redraft(state, 77, { document: documentFrom(to), claims: [] }, spared).update
      expect(textIn(state, typed, lost ? kept : update).text).toContain('[typed]')
    }),
    { numRuns: 80 },
  ))
