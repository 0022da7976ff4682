/** Every exception ever accepted, those that have lapsed too. */
import { personOf } from '#web/claims/desk.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function Exceptions() {
  const { t } = useWords()
  const { newsroom, article, review } = useReviewed()
  if (review.exceptions.length === 0) return null
  return (
    <section className={css['section']} aria-labelledby="review-exceptions">
      <h2 id="review-exceptions" className={css['h2']}>
        {t('review.exceptions')}
      </h2>
      <ul className={css['records']}>
        {review.exceptions.map(({ seq, claim, rule, words, why, by, at, counts }) => (
          <li key={seq} className={css['record']}>
            <span className={css['mark']}>
              <Icon glyph={counts ? 'flag' : 'minus'} />
            </span>
            <div>
              <p>
                <strong>{t('claim.number', { number: claim.number })}</strong> {t(`review.rule.${rule}`)}
                {!counts && <em> · {t('review.exceptionLapsed')}</em>}
              </p>
              <p className={css['quote']} dir="auto" lang={article.language}>
                {words}
              </p>
              <p dir={why === null ? undefined : 'auto'}>{why ?? t('review.erased')}</p>
              <p className={css['hint']}>
                {personOf(newsroom, by).name}, <Moment at={at} zone={newsroom.zone} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
