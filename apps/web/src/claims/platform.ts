/** How keys are named on this machine, and whether to name them at all. */
import { chosenKey } from './key-choice.ts'
import { isApple } from './keys.ts'

const names: Readonly<Record<string, string>> = { Escape: 'Esc', Backspace: '⌫', ' ': '␣' }

/** As people read it: “⇧N”, “Ctrl K”, “Esc”. */
export const nameOfKey = (key: string): string => {
  const [, mod, shift, last = ''] = /^(mod\+)?(shift\+)?(.+)$/s.exec(key) ?? []
  const isCapital = (shift ?? mod) !== undefined && last.length === 1
  return `${mod ? (isApple ? '⌘' : 'Ctrl ') : ''}${shift ? '⇧' : ''}${names[last] ?? (isCapital ? last.toUpperCase() : last)}`
}

export const giveKeys = isApple ? '⌘↵' : 'Ctrl ↵'
export const markInEditKeys = isApple ? '⌘⌥M' : 'Ctrl Alt M'
export const undoKeys = isApple ? '⌘Z, ⇧⌘Z' : 'Ctrl Z, Y'

/**
 * Keys are told of where there is most likely a keyboard; they work either way. `key` is as the table of commands has it; what is
 * told is the person's own.
 */
export function keyHint(key: string): { shortcut?: string } {
  const own = chosenKey(key)
  return own === null || matchMedia('(pointer: coarse)').matches ? {} : { shortcut: nameOfKey(own) }
}
