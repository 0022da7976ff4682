/** Files to take along, and the door for annotations of other programs. */
import { Suspense, useState } from 'react'
import { mayDecide } from '#domain/actor.ts'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'
import '#web/words/review.ts'

const AnnotationsDialog = onDemand(() => import('./annotations-dialog.tsx').then((part) => part.AnnotationsDialog))

export function Exports() {
  const { t } = useWords()
  const { newsroom, article, actor } = useReviewed()
  const [isBringing, setBringing] = useState(false)
  return (
    <section className={css['section']} aria-labelledby="review-exports">
      <h2 id="review-exports" className={css['h2']}>
        {t('review.exports')}
      </h2>
      <p className={css['exports']}>
        {(['csv', 'json', 'annotations'] as const).map((format) => (
          <a key={format} href={api.exportAddress(newsroom.slug, article.id, format)} download>
            {t(`review.export.${format}`)}
          </a>
        ))}
      </p>
      <p className={css['hint']}>{t('review.exportHint')}</p>
      {mayDecide(actor) && <Button onPress={() => setBringing(true)}>{t('review.bringAnnotations')}</Button>}
      {isBringing && (
        <Suspense>
          <AnnotationsDialog onClose={() => setBringing(false)} />
        </Suspense>
      )}
    </section>
  )
}
