/** Who did what to this claim and when. Asked for when it is opened. */
import { Suspense, useState } from 'react'
import { Icon } from '#web/ui/icon.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import css from './inspector.module.css'

const ClaimHistory = onDemand(() => import('#web/history/claim-history.tsx').then((part) => part.ClaimHistory))

export function HistorySection({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { newsroom, article } = useDesk()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={css['section']}>
      <h3>
        <button type="button" className={css['disclosure']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon glyph={isOpen ? 'chevron-down' : 'chevron-end'} size={12} />
          {t('history.heading')}
        </button>
      </h3>
      {isOpen && (
        <Suspense fallback={<p className={css['hint']}>{t('app.loading')}</p>}>
          <ClaimHistory newsroom={newsroom} article={article} claim={claim.id} />
        </Suspense>
      )}
    </section>
  )
}
