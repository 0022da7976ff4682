/** Files to take along. */
import { api } from '#web/api.ts'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function Exports() {
  const { t } = useWords()
  const { newsroom, article } = useReviewed()
  return (
    <section className={css['section']} aria-labelledby="review-exports">
      <h2 id="review-exports" className={css['h2']}>
        {t('review.exports')}
      </h2>
      <p className={css['exports']}>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} href={api.exportAddress(newsroom.slug, article.id, format)} download>
            {t(`review.export.${format}`)}
          </a>
        ))}
      </p>
      <p className={css['hint']}>{t('review.exportHint')}</p>
    </section>
  )
}
