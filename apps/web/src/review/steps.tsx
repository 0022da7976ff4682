/** The article's way so far: asked for, sent back, approved, published; by whom, when and with which notes. */
import { personOf } from '#web/claims/desk.ts'
import { Face } from '#web/ui/face.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function Steps() {
  const { t } = useWords()
  const { newsroom, review } = useReviewed()
  if (review.steps.length === 0) return null
  return (
    <section className={css['section']} aria-labelledby="review-steps">
      <h2 id="review-steps" className={css['h2']}>
        {t('review.steps')}
      </h2>
      <ol className={css['records']}>
        {review.steps.map(({ seq, step, version, note, by, at }) => (
          <li key={seq} className={css['record']}>
            <Face person={personOf(newsroom, by)} decorative />
            <div>
              <p>
                {t(`review.step.${step}`, { name: personOf(newsroom, by).name, number: version ?? 0 })},{' '}
                <Moment at={at} zone={newsroom.zone} />
              </p>
              {note !== null && (
                <p className={css['why']} dir="auto">
                  {note}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
