/** Who says what the claim says, among the facts of its head; of a quote, the speaker. Rule AS1. */
import { Suspense, useEffect, useState } from 'react'
import claimHead from '#web/claims/claim-head.module.css'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Button } from '#web/ui/button.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { Voice } from './voice.tsx'
import '#web/words/quotes.ts'

const AsserterDialog = onDemand(() => import('./asserter-dialog.tsx').then((part) => part.AsserterDialog))

export function AsserterFact({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { acts, wish } = useDesk()
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (wish?.granted('asserter')) setAsking(true)
  }, [wish])
  const { asserter, kind } = claim.view
  if (asserter === null && !mayAct) return null
  const voice = asserter === null ? t('quote.nobody') : <Voice asserter={asserter} />
  return (
    <div>
      <dt className={claimHead['named']}>{t(kind === 'quote' ? 'quote.speaker' : 'quote.asserter')}</dt>
      <dd>
        {mayAct ? (
          <Button look="quiet" size="small" onPress={acts.chooseAsserter}>
            {voice}
          </Button>
        ) : (
          voice
        )}
      </dd>
      {isAsking && (
        <Suspense fallback={null}>
          <AsserterDialog claim={claim} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  )
}
