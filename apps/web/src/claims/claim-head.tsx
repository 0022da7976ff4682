/** What a claim is: its kind and risk, who marked it, who checks it and by when, and what has become of its words. */
import { useEffect, useRef } from 'react'
import { claimKinds } from '#domain/kind.ts'
import { mayDecide } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { AsserterFact } from '#web/quotes/asserter.tsx'
import { Button } from '#web/ui/button.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './claim-head.module.css'
import { personOf, useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import inspector from './inspector.module.css'
import { keyHint } from './platform.ts'
import { RiskAndDue } from './risk-and-due.tsx'

const nobody = 'nobody'

export function ClaimHead({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { newsroom, actor, acts, wish } = useDesk()
  const assigning = useRef<HTMLElement>(null)
  useEffect(() => {
    if (assigning.current !== null && wish?.granted('assign')) assigning.current.querySelector('button')?.focus()
  }, [wish])
  const { view } = claim
  const assignee = claim.assignee === null ? t('claim.unassigned') : personOf(newsroom, claim.assignee).name
  const checkers = newsroom.people.map((person) => actorOf(newsroom, person)).filter(mayDecide)
  return (
    <div className={css['claimHead']}>
      {view.standing === 'withdrawn' && <p className={inspector['told']}>{t('inspector.withdrawn')}</p>}
      {view.place === 'detached' && view.standing !== 'withdrawn' && (
        <p className={inspector['told']}>{t('inspector.detached')}</p>
      )}
      {view.doubled > 0 && <p className={inspector['told']}>{t('inspector.doubled', { count: view.doubled })}</p>}
      <dl className={css['facts']} data-told={!mayAct}>
        <div>
          <dt>
            <VisuallyHidden>{t('inspector.kind')}</VisuallyHidden>
          </dt>
          <dd>
            {mayAct ? (
              <Select
                label={t('inspector.kind')}
                labelHidden
                look="quiet"
                options={claimKinds.map((kind) => ({ id: kind, text: t(`kind.${kind}`) }))}
                value={claim.kind}
                onChange={acts.changeKind}
              />
            ) : (
              t(`kind.${claim.kind}`)
            )}
          </dd>
        </div>
        <div>
          <dt>{t('inspector.assignee')}</dt>
          <dd ref={assigning}>
            {mayAct ? (
              <>
                <Select
                  label={t('inspector.assignee')}
                  labelHidden
                  look="quiet"
                  options={[
                    { id: nobody, text: t('claim.unassigned') },
                    ...checkers.map(({ id, name }) => ({
                      id,
                      text: id === actor.id ? t('article.you', { name }) : name,
                    })),
                  ]}
                  value={claim.assignee ?? nobody}
                  onChange={(id) => acts.assign(checkers.find((person) => person.id === id) ?? null)}
                />
                {claim.assignee !== actor.id && (
                  <Button look="quiet" size="small" {...keyHint('i')} onPress={() => acts.assign(actor)}>
                    {t('inspector.toMe')}
                  </Button>
                )}
              </>
            ) : (
              assignee
            )}
          </dd>
        </div>
        <AsserterFact claim={claim} mayAct={mayAct} />
        <RiskAndDue claim={claim} mayAct={mayAct} />
      </dl>
      <p className={inspector['by']}>
        {t('inspector.markedBy', { name: personOf(newsroom, view.markedBy).name })},{' '}
        <Moment at={view.markedAt} zone={newsroom.zone} />
      </p>
    </div>
  )
}
