/**
 * Reads the library from its rows. Sources belong to the newsroom; what rests on them is shown and counted only in articles that are
 * open to whoever asks (AC2). A source that was merged is part of the one it leads to (SR4).
 */
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { type Actor, mayOpen } from '#domain/actor.ts'
import { standingOf } from '#domain/claim.ts'
import { losesGround } from '#domain/evidence.ts'
import { fits, type SourceFilter } from '#domain/source-search.ts'
import type {
  DocumentView,
  DuplicateGroup,
  OriginView,
  RestingClaim,
  SourceRecord,
  SourceRow,
} from '#protocol/source-view.ts'
import { articles, claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { origins, sourceDocuments, sources } from '../db/newsroom-tables.ts'
import { evidence } from '../db/verdict-tables.ts'
import { readPrivate } from '../log/private-text.ts'
import { readClaims } from './claim-reader.ts'
import { sourceViewOf } from './claim-views.ts'
import { grouped } from './grouping.ts'
import { type Alike, alikeAmong, othersAlike } from './source-duplicates.ts'

export type SourceDbRow = typeof sources.$inferSelect
type DocumentDbRow = typeof sourceDocuments.$inferSelect

export async function readSource(tx: Tx, id: string): Promise<SourceDbRow | null> {
  const [row] = await tx.select().from(sources).where(eq(sources.id, id))
  return row ?? null
}

/** Ids of the source and of those merged into it. */
export async function idsWithin(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: sources.id })
    .from(sources)
    .where(or(eq(sources.id, id), eq(sources.mergedInto, id)))
  return rows.map((row) => row.id)
}

interface Library {
  /** Newest first; merged ones are left out. */
  readonly rows: readonly SourceRow[]
  readonly alike: readonly Alike[]
}

async function readWhole(tx: Tx, actor: Actor): Promise<Library> {
  const rows = await tx
    .select()
    .from(sources)
    .where(eq(sources.newsroomId, actor.newsroomId))
    .orderBy(desc(sources.addedAt), asc(sources.id))
  const leading = new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
  const documents = await tx
    .select({ sourceId: sourceDocuments.sourceId, sha256: sourceDocuments.sha256 })
    .from(sourceDocuments)
    .where(eq(sourceDocuments.newsroomId, actor.newsroomId))
  const held = documents.map(({ sourceId, sha256 }) => ({ sourceId: leading.get(sourceId) ?? sourceId, sha256 }))
  const documentsOf = grouped(held, ({ sourceId }) => sourceId)
  const usesOf = await readUses(tx, actor, leading)
  const shown = rows.filter(({ mergedInto }) => mergedInto === null)
  const alike = alikeAmong(shown, held)
  const others = othersAlike(alike)
  return {
    alike,
    rows: shown.map((row) => ({
      ...sourceViewOf(row),
      uses: usesOf.get(row.id)?.size ?? 0,
      documents: documentsOf.get(row.id)?.length ?? 0,
      duplicates: others.get(row.id)?.size ?? 0,
    })),
  }
}

export async function readLibrary(tx: Tx, actor: Actor, filter: SourceFilter = {}): Promise<SourceRow[]> {
  return (await readWhole(tx, actor)).rows.filter((row) => fits(row, filter))
}

/** SR6. Records that lead to one page or hold one document, the oldest of each first. */
export async function readDuplicates(tx: Tx, actor: Actor): Promise<DuplicateGroup[]> {
  const { rows, alike } = await readWhole(tx, actor)
  return alike.map(({ by, ids }) => ({ by, sources: rows.filter(({ id }) => ids.includes(id)).toReversed() }))
}

/** By source, the claims that have it among their sources. */
async function readUses(tx: Tx, actor: Actor, leading: ReadonlyMap<string, string>): Promise<Map<string, Set<string>>> {
  const links = await tx
    .select({ sourceId: evidence.sourceId, claimId: evidence.claimId, open: articles.open, people: articles.people })
    .from(evidence)
    .innerJoin(articles, eq(articles.id, evidence.articleId))
    .innerJoin(claims, and(eq(claims.articleId, evidence.articleId), eq(claims.id, evidence.claimId)))
    .where(and(eq(evidence.newsroomId, actor.newsroomId), eq(claims.withdrawn, false)))
  const uses = new Map<string, Set<string>>()
  for (const link of links) {
    if (!mayOpen(actor, link)) continue
    const id = leading.get(link.sourceId) ?? link.sourceId
    uses.set(id, (uses.get(id) ?? new Set()).add(link.claimId))
  }
  return uses
}

