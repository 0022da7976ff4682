/** One verdict: what was found and why, by whom and when, what it proposes, and whether it was for other words. */
import { Suspense } from 'react'
import type { VerdictView } from '#protocol/view.ts'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { Moment } from '#web/ui/moment.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import inspector from './inspector.module.css'
import css from './verdict.module.css'

const Proposed = onDemand(() => import('#web/fixes/proposed.tsx').then((part) => part.Proposed))

export function Finding({ claim, verdict }: { claim: KnownClaim; verdict: VerdictView }) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const look = ratingLook(verdict.rating)
  return (
    <div className={css['finding']} style={{ borderInlineStartColor: `var(--${look.tone})` }}>
      <p className={css['findingHead']}>
        <span style={{ color: `var(--${look.tone})` }} className={css['ratingGlyph']}>
          <Icon glyph={look.glyph} />
        </span>
        <strong>{t(`rating.${verdict.rating}`)}</strong>
        <span className={inspector['by']}>
          {personOf(newsroom, verdict.by).name}, <Moment at={verdict.at} zone={newsroom.zone} />
        </span>
      </p>
      {verdict.why !== null && verdict.why !== '' && (
        <p className={css['findingWhy']} dir="auto">
          {verdict.why}
        </p>
      )}
      {verdict.proposed !== null && (
        <Suspense fallback={null}>
          <Proposed claim={claim} verdict={verdict} />
        </Suspense>
      )}
      {verdict.heldBy !== null && verdict.heldAt !== null && (
        <p className={inspector['by']}>
          {t('verdict.heldBy', { name: personOf(newsroom, verdict.heldBy).name })},{' '}
          <Moment at={verdict.heldAt} zone={newsroom.zone} />
        </p>
      )}
      {verdict.words !== claim.view.words && <p className={inspector['by']}>{t('verdict.lapsed')}</p>}
    </div>
  )
}
