/**
 * Makes a newsroom's rows again from its log: every event in order, then the text as it stands. The rows come out as they were kept
 * live (PJ1), so the projection can be thrown away at any time.
 */
import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { ArticleEvent, NewsroomEvent, Stamped } from '#domain/event.ts'
import { articleDoc } from '#document/article-doc.ts'
import { fragmentName } from '#document/seed.ts'
import { TextIndex } from '#document/text-index.ts'
import { articles, claims, queries, reviewSteps, talk } from '../db/article-tables.ts'
import type { Database, Tx } from '../db/database.ts'
import { streams } from '../db/log-tables.ts'
import { invitations, memberships, origins, sourceDocuments, sources } from '../db/newsroom-tables.ts'
import { evidence, exceptions, signOffs, skips, ticks, verdicts } from '../db/verdict-tables.ts'
import { lockStream, readEvents } from '../log/stream.ts'
import { readText, type StoredText } from '../log/text-store.ts'
import { applyArticleEvent } from './article-fold.ts'
import { applyNewsroomEvent } from './newsroom-fold.ts'
import type { TextNow } from './placing.ts'
import { followWords } from './text-rows.ts'

/** In the order in which rows refer to one another. */
const ofArticles = [
  ticks,
  skips,
  talk,
  queries,
  exceptions,
  reviewSteps,
  evidence,
  signOffs,
  verdicts,
  claims,
  articles,
] as const
const ofLibrary = [sourceDocuments, sources, origins, invitations, memberships] as const

/** Nobody writes to the newsroom meanwhile: its streams are held, the newsroom's own first and then the articles by id. */
export async function rebuildNewsroom({ db }: { db: Database }, newsroomId: string): Promise<void> {
  await db.inNewsroom(newsroomId, async (tx) => {
    await lockStream(tx, newsroomId, newsroomId)
    const ofNewsroom = await tx
      .select({ id: streams.id })
      .from(streams)
      .where(and(eq(streams.newsroomId, newsroomId), eq(streams.kind, 'article')))
      .orderBy(streams.id)
    for (const { id } of ofNewsroom) await lockStream(tx, id, newsroomId)
    for (const table of ofArticles) await tx.delete(table).where(eq(table.newsroomId, newsroomId))
    for (const table of ofLibrary) await tx.delete(table).where(eq(table.newsroomId, newsroomId))
    for (const event of await readEvents(tx, newsroomId)) {
      await applyNewsroomEvent(tx, newsroomId, event as Stamped<NewsroomEvent>)
    }
    for (const { id } of ofNewsroom) await rebuildArticle(db, tx, newsroomId, id)
  })
}

async function rebuildArticle(db: Database, tx: Tx, newsroomId: string, id: string): Promise<void> {
  for (const event of await readEvents(tx, id)) {
    await applyArticleEvent(tx, newsroomId, event as Stamped<ArticleEvent>)
  }
  const stored = await readText(db, id)
  if (stored !== null) await followWords(tx, id, textNowFrom(stored))
}

function textNowFrom({ snapshot, updates }: StoredText): TextNow {
  const doc = articleDoc()
  if (snapshot !== null) Y.applyUpdate(doc, snapshot.state)
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  const { text, title, deck } = index
  const runs = index.runs()
  index.destroy()
  doc.destroy()
  const last = updates.at(-1)
  const [seq, at] = [last?.seq ?? snapshot?.seq ?? 0, last?.at ?? snapshot?.at ?? new Date(0)]
  return { seq, at, text, title, deck, runs }
}
