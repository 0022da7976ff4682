/** The page of one article: asks for what it shows, and opens the desk once it is there. */
import type { ClaimFilter } from '#domain/desk.ts'
import { LoadingPage } from '#web/frame/loading-page.tsx'
import { NotFoundPage } from '#web/frame/not-found-page.tsx'
import { usePageTitle } from '#web/frame/page-title.ts'
import { refusalOf, useArticle, useNewsroom } from '#web/queries.ts'
import { OpenArticle } from './open-article.tsx'
export { openText } from './use-article-sync.ts'
import '#web/words/article.ts'
import '#web/words/details.ts'
import '#web/words/together.ts'

export interface ArticleDeskProps {
  readonly newsroom: string
  readonly article: string
  readonly show: ClaimFilter | undefined
  /** A claim's number or id: C14. */
  readonly claim: string | undefined
}

export function ArticleDesk({ newsroom, article, show, claim }: ArticleDeskProps) {
  const room = useNewsroom(newsroom)
  const asked = useArticle(newsroom, article)
  usePageTitle(asked.data?.title ?? '…')
  // What is on screen stays there when asking again fails: the text is live by its own wire.
  if (asked.data && room.data) {
    return <OpenArticle newsroom={room.data} article={asked.data} show={show ?? 'all'} claim={claim} />
  }
  if (asked.isError) {
    if (refusalOf(asked.error) === 'not-found') return <NotFoundPage />
    throw asked.error
  }
  return <LoadingPage />
}
