import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentJson } from '#document/draft.ts'
import { foldsOf } from './folds.ts'
import { type Line, linesOf, linesOfText } from './line.ts'
import { type Row, rowsOf } from './rows.ts'
import { stretchesOf } from './stretches.ts'

const paragraph = (text: string, attrs?: Record<string, unknown>, marks?: DocumentJson['marks']): DocumentJson => ({
  type: 'paragraph',
  ...(attrs ? { attrs } : {}),
  content: [{ type: 'text', text, ...(marks ? { marks } : {}) }],
})
const aDocument = (...content: DocumentJson[]): Line[] => linesOf({ type: 'doc', content })
const texts = (...texts: string[]): Line[] => aDocument(...texts.map((text) => paragraph(text)))

const told = (rows: readonly Row[]): string[] =>
  rows.map((row) => {
    const words = row.kind === 'gone' ? row.before.text : row.after.text
    return `${row.kind}${'isMoved' in row && row.isMoved ? ', moved' : ''}: ${words}`
  })

const count = 'The valley filled in eleven minutes and several hundreds perished.'
const foreman = 'We were told it would hold, says a foreman who asked not to be named.'
const inquiry = 'The inquiry meets again on Friday.'

describe('two texts', () => {
  test('VP1 what stayed, what came and what went stand in reading order', () => {
    expect(told(rowsOf(texts(count, inquiry), texts(count, foreman)))).toEqual([
      `same: ${count}`,
      `gone: ${inquiry}`,
      `new: ${foreman}`,
    ])
  })

  test('VP1 every line of either text is in exactly one row', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(count, foreman, inquiry, 'a', 'b', '41 died')),
        fc.array(fc.constantFrom(count, foreman, inquiry, 'a', 'c', '42 died')),
        (before, after) => {
          const rows = rowsOf(texts(...before), texts(...after))
          const old = rows.flatMap((row) =>
            row.kind === 'new' ? [] : ['before' in row ? row.before.text : row.after.text],
          )
          const now = rows.flatMap((row) => (row.kind === 'gone' ? [] : [row.after.text]))
          expect([old, now]).toEqual([before, after])
        },
      ),
    ))

  test.each([
    ['English', count, count.replace('hundreds', 'dozens')],
    ['Urdu', 'دریا کے کنارے کم از کم 17 افراد ہلاک ہوئے', 'دریا کے کنارے کم از کم 19 افراد ہلاک ہوئے'],
    ['Chinese', '周三晚间至少有四十一人死亡', '周三晚间至少有四十三人死亡'],
  ])('VP2 a line with other words is one line reworded, whatever came before it: %s', (_language, before, after) => {
    expect(told(rowsOf(texts(before, inquiry), texts(foreman, after, inquiry)))).toEqual([
      `new: ${foreman}`,
      `reworded: ${after}`,
      `same: ${inquiry}`,
    ])
  })

  test('VP3 the same words in another form, or with a link that leads elsewhere, are told', () => {
    const link = (href: string) => [{ type: 'link', attrs: { href } }]
    const before = aDocument(paragraph('The dam', { level: 2 }), paragraph('the log', {}, link('https://a.example')))
    const after = aDocument(paragraph('The dam'), paragraph('the log', {}, link('https://b.example')))
    expect(told(rowsOf(before, after))).toEqual(['formed: The dam', 'formed: the log'])
  })

  test('VP3 marks of claims are no form, nor is formatting that is stored in two pieces', () => {
    const claim = { type: 'claim', attrs: { id: 'x', kind: 'casualty' } }
    const before = aDocument({ type: 'paragraph', content: [{ type: 'text', text: 'At least 41 died' }] })
    const after = aDocument({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'At least ' },
        { type: 'text', text: '41 died', marks: [claim] },
      ],
    })
    expect(told(rowsOf(before, after))).toEqual(['same: At least 41 died'])
  })

  test('VP4 what went and stands elsewhere word for word was moved', () => {
    expect(told(rowsOf(texts(count, foreman, inquiry), texts(foreman, inquiry, count)))).toEqual([
      `gone, moved: ${count}`,
      `same: ${foreman}`,
      `same: ${inquiry}`,
      `new, moved: ${count}`,
    ])
  })

  test('VP1 of the text as it stands only the words are known: forms are those of the version', () => {
    const before = aDocument(paragraph('The dam', { level: 1 }), paragraph(count))
    const rows = rowsOf(before, linesOfText(`The dam\n${count.replace('hundreds', 'dozens')}\n${inquiry}`))
    expect(rows.map((row) => [row.kind, row.kind === 'gone' ? null : row.after.form?.as])).toEqual([
      ['same', 'title'],
      ['reworded', 'paragraph'],
      ['new', undefined],
    ])
  })
})

test('VP2 the words of a difference keep their formatting, old and new', () => {
  const bold = [{ type: 'bold' }]
  const [before] = aDocument({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'At least ' },
      { type: 'text', text: '41 people', marks: bold },
    ],
  })
  const [after] = aDocument(paragraph('At least 43 people'))
  if (before === undefined || after === undefined) throw new Error('There are two lines.')
  const stretches = stretchesOf(before, after).map(({ kind, pieces }) => [
    kind,
    pieces.map(({ text, marks }) => `${text}${marks.length > 0 ? '!' : ''}`).join('|'),
  ])
  expect(stretches).toEqual([
    ['same', 'At least '],
    ['gone', '41!'],
    ['new', '43'],
    ['same', ' people'],
  ])
})

test('VP1 lists, quotes and hard breaks keep their place', () => {
  const item = (...content: DocumentJson[]): DocumentJson => ({ type: 'listItem', content })
  const lines = aDocument(
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item(paragraph('three')), item(paragraph('four'), paragraph('more'))],
    },
    { type: 'blockquote', content: [{ type: 'bulletList', content: [item(paragraph('said'))] }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] },
  )
  expect(lines.map(({ text, form }) => [text, form?.within.join(' '), form?.item, form?.isPoint])).toEqual([
    ['three', 'numbers', 3, true],
    ['four', 'numbers', 4, true],
    ['more', 'numbers', null, false],
    ['said', 'quote bullets', null, true],
    ['a', '', null, false],
    ['b', '', null, false],
  ])
})

test('VP5 what is alike is folded, but for the lines beside a change and for stretches too short for it', () => {
  const same = Array.from({ length: 9 }, (_, index) => `${index} ${inquiry}`)
  const rows = rowsOf(texts(...same), texts(...same.map((text, index) => (index === 5 ? `${text} At ten.` : text))))
  expect(foldsOf(rows).map(({ kind, rows }) => [kind, rows.length])).toEqual([
    ['fold', 4],
    ['shown', 5],
  ])
  expect(foldsOf(rowsOf(texts(count), texts(count)))).toMatchObject([{ kind: 'shown' }])
})
