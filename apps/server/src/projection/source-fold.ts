/** What events of the newsroom's stream do to its library: sources, their origins and documents. */
import { and, eq } from 'drizzle-orm'
import type { NewsroomEvent, Stamped } from '#domain/event.ts'
import { bareSource, type SourceDetails } from '#domain/source.ts'
import { urlKey } from '#domain/url-key.ts'
import type { Tx } from '../db/database.ts'
import { origins, sourceDocuments, sources } from '../db/newsroom-tables.ts'
import { readPrivate } from '../log/private-text.ts'

export type SourceEvent = Extract<
  NewsroomEvent,
  { type: `source${string}` | 'origin-named' | 'document-added' | 'document-removed' }
>

/** A source whose details were erased keeps its place. */
const erased: SourceDetails = { ...bareSource, kind: 'other', title: '' }

/** Details as they are kept; those of early entries lack what came later. */
export const detailsFrom = (kept: string | undefined): SourceDetails =>
  kept === undefined ? erased : { ...erased, ...(JSON.parse(kept) as Partial<SourceDetails>) }

export async function applySourceEvent(tx: Tx, newsroomId: string, stamped: Stamped<SourceEvent>): Promise<void> {
  const { event, by, seq } = stamped
  const at = new Date(stamped.at)
  const change = (id: string, set: Partial<typeof sources.$inferInsert>) =>
    tx.update(sources).set(set).where(eq(sources.id, id))
  switch (event.type) {
    case 'source-added': {
      const row = await columnsFrom(tx, event.details.id)
      return void (await tx
        .insert(sources)
        .values({ ...row, newsroomId, id: event.sourceId, addedBy: by, addedAt: at, seq }))
    }
    case 'source-changed':
      return void (await change(event.sourceId, { ...(await columnsFrom(tx, event.details.id)), changedAt: at, seq }))
    case 'source-withdrawn':
      return void (await change(event.sourceId, { state: event.because, stateWhyId: event.why.id, changedAt: at, seq }))
    case 'source-reinstated':
      return void (await change(event.sourceId, { state: 'stands', changedAt: at, seq }))
    case 'sources-merged':
      return void (await change(event.sourceId, { mergedInto: event.into, changedAt: at, seq }))
    case 'sources-parted':
      return void (await change(event.sourceId, { mergedInto: null, changedAt: at, seq }))
    case 'source-origin-set':
      return void (await change(event.sourceId, { originId: event.originId, changedAt: at, seq }))
    case 'origin-named':
      return void (await tx
        .insert(origins)
        .values({ newsroomId, id: event.originId, nameId: event.name.id, seq })
        .onConflictDoUpdate({ target: origins.id, set: { nameId: event.name.id, seq } }))
    case 'document-added': {
      const { documentId: id, sourceId, file, name } = event
      return void (await tx
        .insert(sourceDocuments)
        .values({ newsroomId, id, sourceId, ...file, nameId: name.id, by, at, seq }))
    }
    case 'document-removed':
      return void (await tx
        .delete(sourceDocuments)
        .where(and(eq(sourceDocuments.id, event.documentId), eq(sourceDocuments.sourceId, event.sourceId))))
  }
}

async function columnsFrom(tx: Tx, detailsId: string) {
  const details = detailsFrom((await readPrivate(tx, [detailsId])).get(detailsId))
  return { ...details, detailsId, urlKey: urlKey(details.url) }
}
