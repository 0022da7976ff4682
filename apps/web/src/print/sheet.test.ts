import { describe, expect, test } from 'vitest'
import { cssString, printSheetOf } from './sheet.ts'

describe('the printed sheet', () => {
  test('PN1 each claim has its number, once, after its last piece', () => {
    const sheet = printSheetOf([{ id: 'c-1', number: 14 }], 'Ferry', ['', ' of ', ''])
    expect(sheet).toContain('mark[data-claim="c-1"]::after{content:"14"!important}')
    expect(sheet).toContain('::after{content:none!important}')
    expect(sheet).toContain('counter(page) " of " counter(pages)')
  })

  test('PN1 neither a title nor an id from the shared text ends the rule it stands in', () => {
    expect(cssString('a"}*{display:none}\\\n</style>')).toBe('"a\\22 }*{display:none}\\5c \\a \\3c /style>"')
    expect(printSheetOf([{ id: 'x"]{}', number: 1 }], 't', ['', '', ''])).not.toContain('x"]')
  })
})
