/**
 * Import of a file: its bytes in, an article to look at and notes about it out. Nothing is stored, and no failure of a reader gets
 * out: what cannot be read is refused. Runs in a process of its own (`read-file.ts`), since no file can be trusted. Rules FI1–FI6.
 */
import type { TrackedChoice } from '#document/draft.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { readDocx } from './docx.ts'
import { declaredEncoding, decode } from './encoding.ts'
import { type FileKind, kindOf } from './file-kind.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { type Imported, importReading } from './paste.ts'
import { type Reading, readText } from './plain-text.ts'

export interface FileAsked {
  readonly name: string
  readonly tracked: TrackedChoice
}

export async function importFile(bytes: Uint8Array, { name, tracked }: FileAsked): Promise<Result<Imported>> {
  const kind = kindOf(name, bytes)
  if (!kind.ok) return kind
  if (bytes.length === 0) return refuse('nothing-to-import')
  try {
    const reading = kind.value === 'docx' ? await readDocx(bytes, tracked) : readCharacters(bytes, kind.value)
    return reading.ok ? importReading(reading.value) : reading
  } catch {
    // Not well-formed, nested without end, or a reader's own fault: it cannot be read.
    return refuse('file-broken')
  }
}

/** Of text whose every character comes along: a longer one could not be brought in. A page may be larger, most of it is not its words. */
const mostCharacters = 6_000_000

const readers = { text: readText, markdown: readMarkdown, html: readHtml }

function readCharacters(bytes: Uint8Array, kind: Exclude<FileKind, 'docx'>): Result<Reading> {
  const decoded = decode(bytes, kind === 'html' ? declaredEncoding(bytes) : null)
  if (!decoded.ok) return decoded
  if (kind !== 'html' && decoded.value.text.length > mostCharacters) return refuse('too-large')
  const reading = readers[kind](decoded.value.text)
  return ok({ ...reading, notes: [...decoded.value.notes, ...reading.notes] })
}
