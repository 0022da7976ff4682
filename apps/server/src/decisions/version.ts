/**
 * Making versions. A version's number names a text together with its marks: when neither has changed since the newest version, that one
 * is named again and nothing is made. Rule VN1.
 */
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import type { VersionCause } from '#domain/version.ts'
import { versions } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { numberOf, readNewestVersion, sha256Of } from '../projection/version-reader.ts'
import type { TextAtLock } from './article-command.ts'

/** The part of an article's command that a version takes. */
export interface VersionWork {
  readonly tx: Tx
  readonly stream: { readonly id: string; readonly newsroomId: string }
  readonly text: TextAtLock
  record(event: ArticleEvent): Promise<Stamped<ArticleEvent>>
}

/** The number of the version that the text is now. Called under the stream's lock. */
export async function makeVersion({ tx, stream, text, record }: VersionWork, cause: VersionCause): Promise<number> {
  const newest = await readNewestVersion(tx, stream.id)
  const document = text.document()
  const sha256 = sha256Of(text.text)
  const number = numberOf(newest, sha256, document)
  if (number === newest?.number) return number
  const { seq, by, at } = await record({ type: 'version-made', number, cause, textSeq: text.seq, sha256 })
  await tx.insert(versions).values({
    newsroomId: stream.newsroomId,
    articleId: stream.id,
    number,
    cause,
    seq,
    textSeq: text.seq,
    text: text.text,
    document,
    sha256,
    by,
    at: new Date(at),
  })
  return number
}
