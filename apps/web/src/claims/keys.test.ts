import { describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import { initialChoice, isCharacter, keymapOf, readChoice } from './key-choice.ts'
import { isMarkInEdit, keyOf, type KeyPress } from './keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

const keymap = keymapOf(initialChoice)
const commandOf = (key: string, more: Partial<KeyPress> = {}) => keymap.get(keyOf(press(key, more)) ?? '')?.id ?? null

describe('keys', () => {
  test('KY1 letters and digits are verbs', () => {
    expect(commandOf('m')).toBe('mark')
    expect(commandOf('4')).toBe('verdict-cannot-confirm')
    expect(commandOf('9')).toBeNull()
    expect(commandOf('N', { shiftKey: true })).toBe('previous-left')
    expect(commandOf('?', { shiftKey: true })).toBe('keys')
    expect(commandOf('Escape')).toBe('close')
    expect(commandOf('F6', { shiftKey: true })).toBe('region-back')
    expect(['c', 'q', 'f', 'd', 'a'].map((key) => commandOf(key))).toEqual(['talk', 'query', 'risk', 'due', 'assign'])
  })

  test('KY1 caps lock does not turn keys off, and a shifted letter is its own key', () => {
    expect(commandOf('M')).toBe('mark')
    expect(keyOf(press('M', { shiftKey: true }))).toBe('shift+m')
  })

  test('KY2 on a keyboard that does not write Latin the place of the key decides', () => {
    expect(commandOf('م', { code: 'KeyM' })).toBe('mark')
    expect(commandOf('ь', { code: 'KeyM' })).toBe('mark')
    expect(commandOf('۱', { code: 'Digit1' })).toBe('verdict-confirmed')
    expect(commandOf('؟', { code: 'Slash', shiftKey: true })).toBe('keys')
    expect(keyOf(press('ё', { code: 'Slash' }))).toBe('/')
    // AZERTY writes Latin: what it writes counts, not where.
    expect(commandOf('é', { code: 'Digit2' })).toBeNull()
  })

  test('KY8 the digits of whether a quote is true are those of the verdict with Shift, on every keyboard', () => {
    const shift = { shiftKey: true }
    expect(commandOf('!', { code: 'Digit1', ...shift })).toBe('truth-confirmed')
    expect(commandOf('№', { code: 'Digit3', ...shift })).toBe('truth-needs-context')
    expect(commandOf(')', { code: 'Digit0', ...shift })).toBe('truth-clear')
    // Where digits take Shift, it is the key without it.
    expect(commandOf('1', { code: 'Digit1', ...shift })).toBe('verdict-confirmed')
    expect(commandOf('&', { code: 'Digit1' })).toBe('truth-confirmed')
    // What a keyboard writes with Shift and a digit, and is a key itself, stays that.
    expect(commandOf('/', { code: 'Digit7', ...shift })).toBe('find')
    expect(commandOf('=', { code: 'Digit0', ...shift })).toBe('still-holds')
    expect(commandOf('1', { code: 'Digit1', ctrlKey: true })).toBeNull()
  })

  test('KY3 keys with Ctrl, ⌘ or Alt are left to the browser, but for marking in Edit mode', () => {
    expect(commandOf('m', { ctrlKey: true })).toBeNull()
    expect(commandOf('r', { metaKey: true })).toBeNull()
    expect(keyOf(press('m', { altKey: true }))).toBeNull()
    expect(isMarkInEdit(press('µ', { code: 'KeyM', altKey: true, metaKey: true }))).toBe(true)
    expect(isMarkInEdit(press('m', { code: 'KeyM', altKey: true }))).toBe(false)
  })

  test('KY3 commands with ⌘ on a Mac take nothing of the keys that move the caret there, and Ctrl elsewhere', () => {
    const [ctrl, meta] = [press('k', { ctrlKey: true }), press('k', { metaKey: true })]
    expect([keyOf(ctrl, false), keyOf(meta, false)]).toEqual(['mod+k', null])
    expect([keyOf(ctrl, true), keyOf(meta, true)]).toEqual([null, 'mod+k'])
    expect(keyOf(press('k', { ctrlKey: true, metaKey: true }), true)).toBeNull()
  })

  test('KY4 no two commands have one id or one key, and no key begins another one', () => {
    const keys = commands.map(({ key }) => key).filter((key) => key !== '')
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([])
  })

  test('KY5 with one-key verbs off no character does anything; F6, Esc and the list of commands stay', () => {
    const left = [...keymapOf({ ...initialChoice, verbs: false }).keys()]
    expect(left.filter(isCharacter)).toEqual([])
    expect(left).toEqual(expect.arrayContaining(['F6', 'Escape', 'mod+k']))
  })

  test('KY6 a key of one’s own takes the place of the table’s, and goes before whoever had it', () => {
    const own = keymapOf({ ...initialChoice, keys: { mark: 'k' } })
    expect(own.get('k')?.id).toBe('mark')
    expect(own.get('m')).toBeUndefined()
    expect(keymapOf(initialChoice).get('g d')?.id).toBe('go-desk')
  })

  test.each([null, '', '{', '3', 'null', '[]', '{"keys":7}', '{"keys":{"mark":"mod+q","close":"x","no-such":"y"}}'])(
    'KY6 remembered keys of %s are the table’s',
    (stored) => {
      expect(readChoice(stored)).toEqual(initialChoice)
    },
  )
})
