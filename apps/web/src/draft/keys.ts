/** The keys of a draft's questions: y and n answer, j and k or the arrows step. Rule DR32. */
import type { DraftAnswer } from '#protocol/draft-view.ts'

export type UnsureKey = DraftAnswer['is'] | 'next' | 'previous'

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

const byLetter: Readonly<Record<string, UnsureKey>> = { y: 'there', n: 'gone', j: 'next', k: 'previous' }
const byPlace: Readonly<Record<string, UnsureKey>> = { KeyY: 'there', KeyN: 'gone', KeyJ: 'next', KeyK: 'previous' }
const arrows: Readonly<Record<string, UnsureKey>> = { ArrowDown: 'next', ArrowUp: 'previous' }

/** Letters by what they write where that is Latin, else by their place. Arrows scroll the page until one is `within` the questions. */
export function unsureKeyOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress, within: boolean): UnsureKey | null {
  if (ctrlKey || metaKey || altKey) return null
  const arrow = arrows[key]
  if (arrow !== undefined) return within ? arrow : null
  return (/^[\u0020-\u024f]$/.test(key) ? byLetter[key.toLowerCase()] : byPlace[code]) ?? null
}
