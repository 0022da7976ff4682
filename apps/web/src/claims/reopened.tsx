/** What the verdict rests on was taken back, or its date means another day: what happened, and the two ways on. With new words the notice about them has the buttons. */
import { affirmVerdict } from '#domain/verdict.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import { claimOf, type KnownClaim, seenOf } from './desk-claim.ts'
import inspector from './inspector.module.css'
import { keyHint } from './platform.ts'
import css from './reworded.module.css'
import '#web/words/article.ts'
import '#web/words/claim.ts'

export function Reopened({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { actor, acts } = useDesk()
  const { view } = claim
  const { reopened } = view
  if (reopened === null || view.standing === 'withdrawn') return null
  const source = view.evidence.find((one) => one.source.id === reopened.sourceId)?.source
  const mayAffirm = mayAct && view.place === 'placed' && affirmVerdict(claimOf(view), actor, seenOf(view)).ok
  const isOfDate = reopened.because === 'publication-date-changed'
  const heading = t(isOfDate ? 'reopened.dateHeading' : 'reopened.heading')
  const reason =
    reopened.because === 'publication-date-changed'
      ? t('reopened.publication-date-changed')
      : source === undefined
        ? t('reopened.unknown')
        : t(`reopened.${reopened.because}`, { title: source.title })
  return (
    <section className={css['reworded']} aria-label={heading}>
      <h3 className={css['rewordedHead']}>
        <Icon glyph="warning" />
        {heading}
      </h3>
      <p>{reason}</p>
      {mayAffirm && (
        <div className={inspector['actions']}>
          <Button {...keyHint('=')} onPress={acts.stillHolds}>
            {t('reworded.stillHolds')}
          </Button>
          <Button {...keyHint('r')} onPress={acts.why}>
            {t('reworded.judgeAgain')}
          </Button>
        </div>
      )}
    </section>
  )
}
