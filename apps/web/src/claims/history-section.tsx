/**
 * Who did what to this claim and when. Asked for when it is opened; keys and buttons go from change to change while the text keeps the
 * focus. Rule KY7.
 */
import { Suspense, useEffect, useState } from 'react'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import inspector from './inspector.module.css'
import css from './section.module.css'

const ClaimHistory = onDemand(() => import('#web/history/claim-history.tsx').then((part) => part.ClaimHistory))

export function HistorySection({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { newsroom, article, acts, wish } = useDesk()
  const [isOpen, setOpen] = useState(false)
  /** How many changes have come after the one shown; null while none is. */
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    const to = wish?.granted('earlier') ? 1 : wish?.granted('later') ? -1 : 0
    if (to === 0) return
    setOpen(true)
    setAt((before) => (before === null ? 0 : Math.max(0, before + to)))
  }, [wish])
  return (
    <section className={css['section']}>
      <div className={css['sectionHead']}>
        <h3>
          <button type="button" className={css['disclosure']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Icon glyph={isOpen ? 'chevron-down' : 'chevron-end'} size={12} />
            {t('history.heading')}
          </button>
        </h3>
        {isOpen && (
          <span className={css['changes']}>
            <IconButton
              glyph="chevron-down"
              size="small"
              label={t('history.earlier')}
              onPress={() => acts.history('earlier')}
            />
            <IconButton
              glyph="chevron-up"
              size="small"
              label={t('history.later')}
              onPress={() => acts.history('later')}
            />
          </span>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={<p className={inspector['hint']}>{t('app.loading')}</p>}>
          <ClaimHistory newsroom={newsroom} article={article} claim={claim.id} at={at} onAt={setAt} />
        </Suspense>
      )}
    </section>
  )
}
