import { describe, expect, test } from 'vitest'
import { isMarkInEdit, type KeyPress, verbOf } from './keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('keys', () => {
  test('KY1 letters and digits are verbs', () => {
    expect(verbOf(press('m'))).toEqual({ type: 'mark' })
    expect(verbOf(press('4'))).toEqual({ type: 'verdict', rating: 'cannot-confirm' })
    expect(verbOf(press('9'))).toBeNull()
    expect(verbOf(press('0'))).toBeNull()
    expect(verbOf(press('N', { shiftKey: true }))).toEqual({ type: 'step', step: 'previous-left' })
    expect(verbOf(press('?', { shiftKey: true }))).toEqual({ type: 'keys' })
    expect(verbOf(press('Escape'))).toEqual({ type: 'close' })
    expect(['c', 'q', 'f', 'd', 'a'].map((key) => verbOf(press(key))?.type)).toEqual([
      'talk',
      'query',
      'risk',
      'due',
      'assign',
    ])
    expect(verbOf(press('x'))).toBeNull()
  })

  test('KY1 caps lock does not turn keys off, and a shifted letter is its own key', () => {
    expect(verbOf(press('M'))).toEqual({ type: 'mark' })
    expect(verbOf(press('M', { shiftKey: true }))).toBeNull()
  })

  test('KY2 on a keyboard that does not write Latin the place of the key decides', () => {
    expect(verbOf(press('م', { code: 'KeyM' }))).toEqual({ type: 'mark' })
    expect(verbOf(press('ь', { code: 'KeyM' }))).toEqual({ type: 'mark' })
    expect(verbOf(press('۱', { code: 'Digit1' }))).toEqual({ type: 'verdict', rating: 'confirmed' })
    expect(verbOf(press('؟', { code: 'Slash', shiftKey: true }))).toEqual({ type: 'keys' })
    // AZERTY writes Latin: what it writes counts, not where.
    expect(verbOf(press('é', { code: 'Digit2' }))).toBeNull()
  })

  test('KY3 keys with Ctrl, ⌘ or Alt are left to the browser, but for marking in Edit mode', () => {
    expect(verbOf(press('m', { ctrlKey: true }))).toBeNull()
    expect(verbOf(press('r', { metaKey: true }))).toBeNull()
    expect(isMarkInEdit(press('µ', { code: 'KeyM', altKey: true, metaKey: true }))).toBe(true)
    expect(isMarkInEdit(press('m', { code: 'KeyM', altKey: true }))).toBe(false)
  })
})
