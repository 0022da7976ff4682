import { ratings } from '#domain/rating.ts'
import { standings } from '#domain/claim.ts'
import { describe, expect, test } from 'vitest'
import type { ClaimInText } from './claim-index.ts'
import { lookOf, selectedSheetOf, type Shown, sheetOf } from './mark-style.ts'

const plain = { faded: false, risky: false, asked: false }
const open: Shown = { standing: 'open', rating: null, ...plain }
const judged: Shown = { standing: 'judged', rating: 'wrong', ...plain }
const inText = (...claims: (Partial<ClaimInText> & { id: string })[]) =>
  new Map(claims.map((claim) => [claim.id, { kind: 'other', lane: 0, more: 0, inPieces: false, ...claim }]))

describe('how marks look', () => {
  test('MS1 unresolved words have a band, resolved words a line and nothing else', () => {
    expect(lookOf(open)).toEqual({ line: 'none', band: 'marker', bar: true, end: [], risk: false })
    expect(lookOf(judged)).toEqual({
      line: 'underline wavy 1.5px var(--wrong)',
      band: 'none',
      bar: false,
      end: [],
      risk: false,
    })
    expect(lookOf({ ...judged, standing: 'reworded' })).toMatchObject({ band: 'hatch', end: ['again'] })
    expect(lookOf({ ...judged, standing: 'conflict' })).toMatchObject({ band: 'marker', bar: true })
    for (const standing of ['withdrawn', 'detached'] as const) {
      expect(lookOf({ ...judged, standing })).toEqual({
        line: 'none',
        band: 'none',
        bar: false,
        end: [],
        risk: false,
      })
    }
  })

  test('MS1 every rating is told apart by pattern, or by tone and glyph where two share one', () => {
    const lines = ratings.map((rating) => lookOf({ ...judged, rating }).line.replace(/ var.*/, ''))
    expect(new Set(lines).size).toBe(7)
    expect(lines[3]).toBe(lines[5]) // “cannot confirm” and “author's word only” are both doubt: dotted
  })

  test('MS2 what the filter leaves out fades to a line but never vanishes', () => {
    for (const standing of standings) {
      if (standing === 'withdrawn' || standing === 'detached') continue
      const rating = standing === 'open' ? null : 'wrong'
      const look = lookOf({ ...plain, standing, rating, faded: true })
      expect(look.line).not.toBe('none')
      expect(look.band).toBe('none')
    }
  })

  test('MS3 claims that look the same share one rule', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `id-${index}`)
    const sheet = sheetOf(new Map(ids.map((id) => [id, open])), inText(...ids.map((id) => ({ id }))), true)
    expect(sheet.split('\n')).toHaveLength(1)
  })

  test('MS4 the second lane has its own line, the third none', () => {
    const sheet = sheetOf(
      new Map([
        ['a', judged],
        ['b', judged],
      ]),
      inText({ id: 'a', lane: 1 }, { id: 'b', lane: 2 }),
      true,
    )
    expect(sheet).toMatch(/\.claim-a\{--line:underline wavy[^;]*;--lane:1/)
    expect(sheet).toMatch(/\.claim-b\{--line:none;--lane:0/)
  })

  test('MS6 an open query stands at the end, beside what stands there already, and high risk before the first word', () => {
    const both = { ...open, risky: true, asked: true }
    expect(lookOf(both)).toMatchObject({ end: ['dots'], risk: true, band: 'marker' })
    expect(lookOf({ ...both, standing: 'reworded' }).end).toEqual(['again', 'dots'])
    expect(lookOf({ ...both, faded: true })).toMatchObject({ end: [], risk: false })
    expect(lookOf({ ...both, standing: 'detached' })).toMatchObject({ end: [], risk: false })
    const sheet = sheetOf(new Map([['a', both]]), inText({ id: 'a' }), true)
    expect(sheet).toContain('--bar:5px;--bar-style:double')
    expect(sheet).toContain('mask:var(--dots) 0px 0/9px 9px no-repeat')
  })

  test('MS5 a mark the server has not told of is open, but not before the claims have come', () => {
    expect(sheetOf(new Map(), inText({ id: 'new' }), true)).toContain('var(--marker)')
    expect(sheetOf(new Map(), inText({ id: 'new' }), false)).toBe('')
  })

  test('MS2 the selected claim is outlined and does not fade', () => {
    const sheet = selectedSheetOf('a', { ...open, faded: true }, inText({ id: 'a' }))
    expect(sheet).toContain('--outline:2px')
    expect(sheet).toContain('var(--marker)')
    expect(selectedSheetOf('gone', open, inText({ id: 'a' }))).toBe('')
    expect(selectedSheetOf(null, undefined, inText({ id: 'a' }))).toBe('')
  })

  test('MS5 an id that is more than an id gets no rule', () => {
    expect(sheetOf(new Map(), inText({ id: 'x"]{}body{display:none}[y="' }), true)).toBe('')
  })
})
