/**
 * Bytes to characters. A byte order mark decides; then what an HTML page says of itself; then UTF-8, if it is that throughout; else
 * Windows-1252, the only way in which every byte is a character, and that is said. Rule FI2.
 */
import type { ImportNote } from '#document/draft.ts'
import { ok, refuse, type Result } from '#domain/result.ts'

export interface Decoded {
  readonly text: string
  /** Said when the encoding had to be taken from outside the usual one. */
  readonly notes: readonly ImportNote[]
}

const usual: readonly ImportNote[] = []

/** `declared`: the encoding that the file names itself, if it is one. */
export function decode(bytes: Uint8Array, declared: string | null = null): Result<Decoded> {
  const marked = markOf(bytes)
  const encoding = marked ?? utf16Of(bytes)
  if (encoding !== null) {
    const text = decodedAs(encoding, bytes)
    if (text === null) return refuse('file-broken')
    return ok({ text, notes: encoding === 'utf-8' ? usual : [{ code: 'encoding', encoding: 'utf-16' }] })
  }
  // No text holds NUL: these are the bytes of something else.
  if (bytes.includes(0)) return refuse('file-broken')
  const asDeclared = declared === null || /^utf-?16/i.test(declared) ? null : decodedAs(declared, bytes)
  const text = asDeclared ?? decodedAs('utf-8', bytes)
  if (text !== null) return ok({ text, notes: usual })
  return ok({ text: fromWestern(bytes), notes: [{ code: 'encoding', encoding: 'windows-1252' }] })
}

/** What the head of an HTML page says: browsers look no further either. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ?? null
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: in most scripts every other byte of a text's spaces and line ends is NUL, always on the same side. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4_000)
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = Math.max(4, sample.length / 20)
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}

/** Null when the bytes are not of that encoding, or nobody knows it. */
function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return decoder.encoding === 'windows-1252' ? fromWestern(bytes) : decoder.decode(bytes)
  } catch {
    return null
  }
}

/** What the bytes 80 to 9F are in Windows-1252; Node's own decoder takes them for control characters, as in Latin-1. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWestern = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (character) => western[character.charCodeAt(0) - 0x80] ?? character)
