/** The selected claim: its number and state, the way to the next one, and everything about it in one scroll (`sections.tsx`). */
import { Suspense, useEffect, useRef } from 'react'
import { IconButton } from '#web/ui/button.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { OnThisToo } from '#web/together/on-this.tsx'
import { useWords } from '#web/words/words.tsx'
import { ClaimWords } from './claim-words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import css from './inspector.module.css'
import { useChangesSpoken } from './spoken.ts'

const loadSections = () => import('./sections.tsx').then((part) => part.Sections)
const Sections = onDemand(loadSections)

export function Inspector({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { selected, article, acts } = useDesk()
  const number = selected?.number
  useChangesSpoken()
  // Not made anew for each claim: going through eighty of them has to be quick.
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = 0
  }, [selected?.id])
  // At hand before the first claim is selected, also for whoever is offline by then; the text is on screen without it.
  useEffect(() => void loadSections().catch(() => undefined), [])
  return (
    <section
      className={css['inspector']}
      aria-label={t('article.region.inspector')}
      data-region="inspector"
      tabIndex={-1}
    >
      <header className={css['head']}>
        <h2 className={css['title']}>
          {selected === null
            ? t('inspector.none')
            : number === null || number === undefined
              ? t('claim.numberless')
              : t('claim.number', { number })}
        </h2>
        {selected?.state === 'known' && <Standing claim={selected} />}
        <span className={css['steps']}>
          <IconButton
            glyph="chevron-up"
            size="small"
            label={t('steps.previous')}
            onPress={() => acts.step('previous')}
          />
          <IconButton glyph="chevron-down" size="small" label={t('steps.next')} onPress={() => acts.step('next')} />
          <span className={css['closeNarrow']}>
            <IconButton glyph="cross" size="small" label={t('claims.close')} onPress={onClose} />
          </span>
        </span>
      </header>
      {selected !== null && <OnThisToo claim={selected.id} />}
      <div className={css['scroll']} ref={scroll} data-sections="">
        {selected === null && (
          <p className={css['hint']}>
            <span className={css['withKeys']}>{t('inspector.noneHint')}</span>
            <span className={css['withTouch']}>{t('inspector.noneTouch')}</span>
          </p>
        )}
        {selected?.state === 'arriving' && (
          <>
            <ClaimWords claim={selected} language={article.language} />
            <p className={css['hint']}>{t('inspector.arriving')}</p>
          </>
        )}
        {selected?.state === 'known' && (
          <Suspense fallback={<ClaimWords claim={selected} language={article.language} />}>
            <Sections claim={selected} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

function Standing({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  return (
    <span className={css['standing']}>
      {t(`standing.${claim.standing}`)}
      {claim.pending !== null && (
        <span className={css['pending']} title={t('inspector.pending')}>
          <span className={css['dot']} />
          {t('inspector.pending')}
        </span>
      )}
    </span>
  )
}
