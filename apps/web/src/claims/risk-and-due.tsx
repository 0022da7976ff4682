/** How much harm an error in the claim could do, and when it has to be done: shown to everybody, changed by those who decide. */
import { Suspense, useEffect, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment, TimeLeft } from '#web/ui/moment.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { ToggleButton } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './claim-head.module.css'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { keyHint } from './platform.ts'

const DueDialog = onDemand(() => import('./due-dialog.tsx').then((part) => part.DueDialog))

export function RiskAndDue({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { newsroom, acts, wish } = useDesk()
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (wish?.granted('due')) setAsking(true)
  }, [wish])
  const { dueAt } = claim.view
  const due = dueAt !== null && (
    <>
      <Moment at={dueAt} zone={newsroom.zone} /> <TimeLeft dueAt={dueAt} />
    </>
  )
  return (
    <>
      {(mayAct || claim.risk === 'high') && (
        <div>
          <dt>
            <VisuallyHidden>{t('risk.label')}</VisuallyHidden>
          </dt>
          <dd className={css['riskFact']}>
            {mayAct ? (
              <ToggleButton glyph="risk" isSelected={claim.risk === 'high'} onChange={acts.toggleRisk}>
                {t('risk.high')}
              </ToggleButton>
            ) : (
              <>
                <Icon glyph="risk" /> {t('risk.high')}
              </>
            )}
          </dd>
        </div>
      )}
      {(mayAct || due) && (
        <div>
          <dt className={css['named']}>{t('due.label')}</dt>
          <dd>
            {mayAct ? (
              <Button look="quiet" size="small" {...keyHint('d')} onPress={acts.due}>
                {due || t('due.none')}
              </Button>
            ) : (
              due
            )}
          </dd>
        </div>
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <DueDialog claim={claim} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
