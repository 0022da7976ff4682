/**
 * What is known about an article besides its text, as fields hold it: every value a string, a deadline in newsroom time. Rule AD1: only
 * what a person changed is sent, so nobody overwrites what somebody else has put right meanwhile.
 */
import type { ArticleDetails } from '#domain/event.ts'
import type { ArticleView } from '#protocol/view.ts'
import { momentOf, wallTime } from '#web/ui/zone.ts'

export interface Facts {
  readonly byline: string
  readonly desk: string
  /** Newsroom wall time, YYYY-MM-DDTHH:mm, or empty. */
  readonly deadline: string
  /** YYYY-MM-DD, or empty. */
  readonly publicationDate: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

type Described = Pick<ArticleView, 'byline' | 'desk' | 'dueAt' | 'publicationDate' | 'language' | 'direction'>

export const factsOf = (article: Described, zone: string): Facts => ({
  byline: article.byline,
  desk: article.desk,
  deadline: article.dueAt === null ? '' : wallTime(Date.parse(article.dueAt), zone),
  publicationDate: article.publicationDate ?? '',
  language: article.language,
  direction: article.direction,
})

/** A deadline as it is sent; undefined for what is no time. */
export function dueAtOf(deadline: string, zone: string): string | null | undefined {
  if (deadline === '') return null
  const moment = momentOf(deadline, zone)
  return moment === null ? undefined : new Date(moment).toISOString()
}

/** AD1. What `edits` change about the article; null when a deadline is no time. */
export function changeOf(article: Described, edits: Partial<Facts>, zone: string): Partial<ArticleDetails> | null {
  const now = factsOf(article, zone)
  const { deadline, publicationDate, ...rest } = Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => value.trim() !== now[name as keyof Facts]),
  ) as Partial<Facts>
  const dueAt = deadline === undefined ? undefined : dueAtOf(deadline, zone)
  if (deadline !== undefined && dueAt === undefined) return null
  return {
    ...rest,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(publicationDate === undefined ? {} : { publicationDate: publicationDate === '' ? null : publicationDate }),
  }
}