export async function readOrigins(tx: Tx, newsroomId: string): Promise<OriginView[]> {
  const rows = await tx.select().from(origins).where(eq(origins.newsroomId, newsroomId))
  const names = await readPrivate(
    tx,
    rows.map(({ nameId }) => nameId),
  )
  const members = await tx
    .select({ originId: sources.originId })
    .from(sources)
    .where(and(eq(sources.newsroomId, newsroomId), isNull(sources.mergedInto)))
  const count = grouped(members, ({ originId }) => originId)
  return rows
    .map(({ id, nameId }) => ({ id, name: names.get(nameId) ?? '', sources: count.get(id)?.length ?? 0 }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Everything known of one source; null when there is none by this id. */
export async function readRecord(tx: Tx, actor: Actor, id: string): Promise<SourceRecord | null> {
  const row = await readSource(tx, id)
  if (row === null) return null
  const merged = await tx.select().from(sources).where(eq(sources.mergedInto, id)).orderBy(asc(sources.addedAt))
  const into = row.mergedInto === null ? null : await readSource(tx, row.mergedInto)
  const whyId = row.state === 'stands' ? null : row.stateWhyId
  const all = await readOrigins(tx, actor.newsroomId)
  return {
    ...sourceViewOf(row),
    why: whyId === null ? null : ((await readPrivate(tx, [whyId])).get(whyId) ?? null),
    changedAt: row.changedAt?.toISOString() ?? null,
    origin: all.find(({ id: origin }) => origin === row.originId) ?? null,
    mergedInto: into && namedOf(into),
    merged: merged.map(namedOf),
    documents: await readDocuments(tx, [id, ...merged.map((one) => one.id)]),
    rests: await readResting(tx, actor, id),
  }
}

const namedOf = ({ id, title, publisher }: SourceDbRow) => ({ id, title, publisher })

async function readDocuments(tx: Tx, ids: readonly string[]): Promise<DocumentView[]> {
  const rows = await tx
    .select()
    .from(sourceDocuments)
    .where(inArray(sourceDocuments.sourceId, [...ids]))
    .orderBy(asc(sourceDocuments.at), asc(sourceDocuments.id))
  return viewDocuments(tx, rows)
}

export async function viewDocuments(tx: Tx, rows: readonly DocumentDbRow[]): Promise<DocumentView[]> {
  const names = await readPrivate(
    tx,
    rows.map(({ nameId }) => nameId),
  )
  return rows.map(({ id, nameId, type, size, sha256, by, at }) => ({
    id,
    name: names.get(nameId) ?? '',
    type,
    size,
    sha256,
    by,
    at: at.toISOString(),
  }))
}

/** A document of this source, or of one merged into it. */
export async function readDocument(tx: Tx, sourceId: string, id: string): Promise<DocumentDbRow | null> {
  const [row] = await tx
    .select()
    .from(sourceDocuments)
    .where(and(eq(sourceDocuments.id, id), inArray(sourceDocuments.sourceId, await idsWithin(tx, sourceId))))
  return row ?? null
}

/** Claims that have the source among theirs, in articles open to the actor, by article and number. */
export async function readResting(tx: Tx, actor: Actor, sourceId: string): Promise<RestingClaim[]> {
  const links = await tx
    .select({ link: evidence, article: articles })
    .from(evidence)
    .innerJoin(articles, eq(articles.id, evidence.articleId))
    .where(inArray(evidence.sourceId, await idsWithin(tx, sourceId)))
    .orderBy(desc(articles.updatedAt), asc(evidence.seq))
  const open = links.filter(({ article }) => mayOpen(actor, article))
  const whole = await readClaims(tx, [...new Set(open.map(({ article }) => article.id))])
  const claimOf = new Map(whole.map((one) => [`${one.row.articleId} ${one.row.id}`, one]))
  const details = await readPrivate(
    tx,
    open.map(({ link }) => link.detailsId),
  )
  return open.flatMap(({ link, article: { id, title, language } }) => {
    const one = claimOf.get(`${id} ${link.claimId}`)
    if (one === undefined || one.claim.withdrawn) return []
    const { locator = '' } = JSON.parse(details.get(link.detailsId) ?? '{}') as { locator?: string }
    return {
      article: { id, title, language },
      id: one.row.id,
      number: one.row.number,
      words: one.row.words,
      standing: standingOf(one.claim),
      evidence: { id: link.id, stance: link.stance, locator },
      reopens: losesGround(one.claim, link.stance),
    }
  })
}
