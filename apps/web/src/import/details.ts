/**
 * The details of an article that is about to be brought in: what import found, put right by a person. Rule ID1: reading it once more in
 * another way finds things anew, but what a person has written stays.
 */
import type { ArticleDraft } from '#document/draft.ts'
import type { Details } from './handover.ts'

const found = ({ title, publicationDate, language, direction }: ArticleDraft) => ({
  title,
  publicationDate: publicationDate ?? '',
  language,
  direction,
})

export function detailsFor(
  draft: ArticleDraft,
  before: { readonly draft: ArticleDraft; readonly details: Details } | null,
): Details {
  const fresh: Details = { ...found(draft), byline: '', desk: '', deadline: '', suggests: true }
  if (before === null) return fresh
  const { details } = before
  const earlier: Partial<Details> = found(before.draft)
  const written = Object.entries(details).filter(([name, value]) => value !== earlier[name as keyof Details])
  return { ...fresh, ...Object.fromEntries(written) }
}
