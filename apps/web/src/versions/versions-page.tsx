/**
 * The versions of an article's text: all of them listed, any two compared word by word, each to be read alone. What is compared stands
 * in the address. A version never changes; only the text as it stands does, and is asked for again while it is on screen.
 */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import type { VersionView } from '#protocol/review-view.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useArticle, useNewsroom, versionsQuery } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { Compared } from './compared.tsx'
import { chosenOf } from './pair.ts'
import { ReadAlone } from './read-alone.tsx'
import { VersionList } from './version-list.tsx'
import css from './versions.module.css'
import '#web/words/versions.ts'

export function VersionsPage() {
  const { t } = useWords()
  const params = useParams({ from: '/$newsroom/articles/$article/versions' })
  const newsroom = useNewsroom(params.newsroom).data
  const article = useArticle(params.newsroom, params.article).data
  const versions = useQuery(versionsQuery(params.newsroom, params.article)).data
  usePageTitle(t('versions.title', { title: article?.title ?? '' }))
  if (!newsroom || !article || !versions) return null
  return (
    <>
      <TopBar newsroom={params.newsroom} page={t('versions.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header className={css['head']}>
          <p className={css['back']}>
            <Link to="/$newsroom/articles/$article" params={params}>
              <Icon glyph="back" /> {t('versions.toArticle')}
            </Link>
            <Link to="/$newsroom/articles/$article/review" params={params}>
              {t('versions.toReview')}
            </Link>
            <Link to="/$newsroom/articles/$article/history" params={params}>
              {t('versions.toHistory')}
            </Link>
          </p>
          <h1 className={css['title']}>
            {t('versions.heading')}
            <span className={css['of']} dir="auto" lang={article.language}>
              {article.title}
            </span>
          </h1>
        </header>
        <Versions newsroom={newsroom} article={article} versions={versions} />
      </main>
    </>
  )
}

interface VersionsProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  /** Newest first. */
  readonly versions: readonly VersionView[]
}

function Versions({ newsroom, article, versions }: VersionsProps) {
  const { t } = useWords()
  const params = useParams({ from: '/$newsroom/articles/$article/versions' })
  const search = useSearch({ from: '/$newsroom/articles/$article/versions' })
  const navigate = useNavigate()
  const numbers = versions.map(({ number }) => number)
  const chosen = chosenOf(search, numbers)
  const shown = {
    newsroom: newsroom.slug,
    article,
    numbers,
    go: (search: { from?: number; to?: number | 'now' }) =>
      void navigate({ to: '/$newsroom/articles/$article/versions', params, search, replace: true, resetScroll: false }),
  }
  return (
    <div className={css['columns']}>
      <VersionList newsroom={newsroom} article={article.id} versions={versions} chosen={chosen} />
      <section className={css['shown']}>
        {chosen.kind === 'missing' ? (
          <p className={css['missing']} role="alert">
            {t('versions.missing', { number: chosen.number })}{' '}
            <Link to="/$newsroom/articles/$article/versions" params={params} search={{}}>
              {t('versions.showNewest')}
            </Link>
          </p>
        ) : chosen.kind === 'read' ? (
          <ReadAlone {...shown} chosen={chosen} />
        ) : (
          // Other two: what was unfolded and how far one went belongs to the two before.
          <Compared key={`${chosen.from} ${chosen.to}`} {...shown} chosen={chosen} />
        )}
      </section>
    </div>
  )
}
