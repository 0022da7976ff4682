/** Which claim this one is one with: those over the same words first, then the nearest. What follows is said before it is done. */
import { useId, useState } from 'react'
import { merge } from '#domain/repair.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type DeskClaim, type KnownClaim } from '#web/claims/desk-claim.ts'
import { useSending } from '#web/talk/sending.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { nearestFirst } from './nearest.ts'
import css from './repair.module.css'
import '#web/words/article.ts'
import '#web/words/repair.ts'

const isKnown = (claim: DeskClaim): claim is KnownClaim => claim.state === 'known'

export function MergeDialog({ claim, onClose }: { claim: KnownClaim; onClose: () => void }) {
  const { t } = useWords()
  const { newsroom, article, actor, claims, select } = useDesk()
  const { whyNot, refuse, send } = useSending()
  const [chosen, setChosen] = useState<string | null>(null)
  const [form, name] = [useId(), useId()]
  const number = t('claim.number', { number: claim.number })
  const others = nearestFirst(
    claim,
    claims.filter(isKnown).filter((other) => merge(claimOf(claim.stored), actor, claimOf(other.stored)).ok),
  )
  const submit = async () => {
    const into = others.find(({ id }) => id === chosen)
    if (into === undefined) return refuse(t('repair.mergeChoose'))
    const rule = merge(claimOf(claim.stored), actor, claimOf(into.stored))
    if (!(await send(rule, () => api.mergeClaim(newsroom.slug, article.id, claim.id, into.id)))) return
    announce(t('repair.merged', { number, into: t('claim.number', { number: into.number }) }))
    onClose()
    select(into.id, 'step')
  }
  return (
    <Dialog
      title={t('repair.mergeTitle', { number })}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          {others.length > 0 && (
            <Button look="primary" type="submit" form={form}>
              {t('repair.mergeDo')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('repair.mergeHint', { number })}</p>
        {others.length === 0 ? (
          <p className={css['quiet']}>{t('repair.mergeNone')}</p>
        ) : (
          <fieldset className={css['choices']}>
            <legend>{t('repair.mergeList')}</legend>
            {others.map((other, index) => (
              <label key={other.id} className={css['choice']}>
                <input
                  type="radio"
                  name={name}
                  value={other.id}
                  checked={chosen === other.id}
                  autoFocus={index === 0}
                  onChange={() => setChosen(other.id)}
                />
                <span className={css['choiceText']}>
                  <strong>{t('claim.number', { number: other.number })}</strong> {t(`kind.${other.kind}`)} ·{' '}
                  {t(`standing.${other.standing}`)}
                  <span className={css['choiceWords']} dir="auto" lang={article.language}>
                    {other.words}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <p role="alert" className={css['whyNot']}>
          {whyNot}
        </p>
      </form>
    </Dialog>
  )
}
