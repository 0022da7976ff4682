/** Reads the versions that were made of an article's text. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq } from 'drizzle-orm'
import type { DocumentJson } from '#document/draft.ts'
import type { VersionView } from '#protocol/review-view.ts'
import { versions } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'

export type VersionRow = typeof versions.$inferSelect

/** Of a plain text in UTF-8, hex: by this a version, and an approval, know their text. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** VN1. The number that the text and its marks go by; one more than the newest when they have changed since. */
export const numberOf = (
  newest: Pick<VersionRow, 'number' | 'sha256' | 'document'> | null,
  sha256: string,
  document: DocumentJson,
): number => {
  const same = newest?.sha256 === sha256 && isDeepStrictEqual(newest.document, document)
  return (newest?.number ?? 0) + (same ? 0 : 1)
}

/** Without their texts: an article of many versions would be megabytes. */
const listed = {
  number: versions.number,
  cause: versions.cause,
  seq: versions.seq,
  textSeq: versions.textSeq,
  sha256: versions.sha256,
  by: versions.by,
  at: versions.at,
}

/** Newest first. */
export async function readVersions(tx: Tx, articleId: string): Promise<VersionView[]> {
  const rows = await tx
    .select(listed)
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(desc(versions.number))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function readVersion(tx: Tx, articleId: string, number: number): Promise<VersionRow | null> {
  const [row] = await tx
    .select()
    .from(versions)
    .where(and(eq(versions.articleId, articleId), eq(versions.number, number)))
  return row ?? null
}

export async function readNewestVersion(tx: Tx, articleId: string): Promise<VersionRow | null> {
  const [row] = await tx
    .select()
    .from(versions)
    .where(eq(versions.articleId, articleId))
    .orderBy(desc(versions.number))
    .limit(1)
  return row ?? null
}

export const versionViewOf = ({ number, cause, seq, textSeq, sha256, by, at }: VersionRow): VersionView => ({
  number,
  cause,
  seq,
  textSeq,
  sha256,
  by,
  at: at.toISOString(),
})
