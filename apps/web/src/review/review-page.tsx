/** Whether the article may be published, what stands in the way, and the steps of an editor. Follows by itself what happens at its desk. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { keys, useArticle, useNewsroom, useReview } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { Acts } from './acts.tsx'
import { Exceptions } from './exceptions.tsx'
import { GateLines } from './gate-lines.tsx'
import { Heading } from './heading.tsx'
import { linesOf } from './lines.ts'
import { ReviewContext, type Reviewed } from './review-context.ts'
import css from './review.module.css'
import { Since } from './since.tsx'
import { Steps } from './steps.tsx'
import '#web/words/article.ts'
import '#web/words/history.ts'
import '#web/words/review.ts'

const ClaimAside = onDemand(() => import('./claim-aside.tsx').then((part) => part.ClaimAside))
const Exports = onDemand(() => import('./exports.tsx').then((part) => part.Exports))

export function ReviewPage() {
  const { t } = useWords()
  const params = useParams({ from: '/$newsroom/articles/$article/review' })
  const { claim } = useSearch({ from: '/$newsroom/articles/$article/review' })
  const newsroom = useNewsroom(params.newsroom).data
  const article = useArticle(params.newsroom, params.article).data
  const review = useReview(params.newsroom, params.article).data
  const queries = useQueryClient()
  usePageTitle(t('review.title', { title: article?.title ?? '' }))
  const reviewed = useMemo<Reviewed | null>(
    () =>
      newsroom && article && review
        ? {
            newsroom,
            article,
            actor: actorOf(newsroom),
            review,
            selected: claim ?? null,
            readAgain: () => queries.invalidateQueries({ queryKey: keys.article(newsroom.slug, article.id) }),
          }
        : null,
    [newsroom, article, review, claim, queries],
  )
  if (reviewed === null) return null
  const lines = linesOf(reviewed.review)
  return (
    <ReviewContext value={reviewed}>
      <TopBar newsroom={params.newsroom} page={t('review.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <p className={css['back']}>
          <Link to="/$newsroom/articles/$article" params={params}>
            <Icon glyph="back" /> {t('review.toArticle')}
          </Link>
          <Link to="/$newsroom/articles/$article/history" params={params}>
            {t('review.toHistory')}
          </Link>
          <Link to="/$newsroom/articles/$article/versions" params={params}>
            {t('review.toVersions')}
          </Link>
        </p>
        <Heading lines={lines} />
        <div className={css['columns']}>
          <GateLines lines={lines} />
          <div className={css['side']}>
            {/* Together, or the buttons would move under the pointer when the claim comes. */}
            <Suspense>
              <ClaimAside lines={lines} />
              <Acts />
            </Suspense>
          </div>
        </div>
        <Since />
        <Exceptions />
        <Steps />
        <Suspense>
          <Exports />
        </Suspense>
      </main>
    </ReviewContext>
  )
}
