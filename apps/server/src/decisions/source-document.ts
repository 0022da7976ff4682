/** Files that belong to a source. Their bytes are kept as they came; what they are is read from the bytes, never from the name. SR7. */
import { isUtf8 } from 'node:buffer'
import { eq } from 'drizzle-orm'
import { fileTypeFromBuffer } from 'file-type'
import { v7 as newId } from 'uuid'
import { ok, refuse, type Result } from '#domain/result.ts'
import { addDocument, removeDocument } from '#domain/source.ts'
import type { DocumentView } from '#protocol/source-view.ts'
import type { Tx } from '../db/database.ts'
import { sourceDocuments } from '../db/newsroom-tables.ts'
import { readDocument, viewDocuments } from '../projection/source-reader.ts'
import type { Services } from './services.ts'
import { commandSource, type OnSource, unmerged } from './source-command.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const longestName = 255

export async function addDocumentTo(
  services: Services,
  on: OnSource,
  { name, bytes }: UploadedFile,
): Promise<Result<DocumentView>> {
  const may = addDocument(on.actor)
  if (!may.ok) return may
  // On disk before anything is locked. Should the command be refused, the bytes are nobody's and are swept away.
  const sha256 = await services.blobs.keep(on.actor.newsroomId, bytes)
  const file = { sha256, type: await typeOf(bytes), size: bytes.byteLength }
  return commandSource(
    services,
    on,
    async ({ source, record, keep }) => {
      const stands = unmerged(source)
      if (!stands.ok) return stands
      const documentId = newId()
      await record({ type: 'document-added', sourceId: source.id, documentId, file, name: await keep(plainName(name)) })
      return ok({ id: documentId })
    },
    asDocument,
  )
}

/** Asked for again, it may have been taken away since. */
async function asDocument(tx: Tx, { id }: { readonly id: string }): Promise<Result<DocumentView>> {
  const [row] = await tx.select().from(sourceDocuments).where(eq(sourceDocuments.id, id))
  const [view] = row === undefined ? [] : await viewDocuments(tx, [row])
  return view === undefined ? refuse('not-found') : ok(view)
}

/** The bytes stay: another source may have the same document, and the history names them. */
export const removeDocumentFrom = (
  services: Services,
  on: OnSource,
  documentId: string,
): Promise<Result<{ id: string }>> =>
  commandSource(
    services,
    on,
    async ({ tx, actor, source, record }) => {
      const may = removeDocument(actor)
      if (!may.ok) return may
      const row = await readDocument(tx, source.id, documentId)
      if (row === null) return refuse('not-found')
      await record({ type: 'document-removed', sourceId: row.sourceId, documentId })
      return ok({ id: documentId })
    },
    async (_tx, removed) => ok(removed),
  )

/** The bytes of a document of this source; null when there is none, or when they are not among the blobs. */
export async function readDocumentFile(
  services: Services,
  newsroomId: string,
  sourceId: string,
  documentId: string,
): Promise<UploadedFile | null> {
  const found = await services.db.inNewsroom(newsroomId, async (tx) => {
    const row = await readDocument(tx, sourceId, documentId)
    return row && { sha256: row.sha256, view: (await viewDocuments(tx, [row]))[0] }
  })
  const bytes = found && (await services.blobs.read(newsroomId, found.sha256))
  return bytes && { name: found.view?.name ?? '', bytes }
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  const sniffed = await fileTypeFromBuffer(bytes)
  if (sniffed !== undefined) return sniffed.mime
  return isUtf8(bytes) && !bytes.includes(0) ? 'text/plain' : 'application/octet-stream'
}

/** Without folders and control characters; never empty. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  return plain === '' ? 'document' : plain.slice(-longestName)
}
