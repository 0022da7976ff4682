/**
 * The selected claim, in one scroll: claim, reworded notice, verdict, why, sources, talk, sign-off, history. Everything the keys do has a
 * visible control here, and what is refused says why beside it.
 */
import { Suspense, useEffect, useRef } from 'react'
import { mayDecide } from '#domain/actor.ts'
import { IconButton } from '#web/ui/button.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { ClaimHead } from './claim-head.tsx'
import { ClaimWords } from './claim-words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { HistorySection } from './history-section.tsx'
import css from './inspector.module.css'
import { Note } from './note.tsx'
import { Section } from './section.tsx'
import { SignOffSection } from './sign-off-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import { useChangesSpoken } from './spoken.ts'
import { VerdictSection } from './verdict-section.tsx'
import { WhySection } from './why-section.tsx'
import { Withdrawal } from './withdrawal.tsx'

const loadReworded = () => import('./reworded.tsx').then((part) => part.Reworded)
const Reworded = onDemand(loadReworded)
const Reopened = onDemand(() => import('./reopened.tsx').then((part) => part.Reopened))
const TalkSection = onDemand(() => import('#web/talk/talk-section.tsx').then((part) => part.TalkSection))

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
        {selected?.state === 'known' && <Sections claim={selected} />}
      </div>
    </section>
  )
}

function Sections({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { mode, article, actor } = useDesk()
  // At hand before the first claim is reworded: also for whoever is offline by then.
  useEffect(() => void loadReworded().catch(() => undefined), [])
  const mayAct = mode !== 'read' && mayDecide(actor) && claim.standing !== 'withdrawn'
  return (
    <>
      <ClaimWords claim={claim} language={article.language} />
      <ClaimHead claim={claim} mayAct={mayAct} />
      <Suspense fallback={null}>
        {claim.view.place === 'reworded' && <Reworded claim={claim} mayAct={mayAct} />}
        {claim.view.reopened !== null && <Reopened claim={claim} mayAct={mayAct} />}
      </Suspense>
      <Note claim={claim} />
      <VerdictSection claim={claim} mayAct={mayAct} />
      {mayAct && <WhySection claim={claim} />}
      <SourcesSection claim={claim} mayAct={mayAct} />
      <Suspense fallback={<Section title={t('talk.heading')}>{null}</Section>}>
        <TalkSection key={`talk ${claim.id}`} claim={claim} />
      </Suspense>
      <SignOffSection claim={claim} mayAct={mayAct} />
      <HistorySection key={`history ${claim.id}`} claim={claim} />
      {mayAct && <Withdrawal key={`withdrawal ${claim.id}`} claim={claim} />}
    </>
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
