/** Brings the demo's articles in, with all that was done on them this evening, and takes them as far as they have come. */
import { eq } from 'drizzle-orm'
import { articles } from '../db/article-tables.ts'
import { assignArticleTo } from '../decisions/article-assignment.ts'
import { bringArticleIn } from '../decisions/new-article.ts'
import { approveArticle, askForReview, publishArticle } from '../decisions/review.ts'
import { importPasted } from '../import/paste.ts'
import { readReview } from '../projection/review-reader.ts'
import { seedClaim } from './claims.ts'
import type { DemoArticle } from './demo-article.ts'
import { evening } from './evening.ts'
import { Library } from './library.ts'
import { inMinutes, must, type Staff } from './staff.ts'

export async function seedArticles(staff: Staff): Promise<void> {
  const library = new Library(staff)
  // Side by side, as on any evening; within one article everything happens in its order.
  await Promise.all(evening.map((article) => seedArticle(staff, library, article)))
  await library.takeBack()
}

async function seedArticle(staff: Staff, library: Library, demo: DemoArticle): Promise<void> {
  const { services, as } = staff
  const { article } = must(importPasted({ text: demo.text }))
  const dueAt = demo.dueInMinutes === null ? null : inMinutes(staff, demo.dueInMinutes)
  const arrival = { byline: demo.byline, desk: demo.desk, original: null, suggests: true }
  const { id } = must(await bringArticleIn(services, as('rafi'), article, dueAt, arrival))
  const [first] = demo.checkers
  if (first !== undefined) {
    const checkers = demo.checkers.map((who) => as(who).actor.id)
    must(await assignArticleTo(services, as(first), id, checkers))
  }
  for (const claim of demo.claims) await seedClaim(staff, library, id, claim)
  await seedProgress(staff, id, demo)
}

async function seedProgress(staff: Staff, articleId: string, { progress }: DemoArticle): Promise<void> {
  if (progress.stage === 'intake' || progress.stage === 'checking') return
  const { services, as } = staff
  must(await askForReview(services, { ...as(progress.askedBy), articleId }, progress.note))
  if (progress.stage === 'review') return
  const editor = { ...as(progress.approvedBy), articleId }
  must(await approveArticle(services, editor, await seenOnReview(staff, editor.actor, articleId)))
  must(await publishArticle(services, editor))
}

/** What the review page shows the editor who is about to approve. */
async function seenOnReview(
  { services }: Staff,
  { id: person, newsroomId }: { id: string; newsroomId: string },
  articleId: string,
): Promise<string> {
  const entered = await services.rooms.enter(articleId, newsroomId)
  if (entered === null) throw new Error('An article of the demo is missing.')
  const { room, release } = entered
  try {
    return await services.db.inNewsroom(newsroomId, async (tx) => {
      const [article] = await tx.select().from(articles).where(eq(articles.id, articleId))
      if (article === undefined) throw new Error('An article of the demo has no row.')
      return (await readReview(tx, article, person, () => ({ now: room.now, document: room.document }))).seen
    })
  } finally {
    release()
  }
}
