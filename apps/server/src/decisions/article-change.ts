/**
 * Changing what is known about an article, and to whom it is open. Only what differs is in the event.
 * Rules AR1, AR3, RD3.
 */
import { eq } from 'drizzle-orm'
import { type Access, mayOpen } from '#domain/actor.ts'
import { changeAccess, changeDetails } from '#domain/article-change.ts'
import type { ArticleDetails } from '#domain/event.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { readMembers } from '../auth/identity.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { reopenedByDate } from '../projection/date-reader.ts'
import { commandArticle } from './article-command.ts'
import { lockNewsroom } from './newsroom-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

/** An absent field stays as it is. */
export type DetailsChange = { readonly [K in keyof ArticleDetails]?: ArticleDetails[K] | undefined }

export const changeDetailsOf = (
  services: Services,
  asked: Asked,
  articleId: string,
  change: DetailsChange,
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, asked, articleId, async ({ tx, actor, record, claims }) => {
    const row = await readRow(tx, articleId)
    // Asked again under the lock: it may have been closed to this person a moment ago.
    if (row === null || !mayOpen(actor, row)) return refuse('not-found')
    const may = changeDetails(actor)
    if (!may.ok) return may
    const different = differing(change, { ...row, dueAt: row.dueAt?.toISOString() ?? null })
    if (Object.keys(different).length === 0) return refuse('nothing-changed')
    const { seq } = await record({ type: 'article-changed', ...different })
    const { publicationDate } = different
    // RD3. What “yesterday” was found to be is found for another day now.
    const reopened = publicationDate === undefined ? [] : reopenedByDate(await claims(), row, publicationDate)
    for (const { claim } of reopened) {
      await record({
        type: 'claim-reopened',
        claimId: claim.id,
        sourceId: null,
        because: 'publication-date-changed',
      })
    }
    return ok({ seq })
  })

export async function changeAccessTo(
  services: Services,
  asked: Asked,
  articleId: string,
  access: Access,
): Promise<Result<{ seq: number }>> {
  const { actor } = asked
  const done = await commandArticle<{ seq: number }>(
    services,
    asked,
    articleId,
    async ({ tx, stream, record }) => {
      const row = await readRow(tx, articleId)
      if (row === null || !mayOpen(actor, row)) return refuse('not-found')
      const changed = changeAccess(actor, access)
      if (!changed.ok) return changed
      const { open } = changed.value
      const members = new Set((await readMembers(tx, actor.newsroomId)).map(({ person }) => person))
      // Whoever was named before and has left meanwhile is simply not named any more.
      const people = changed.value.people.filter((person) => members.has(person) || !row.people.includes(person))
      if (!people.every((person) => members.has(person))) return refuse('person-unknown')
      if (open === row.open && sameSet(people, row.people)) return ok({ seq: stream.seq })
      return ok({ seq: (await record({ type: 'article-access-changed', open, people: [...people] })).seq })
    },
    lockMembers(actor.newsroomId),
  )
  // Whoever is shut out hears nothing of the article any more, so everyone is told to look again at what they have on screen.
  if (done.ok) {
    services.announcer.tell({
      newsroomId: actor.newsroomId,
      article: null,
      seq: done.value.seq,
      events: [],
      claims: [],
    })
  }
  return done
}

/** Nobody named leaves meanwhile: who goes is taken off the articles that name them. */
const lockMembers = (newsroomId: string) => async (tx: Tx) => void (await lockNewsroom(tx, newsroomId))

async function readRow(tx: Tx, articleId: string) {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId))
  return row ?? null
}

function differing(change: DetailsChange, now: ArticleDetails): Partial<ArticleDetails> {
  const names = Object.keys(change) as (keyof ArticleDetails)[]
  const different = names.filter((name) => change[name] !== undefined && change[name] !== now[name])
  return Object.fromEntries(different.map((name) => [name, change[name]]))
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each))
