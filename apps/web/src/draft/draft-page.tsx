/**
 * A new draft of an article: brought in like an article, then compared with it, and only then, when a person says so, the next version.
 * The draft that is being looked at stands in the address, so that a reload, tomorrow or another person goes on with it.
 */
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { mayEdit } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useArticle, useNewsroom } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { BringIn } from './bring-in.tsx'
import css from './draft.module.css'
import '#web/words/article.ts'
import '#web/words/draft.ts'
import '#web/words/import.ts'
import '#web/words/versions.ts'

const PendingDraft = onDemand(() => import('./pending-draft.tsx').then((part) => part.PendingDraft))

export function DraftPage() {
  const { t } = useWords()
  const params = useParams({ from: '/$newsroom/articles/$article/new-draft' })
  const { draft } = useSearch({ from: '/$newsroom/articles/$article/new-draft' })
  const newsroom = useNewsroom(params.newsroom).data
  const article = useArticle(params.newsroom, params.article).data
  usePageTitle(t('draft.title', { title: article?.title ?? '' }))
  if (!newsroom || !article) return null
  return (
    <>
      <TopBar newsroom={params.newsroom} page={t('draft.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header>
          <p className={css['ways']}>
            <Link to="/$newsroom/articles/$article" params={params}>
              <Icon glyph="back" /> {t('draft.toArticle')}
            </Link>
            <Link to="/$newsroom/articles/$article/versions" params={params}>
              {t('draft.toVersions')}
            </Link>
          </p>
          <h1 className={css['title']}>
            {t('draft.heading')}
            <span className={css['of']} dir="auto" lang={article.language}>
              {article.title}
            </span>
          </h1>
        </header>
        {!mayEdit(actorOf(newsroom)) ? (
          <p className={css['refused']}>{t('draft.mayNot')}</p>
        ) : draft === undefined ? (
          <BringIn newsroom={newsroom} article={article} />
        ) : (
          <Suspense>
            <PendingDraft key={draft} newsroom={newsroom} article={article} draft={draft} />
          </Suspense>
        )}
      </main>
    </>
  )
}
