/**
 * What date claims mean by the article's publication date, and which of them a change of that date opens again. Follows from words,
 * language and date alone, so it is kept nowhere; what was read lately is only remembered, since lists of claims are asked for often.
 */
import { eq } from 'drizzle-orm'
import { meansOtherDays, type RelativeDate, relativeDates } from '#domain/relative-date.ts'
import { articles } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import type { ClaimRow, WholeClaim } from './claim-reader.ts'

/** What an article says of dates. */
export interface DateTerms {
  readonly language: string
  readonly publicationDate: string | null
}

export async function readDateTerms(tx: Tx, articleId: string): Promise<DateTerms> {
  const [article] = await tx
    .select({ language: articles.language, publicationDate: articles.publicationDate })
    .from(articles)
    .where(eq(articles.id, articleId))
  if (article === undefined) throw new Error(`No article row for stream ${articleId}.`)
  return article
}

/** Claims of several open articles. */
const mostRemembered = 2_000
const remembered = new Map<string, RelativeDate[]>()

/** Empty for claims of other kinds, and where the words name no day by the article's own date. */
export function datesOf({ kind, words }: Pick<ClaimRow, 'kind' | 'words'>, terms: DateTerms): RelativeDate[] {
  if (kind !== 'date') return []
  const key = `${terms.language} ${terms.publicationDate ?? ''} ${words}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const dates = relativeDates(words, terms.language, terms.publicationDate)
  const [oldest] = remembered.keys()
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(key, dates)
  return dates
}

/** RD3. Date claims whose verdict was given on days that their words would not mean any more. */
export const reopenedByDate = (
  claims: readonly WholeClaim[],
  { language, publicationDate }: DateTerms,
  changed: string | null,
): WholeClaim[] =>
  claims.filter(
    ({ row, claim }) =>
      row.kind === 'date' &&
      !row.withdrawn &&
      claim.verdict !== null &&
      !claim.reopened &&
      meansOtherDays(claim.verdict.words, language, publicationDate, changed),
  )
