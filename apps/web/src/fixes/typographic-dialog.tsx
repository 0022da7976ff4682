/** Typographic changes, shown one by one and waved through together: a decision for each claim, on the wording shown here. Rule TY2. */
import { useState } from 'react'
import { mayDecide } from '#domain/actor.ts'
import { useDesk } from '#web/claims/desk.ts'
import { Difference } from '#web/claims/difference.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './fixes.module.css'
import { typographicClaims } from './typographic-claims.ts'
import '#web/words/article.ts'
import '#web/words/typographic.ts'

export function TypographicDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { claims, article, actor, mode, acts, select } = useDesk()
  const [told, setTold] = useState('')
  const shown = typographicClaims(claims)
  const mayHold = mode !== 'read' && mayDecide(actor)
  const hold = async () => {
    const { held, left } = await acts.holdAll(shown)
    if (held > 0) announce(t('typo.held', { count: held }))
    if (left === 0) onClose()
    else setTold(t('typo.left', { count: left }))
  }
  return (
    <Dialog
      title={t('typo.title')}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('app.close')}</Button>
          {mayHold && shown.length > 0 && (
            <Button look="primary" autoFocus onPress={() => void hold()}>
              {t('typo.hold', { count: shown.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={css['list']}>
        <p className={css['quiet']}>{t(shown.length === 0 ? 'typo.none' : 'typo.intro')}</p>
        <ul className={css['fixes']}>
          {shown.map((claim) => {
            const number = t('claim.number', { number: claim.number })
            return (
              <li key={claim.id} className={css['fix']}>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t('fix.goTo', { number })}
                  onPress={() => {
                    onClose()
                    select(claim.id, 'step')
                  }}
                >
                  {number}
                </Button>
                <Difference
                  before={claim.stored.verdict?.words ?? ''}
                  after={claim.stored.words}
                  language={article.language}
                />
              </li>
            )
          })}
        </ul>
        <p role="alert" className={css['whyNot']}>
          {told}
        </p>
      </div>
    </Dialog>
  )
}
