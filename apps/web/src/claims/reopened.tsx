/** A source that the verdict rests on was taken back: which, and the two ways on. With new words the notice about them has the buttons. */
import { affirmVerdict } from '#domain/verdict.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { seenOf } from './acts.ts'
import { useDesk } from './desk.ts'
import { claimOf, type KnownClaim } from './desk-claim.ts'
import css from './inspector.module.css'
import { keyHint } from './platform.ts'
import '#web/words/article.ts'

export function Reopened({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { actor, acts } = useDesk()
  const { view } = claim
  const { reopened } = view
  if (reopened === null || view.standing === 'withdrawn') return null
  const source = view.evidence.find((one) => one.source.id === reopened.sourceId)?.source
  const mayAffirm = mayAct && view.place === 'placed' && affirmVerdict(claimOf(view), actor, seenOf(view)).ok
  return (
    <section className={css['reworded']} aria-label={t('reopened.heading')}>
      <h3 className={css['rewordedHead']}>
        <Icon glyph="warning" />
        {t('reopened.heading')}
      </h3>
      <p>{source === undefined ? t('reopened.unknown') : t(`reopened.${reopened.because}`, { title: source.title })}</p>
      {mayAffirm && (
        <div className={css['actions']}>
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
