/** The keys of the versions page: [ and ] go to older and newer ones, n and p to the next and previous change. Rule VP9. */
export type VersionKey = 'older' | 'newer' | 'next' | 'previous'

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

const byKey: Readonly<Record<string, VersionKey>> = { '[': 'older', ']': 'newer', n: 'next', p: 'previous' }
const byPlace: Readonly<Record<string, VersionKey>> = {
  BracketLeft: 'older',
  BracketRight: 'newer',
  KeyN: 'next',
  KeyP: 'previous',
}

/** By what the key writes where that is Latin, else by its place; many keyboards write brackets with Alt only. */
export function versionKeyOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): VersionKey | null {
  if (metaKey || (ctrlKey && !altKey)) return null
  if (key === '[' || key === ']') return byKey[key] ?? null
  if (altKey) return null
  return (/^[\u0020-\u024f]$/.test(key) ? byKey[key.toLowerCase()] : byPlace[code]) ?? null
}
