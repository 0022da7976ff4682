/** Giving an article to the people who check it. To give it to those who have it already is no event. */
import { eq } from 'drizzle-orm'
import { assignArticle } from '#domain/article-change.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import { articles } from '../db/article-tables.ts'
import { commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export const assignArticleTo = (
  services: Services,
  asked: Asked,
  articleId: string,
  people: readonly string[],
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, asked, articleId, async ({ tx, actor, stream, record }) => {
    const [article] = await tx
      .select({ open: articles.open, people: articles.people, assignees: articles.assignees })
      .from(articles)
      .where(eq(articles.id, articleId))
    if (article === undefined) return refuse('not-found')
    const members = (await readMembers(tx, actor.newsroomId)).filter(({ person }) => people.includes(person))
    if (members.length < new Set(people).size) return refuse('person-unknown')
    const assigned = assignArticle(actor, article, members.map(actorFrom))
    if (!assigned.ok) return assigned
    const { people: to } = assigned.value
    if (to.toSorted().join() === article.assignees.toSorted().join()) return ok({ seq: stream.seq })
    return ok({ seq: (await record({ type: 'article-assigned', people: to })).seq })
  })
