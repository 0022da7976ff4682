/**
 * What is known of one claim, in one scroll: claim, reworded notice, verdict, why, sources, talk, sign-off, history. Everything the keys do
 * has a visible control here, and what is refused says why beside it.
 */
import { Suspense, useEffect } from 'react'
import { mayDecide } from '#domain/actor.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { ElementsSection } from '#web/elements/elements-section.tsx'
import { ClaimHead } from './claim-head.tsx'
import { ClaimWords } from './claim-words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { HistorySection } from './history-section.tsx'
import { Note } from './note.tsx'
import { Section } from './section.tsx'
import { SignOffSection } from './sign-off-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import { VerdictSection } from './verdict-section.tsx'
import { WhySection } from './why-section.tsx'
import { Withdrawal } from './withdrawal.tsx'
import '#web/words/article.ts'
import './finer-acts.ts'
import '#web/words/claim.ts'

const loadReworded = () => import('./reworded.tsx').then((part) => part.Reworded)
const Reworded = onDemand(loadReworded)
const Reopened = onDemand(() => import('./reopened.tsx').then((part) => part.Reopened))
const Repair = onDemand(() => import('#web/repair/repair.tsx').then((part) => part.Repair))
const RepairActs = onDemand(() => import('#web/repair/repair-acts.tsx').then((part) => part.RepairActs))
const TalkSection = onDemand(() => import('#web/talk/talk-section.tsx').then((part) => part.TalkSection))

export function Sections({ claim }: { claim: KnownClaim }) {
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
        <Repair claim={claim} mayAct={mayAct} />
      </Suspense>
      <Note claim={claim} />
      <ElementsSection key={`elements ${claim.id}`} claim={claim} mayAct={mayAct} />
      <VerdictSection claim={claim} mayAct={mayAct} />
      {mayAct && <WhySection claim={claim} />}
      <SourcesSection claim={claim} mayAct={mayAct} />
      <Suspense fallback={<Section title={t('talk.heading')}>{null}</Section>}>
        <TalkSection key={`talk ${claim.id}`} claim={claim} />
      </Suspense>
      <SignOffSection claim={claim} mayAct={mayAct} />
      <HistorySection key={`history ${claim.id}`} claim={claim} />
      <Suspense fallback={null}>{mayAct && <RepairActs key={`repair ${claim.id}`} claim={claim} />}</Suspense>
      {mayAct && <Withdrawal key={`withdrawal ${claim.id}`} claim={claim} />}
    </>
  )
}
