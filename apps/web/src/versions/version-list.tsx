/** Every version, newest first, above them the text as it stands: what it was made for, by whom, when; each to be compared or read. */
import { Link } from '@tanstack/react-router'
import type { VersionView } from '#protocol/review-view.ts'
import type { NewsroomView } from '#protocol/view.ts'
import { personOf } from '#web/claims/desk.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Chosen, olderThan } from './pair.ts'
import css from './versions.module.css'

interface VersionListProps {
  readonly newsroom: NewsroomView
  readonly article: string
  readonly versions: readonly VersionView[]
  readonly chosen: Chosen
}

export function VersionList({ newsroom, article, versions, chosen }: VersionListProps) {
  const { t } = useWords()
  const to = '/$newsroom/articles/$article/versions'
  const params = { newsroom: newsroom.slug, article }
  const numbers = versions.map(({ number }) => number)
  const newest = numbers[0]
  const isHere = (moment: number | 'now') => chosen.kind !== 'missing' && chosen.to === moment
  const here = (isIt: boolean) => (isIt ? { 'aria-current': 'page' as const } : {})
  return (
    <nav className={css['list']} aria-labelledby="versions-list">
      <h2 id="versions-list">{t('versions.list')}</h2>
      <ol>
        {newest !== undefined && (
          <li data-here={isHere('now')}>
            <Link
              to={to}
              params={params}
              search={{ from: newest, to: 'now' }}
              className={css['name']}
              aria-label={t('versions.compareNow', { number: newest })}
              {...here(isHere('now'))}
            >
              {t('versions.now')}
            </Link>
            <span className={css['quiet']}>{t('versions.nowHint')}</span>
          </li>
        )}
        {versions.map(({ number, cause, by, at }) => {
          const before = olderThan(number, numbers)
          return (
            <li key={number} data-here={isHere(number)}>
              <Link
                to={to}
                params={params}
                search={before === null ? { to: number } : { from: before, to: number }}
                className={css['name']}
                aria-label={t(before === null ? 'versions.readFirst' : 'versions.compareWithBefore', { number })}
                {...here(isHere(number) && (chosen.kind === 'compared' || before === null))}
              >
                {t('versions.number', { number })}
              </Link>
              <span>{t(`versions.cause.${cause}`)}</span>
              {before !== null && (
                <Link
                  to={to}
                  params={params}
                  search={{ to: number }}
                  className={css['read']}
                  aria-label={t('versions.readOne', { number })}
                  {...here(isHere(number) && chosen.kind === 'read')}
                >
                  {t('versions.read')}
                </Link>
              )}
              <span className={css['who']}>
                {personOf(newsroom, by).name} · <Moment at={at} zone={newsroom.zone} />
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
