/**
 * The zip that a .docx is, opened with limits: what it claims to hold is added up before anything is unpacked, and nothing unpacks to
 * more than it claims. Only its XML is unpacked; pictures, embedded files and archives inside it are never touched. Rule FI4.
 */
import { unzipSync } from 'fflate'
import { ok, refuse, type Result } from '#domain/result.ts'
import { decode } from './encoding.ts'

/** XML parts by their path in the package, as text. */
export type Parts = ReadonlyMap<string, string>

const mostEntries = 2_000
const mostBytes = 50 * 1024 * 1024
const isXml = (name: string) => /\.(?:xml|rels)$/i.test(name)

export function partsOf(bytes: Uint8Array): Result<Parts> {
  try {
    return fits(bytes) ? unpacked(bytes) : refuse('file-too-much')
  } catch {
    return refuse('file-broken')
  }
}

/** The directory alone is read. An entry packed twice counts twice, and one that is not packed counts as long as it is. */
function fits(bytes: Uint8Array): boolean {
  let entries = 0
  let total = 0
  unzipSync(bytes, {
    filter: ({ size, originalSize }) => {
      entries += 1
      total += Math.max(size, originalSize)
      return false
    },
  })
  return entries <= mostEntries && total <= mostBytes
}

/** FI4. An entry that holds more than it claims is cut off there, and what is left is no XML. */
function unpacked(bytes: Uint8Array): Result<Parts> {
  const files = unzipSync(bytes, { filter: ({ name }) => isXml(name) })
  const parts = new Map<string, string>()
  for (const [name, content] of Object.entries(files)) {
    const xml = decode(content)
    // No program writes a document type into its XML; somebody who wants a reader to fetch or multiply something does.
    if (!xml.ok || /<!DOCTYPE/i.test(xml.value.text)) return refuse('file-broken')
    parts.set(name, xml.value.text)
  }
  return ok(parts)
}
