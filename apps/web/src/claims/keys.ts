/**
 * The name of a key that was pressed: “m”, “shift+n”, “mod+k”, “Escape”. By the letter where the keyboard writes Latin, else by the
 * place of the key, so that an Urdu or Russian layout works too. Other keys with Ctrl, ⌘ or Alt are the browser's. “mod” is ⌘ on a Mac, where
 * Ctrl with a letter moves the caret, and Ctrl elsewhere. Rules KY1–KY3.
 */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const isLatin = (key: string): boolean => /^[\u0020-\u024f]$/.test(key)

/** What keys write on a Latin keyboard that are no letter or digit; where Shift writes something else, that comes second. */
const signs: Readonly<Record<string, string>> = {
  Equal: '=',
  Minus: '-',
  Slash: '/?',
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
}

/** What the key would write on a Latin keyboard. */
function byPlace(code: string, shift: boolean): string | null {
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code) ?? []
  if (letter !== undefined) return letter.toLowerCase()
  if (digit !== undefined) return digit
  const [plain, shifted] = signs[code] ?? ''
  return (shift ? shifted : plain) ?? null
}

/** Keys are named and meant otherwise there. */
export const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Signs that some keyboards write with Shift and a digit's key, and that are keys themselves. */
const ownSigns = new Set(['/', '=', '?', '.', '[', ']'])

/**
 * KY8. The key of a digit where it does not write the digit: with Shift on most keyboards, without it on those that write digits with Shift.
 * Either way it is named “shift+” and the digit.
 */
function besideDigit({ key, code, shiftKey }: KeyPress): string | null {
  const digit = /^Digit([0-9])$/.exec(code)?.[1]
  if (digit === undefined || key.length !== 1 || /\p{Nd}/u.test(key)) return null
  const isOther = isLatin(key) ? !ownSigns.has(key) : shiftKey
  return isOther ? `shift+${digit}` : null
}

/** KY1–KY3, KY8. Null for what is left to the browser. */
export function keyOf(press: KeyPress, onApple = isApple): string | null {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey } = press
  const [mod, other] = onApple ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  if (altKey || other) return null
  const beside = mod ? null : besideDigit(press)
  if (beside !== null) return beside
  const written = key.length > 1 || isLatin(key) ? key : byPlace(code, shiftKey)
  if (written === null) return null
  const name = written.length === 1 ? written.toLowerCase() : written
  // A sign is the sign, however many keys it takes to write it.
  const isShifted = shiftKey && /^(?:[a-z]|.{2,})$/.test(name)
  return `${mod ? 'mod+' : ''}${isShifted ? 'shift+' : ''}${name}`
}

/** ⌘ or Ctrl with Alt and m: marking where letters are letters. By place, because Alt writes other characters on a Mac. */
export const isMarkInEdit = ({ code, ctrlKey, metaKey, altKey }: KeyPress): boolean =>
  altKey && (ctrlKey || metaKey) && code === 'KeyM'
