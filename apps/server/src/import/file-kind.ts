/**
 * What kind of file this is: by the end of its name, as people know it, and checked against its first bytes. A name that promises
 * something else than the bytes hold is refused, and nothing is guessed. Rule FI1.
 */
import { ok, refuse, type Result } from '#domain/result.ts'

export type FileKind = 'text' | 'markdown' | 'html' | 'docx'

const kinds: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
}

/** How the original is spoken of; what the sender's program called it is not asked. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** First bytes of what is no text: zip, old Office files, PDF, RTF, PNG, JPEG, GIF. */
const otherFiles = ['504b0304', '504b0506', 'd0cf11e0', '25504446', '7b5c727466', '89504e47', 'ffd8ff', '47494638']
const zip = '504b0304'

/** FI1. Only the kinds Tickmark reads, and only when the bytes do not say otherwise. */
export function kindOf(name: string, bytes: Uint8Array): Result<FileKind> {
  const kind = kindByName(name)
  if (kind === null) return refuse('file-kind-unknown')
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const fits = kind === 'docx' ? head.startsWith(zip) : !otherFiles.some((other) => head.startsWith(other))
  return fits || bytes.length === 0 ? ok(kind) : refuse('file-broken')
}

/** Null for an ending that Tickmark does not read. */
export function kindByName(name: string): FileKind | null {
  const end = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(kinds, end) ? (kinds[end] ?? null) : null
}

const longestName = 200

/** A file's name without folders and without what no name should hold; shortened in the middle of nothing: its ending stays. */
export function plainName(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim()
  if (name === '') return 'file'
  const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? ''
  const rest = Array.from(name.slice(0, name.length - ending.length))
  return rest.slice(0, longestName - ending.length).join('') + ending
}
