/** What happened in an article, newest first: by person, kind of event and claim, which live in the address. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { mayManage } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import type { HistorySearch } from '#web/frame/search.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { historyFoundQuery, useArticle, useClaims, useNewsroom } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { Entry } from './entry.tsx'
import { HistoryFilters } from './history-filters.tsx'
import css from './history.module.css'
import { typesOf } from './kinds.ts'
import '#web/words/article.ts'
import '#web/words/history.ts'
import '#web/words/review.ts'

const Erasure = onDemand(() => import('./erasure.tsx').then((part) => part.Erasure))

export function HistoryPage() {
  const { t, whyNot } = useWords()
  const params = useParams({ from: '/$newsroom/articles/$article/history' })
  const search = useSearch({ from: '/$newsroom/articles/$article/history' })
  const navigate = useNavigate()
  const newsroom = useNewsroom(params.newsroom).data
  const article = useArticle(params.newsroom, params.article).data
  const claims = useClaims(params.newsroom, params.article).data?.claims ?? []
  const { person, kind, claim } = search
  const asked = {
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { type: typesOf[kind].join(',') }),
    ...(claim === undefined ? {} : { claim }),
  }
  const history = useInfiniteQuery(historyFoundQuery(params.newsroom, params.article, asked))
  usePageTitle(t('past.title', { title: article?.title ?? '' }))
  if (!newsroom || !article) return null
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? []
  const isNarrowed = Object.keys(search).length > 0
  const setSearch = (search: HistorySearch) =>
    void navigate({ to: '/$newsroom/articles/$article/history', params, search, replace: true })
  return (
    <>
      <TopBar newsroom={params.newsroom} page={t('past.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header className={css['head']}>
          <p className={css['back']}>
            <Link to="/$newsroom/articles/$article" params={params}>
              <Icon glyph="back" /> {t('review.toArticle')}
            </Link>
            <Link to="/$newsroom/articles/$article/review" params={params}>
              {t('review.page')}
            </Link>
            <Link to="/$newsroom/articles/$article/versions" params={params}>
              {t('review.toVersions')}
            </Link>
          </p>
          <h1 className={css['title']}>
            {t('past.heading')}
            <span className={css['of']} dir="auto" lang={article.language}>
              {article.title}
            </span>
          </h1>
        </header>
        <HistoryFilters people={newsroom.people} claims={claims} search={search} onChange={setSearch} />
        {isNarrowed && (
          <p className={css['narrowed']}>
            <Link to="/$newsroom/articles/$article/history" params={params} search={{}} replace>
              {t('past.clear')}
            </Link>
          </p>
        )}
        {history.isError && <p role="alert">{whyNot('server-trouble')}</p>}
        {history.isSuccess && entries.length === 0 && <p className={css['none']}>{t('past.none')}</p>}
        <ol className={css['entries']} aria-label={t('past.heading')}>
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} newsroom={newsroom} article={article}>
              {mayManage(actorOf(newsroom)) && (entry.text ?? entry.proposed) !== null && (
                <Suspense>
                  <Erasure newsroom={params.newsroom} article={article.id} seq={entry.seq} />
                </Suspense>
              )}
            </Entry>
          ))}
        </ol>
        {history.hasNextPage && (
          <Button onPress={() => void history.fetchNextPage()} isPending={history.isFetchingNextPage}>
            {t('past.more')}
          </Button>
        )}
        {entries.length > 0 && (
          <p className={css['count']}>
            {t(history.hasNextPage ? 'past.countMore' : 'past.count', { count: entries.length })}
          </p>
        )}
      </main>
    </>
  )
}
