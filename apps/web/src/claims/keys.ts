/**
 * Which verb a key is, in Check mode. By the letter where the keyboard writes Latin, else by the place of the key, so that an Urdu
 * or Russian layout works too. Keys with Ctrl, ⌘ or Alt are the browser's. Rules KY1–KY3.
 */
import { type Rating, ratings } from '#domain/rating.ts'
import type { Step } from './steps.ts'

export type Verb =
  | { type: 'step'; step: Step }
  | { type: 'verdict'; rating: Rating }
  | { type: 'mark' | 'sentence' | 'why' | 'source' | 'still-holds' | 'sign-off' | 'to-me' | 'edit' | 'close' | 'keys' }
  | { type: 'talk' | 'query' | 'risk' | 'due' | 'assign' }

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const verbs: Readonly<Record<string, Verb>> = {
  j: { type: 'step', step: 'next' },
  k: { type: 'step', step: 'previous' },
  n: { type: 'step', step: 'next-left' },
  'shift+n': { type: 'step', step: 'previous-left' },
  m: { type: 'mark' },
  s: { type: 'sentence' },
  r: { type: 'why' },
  o: { type: 'source' },
  '=': { type: 'still-holds' },
  v: { type: 'sign-off' },
  i: { type: 'to-me' },
  a: { type: 'assign' },
  c: { type: 'talk' },
  q: { type: 'query' },
  f: { type: 'risk' },
  d: { type: 'due' },
  e: { type: 'edit' },
  '?': { type: 'keys' },
  Escape: { type: 'close' },
}

const isLatin = (key: string): boolean => /^[\u0020-\u024f]$/.test(key)

/** What the key would write on a Latin keyboard. */
function byPlace(code: string, shift: boolean): string | null {
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code) ?? []
  if (letter !== undefined) return letter.toLowerCase()
  if (digit !== undefined) return digit
  if (code === 'Slash' && shift) return '?'
  return code === 'Equal' ? '=' : null
}

export function verbOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): Verb | null {
  if (ctrlKey || metaKey || altKey) return null
  const written = key.length > 1 || isLatin(key) ? key : byPlace(code, shiftKey)
  if (written === null) return null
  const letter = written.length === 1 ? written.toLowerCase() : written
  const shifted = shiftKey && /^[a-z]$/.test(letter)
  const rating = /^[1-8]$/.test(letter) ? ratings[Number(letter) - 1] : undefined
  if (rating !== undefined) return { type: 'verdict', rating }
  return verbs[shifted ? `shift+${letter}` : letter] ?? null
}

/** ⌘ or Ctrl with Alt and m: marking where letters are letters. By place, because Alt writes other characters on a Mac. */
export const isMarkInEdit = ({ code, ctrlKey, metaKey, altKey }: KeyPress): boolean =>
  altKey && (ctrlKey || metaKey) && code === 'KeyM'
