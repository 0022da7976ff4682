/** The question, its answer, and what text and approval it is about. */
import { Link } from '@tanstack/react-router'
import { personOf } from '#web/claims/desk.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/ticks.ts'
import type { Line } from './lines.ts'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function Heading({ lines }: { lines: readonly Line[] }) {
  const { t } = useWords()
  const { article, newsroom, review } = useReviewed()
  const { stage, text, approval, coverage } = review
  const count = lines.filter(({ outcome }) => outcome === 'fails').length
  const answer = stage === 'published' ? t('review.published') : count > 0 ? t('review.no', { count }) : t('review.yes')
  const about =
    text.newest === null
      ? t('review.textNone')
      : t(text.edited ? 'review.textEdited' : 'review.textVersion', { number: text.newest.number })
  return (
    <header className={css['heading']}>
      <h1 className={css['title']}>
        <span className={css['of']} dir="auto" lang={article.language}>
          {article.title}
        </span>
        {stage !== 'published' && <>{t('review.question')} </>}
        <span className={css['answer']} data-answer={count > 0 ? 'no' : 'yes'} role="status">
          {answer}
        </span>
      </h1>
      <p className={css['about']}>
        {t(`stage.${stage}`)} · {about}
        {approval !== null && (
          <>
            {' · '}
            {t(approval.counts ? 'review.approved' : 'review.approvedStale', {
              number: approval.version,
              name: personOf(newsroom, approval.by).name,
            })}
            , <Moment at={approval.at} zone={newsroom.zone} />
          </>
        )}
      </p>
      <p className={css['about']}>
        <Link
          to="/$newsroom/articles/$article"
          params={{ newsroom: newsroom.slug, article: article.id }}
          search={{ sentences: 'untouched' }}
        >
          {t('tick.coverage', { ...coverage })}
        </Link>
      </p>
    </header>
  )
}
