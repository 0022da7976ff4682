/**
 * A word processor's .docx to blocks. Its XML is checked, its tracked changes settled and what is not running text set aside; what
 * remains is packed anew without pictures and without a way to the outside, made into HTML, and read like any other page. Rules FI4–FI6.
 */
import mammoth from 'mammoth'
import { strToU8, zipSync } from 'fflate'
import type { ImportNote, TrackedChoice } from '#document/draft.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { Aside, keepComments, keepNotes, keepRunning, setAside } from './docx-aside.ts'
import { mainPartOf, relationsOf } from './docx-relations.ts'
import { cleanRunningText } from './docx-text.ts'
import { isWord, parseXml, writeXml } from './docx-xml.ts'
import { partsOf, type Parts } from './docx-zip.ts'
import { readHtml } from './html.ts'
import type { Reading } from './plain-text.ts'
import { countChanges, settleChanges } from './tracked-changes.ts'

export async function readDocx(bytes: Uint8Array, taken: TrackedChoice): Promise<Result<Reading>> {
  const parts = partsOf(bytes)
  if (!parts.ok) return parts
  const main = mainPartOf(parts.value)
  const xml = main === null ? undefined : parts.value.get(main)
  if (main === null || xml === undefined) return refuse('file-broken')
  const document = parseXml(xml)
  if (!isWord(document.documentElement, 'document')) return refuse('file-broken')
  const relations = relationsOf(parts.value, main)

  const changes = countChanges(document)
  settleChanges(document, taken)
  const aside = new Aside()
  const { footnotes, endnotes } = setAside(document, aside)
  const settled = (kind: string): Document[] =>
    relations.internal(kind).flatMap((path) => {
      const part = parts.value.get(path)
      if (part === undefined) return []
      const parsed = parseXml(part)
      settleChanges(parsed, taken)
      return parsed
    })
  for (const part of settled('comments')) keepComments(part, aside)
  for (const part of settled('footnotes')) keepNotes(part, 'footnote', footnotes, aside)
  for (const part of settled('endnotes')) keepNotes(part, 'endnote', endnotes, aside)
  keepRunning(settled('header'), 'header', aside)
  keepRunning(settled('footer'), 'footer', aside)

  const letters = cleanRunningText(document)
  const html = await htmlOf(document, relations.links, {
    styles: part(parts.value, relations.internal('styles')),
    numbering: part(parts.value, relations.internal('numbering')),
  })
  const reading = readHtml(`<div style="white-space:pre-wrap">${html}</div>`)
  // Whatever else a file may hold: words that did not come through are said to be missing.
  if (letters > countLetters(html.replaceAll(/<[^>]*>/g, ''))) aside.count('unknown')
  return ok({ ...reading, notes: [...trackedNote(changes, taken), ...aside.notes, ...reading.notes] })
}

const part = (parts: Parts, [path]: readonly string[]) => (path === undefined ? undefined : parts.get(path))

const countLetters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

function trackedNote(changes: ReturnType<typeof countChanges>, taken: TrackedChoice): ImportNote[] {
  const { insertions, deletions, moves } = changes
  return insertions + deletions + moves === 0 ? [] : [{ code: 'tracked-changes', taken, ...changes }]
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.MsoSubtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  'u => u',
  'strike => s',
  'highlight => mark',
]

/** A package of these four parts and no others: there is nothing in it that could be fetched or unpacked. */
async function htmlOf(
  document: Document,
  links: ReadonlyMap<string, string>,
  { styles, numbering }: { styles: string | undefined; numbering: string | undefined },
): Promise<string> {
  const optional = { 'word/styles.xml': styles, 'word/numbering.xml': numbering }
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(writeXml(document)),
    'word/_rels/document.xml.rels': strToU8(linksXml(links)),
  }
  for (const [path, xml] of Object.entries(optional))
    if (xml !== undefined) files[path] = strToU8(writeXml(parseXml(xml)))
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  return value
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const linksXml = (links: ReadonlyMap<string, string>) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...links]
    .map(
      ([id, target]) =>
        `<Relationship Id="${escaped(id)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`
