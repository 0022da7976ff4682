/**
 * Checks every stream's chain of events from its first entry to its head, and what lies outside the chain against the hashes in it:
 * free text that was written, and versions. Rules LG3, LG4, LG11.
 */
import { asc, eq } from 'drizzle-orm'
import { versions } from '../db/article-tables.ts'
import type { Database, Tx } from '../db/database.ts'
import { events, privateTexts, streams } from '../db/log-tables.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { firstBroken, firstHash } from '../log/chain.ts'
import { privateRefsIn, saltedHash } from '../log/private-text.ts'
import { eventFrom } from '../log/stream.ts'
import { sha256Of } from '../projection/version-reader.ts'

export interface Checked {
  readonly newsroom: string
  readonly stream: string
  readonly kind: 'article' | 'newsroom'
  readonly entries: number
  /** Hex; kept elsewhere, it shows later that nothing before it was changed. */
  readonly head: string
  /** seq of the first entry that is not as it was written; null when all are. */
  readonly brokenAt: number | null
  /** seqs of entries whose free text, or version, is not what was hashed then, or is gone without the history telling so. */
  readonly changedTexts: readonly number[]
}

export async function checkHistory(db: Database): Promise<Checked[]> {
  const all = await db.open.select().from(newsrooms).orderBy(newsrooms.slug)
  const checked = await Promise.all(all.map(({ id, slug }) => checkNewsroom(db, id, slug)))
  return checked.flat()
}

const checkNewsroom = (db: Database, newsroomId: string, newsroom: string): Promise<Checked[]> =>
  db.inNewsroom(newsroomId, async (tx) => {
    const heads = await tx.select().from(streams).where(eq(streams.newsroomId, newsroomId)).orderBy(streams.id)
    const checked: Checked[] = []
    for (const { id, kind, headHash, headEventSeq } of heads) {
      const entries = await tx
        .select({ seq: events.seq, body: events.body, hash: events.hash })
        .from(events)
        .where(eq(events.streamId, id))
        .orderBy(asc(events.seq))
      const last = entries.at(-1)
      // A tail that was cut off leaves a whole chain behind, but not the one that the head tells of.
      const cut = !headHash.equals(last?.hash ?? firstHash(id)) ? headEventSeq : null
      const brokenAt = firstBroken(id, entries) ?? cut
      const changedTexts = await changedIn(tx, id, entries)
      const head = headHash.toString('hex')
      checked.push({ newsroom, stream: id, kind, entries: entries.length, head, brokenAt, changedTexts })
    }
    return checked
  })

/** LG11. Entries that cannot be read are the chain's to name. */
async function changedIn(tx: Tx, stream: string, entries: readonly { seq: number; body: string }[]): Promise<number[]> {
  const told = entries.flatMap(({ body }) => readable(body) ?? [])
  const texts = new Map(
    (await tx.select().from(privateTexts).where(eq(privateTexts.streamId, stream))).map((row) => [row.id, row]),
  )
  const made = new Map(
    (await tx.select().from(versions).where(eq(versions.articleId, stream))).map((row) => [row.number, row]),
  )
  const erased = new Set(told.flatMap(({ event }) => (event.type === 'text-erased' ? [event.textId] : [])))
  const isChanged = ({ event }: (typeof told)[number]): boolean => {
    if (event.type === 'version-made') {
      const version = made.get(event.number)
      return version === undefined || sha256Of(version.text) !== event.sha256
    }
    return privateRefsIn(event).some((ref) => {
      const text = texts.get(ref.id)
      if (text === undefined || text.body === null) return !erased.has(ref.id)
      return saltedHash(text.salt, text.body) !== ref.sha256
    })
  }
  return told.filter(isChanged).map(({ seq }) => seq)
}

function readable(body: string) {
  try {
    return eventFrom(body)
  } catch {
    return null
  }
}
