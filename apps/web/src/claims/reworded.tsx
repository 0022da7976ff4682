/** The words changed since they were judged, or marked: what went, what came, and the two ways on. */
import { affirmVerdict } from '#domain/verdict.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { seenOf } from './acts.ts'
import { useDesk } from './desk.ts'
import { claimOf, type KnownClaim } from './desk-claim.ts'
import { Difference } from './difference.tsx'
import css from './inspector.module.css'
import { keyHint } from './platform.ts'
import '#web/words/article.ts'

export function Reworded({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t, whyNot } = useWords()
  const { actor, acts, article } = useDesk()
  const { view } = claim
  if (view.standing === 'withdrawn') return null
  const rule = affirmVerdict(claimOf(view), actor, seenOf(view))
  return (
    <section className={css['reworded']} aria-label={t('reworded.heading')}>
      <h3 className={css['rewordedHead']}>
        <Icon glyph="again" />
        {t(view.verdict === null ? 'reworded.headingMarked' : 'reworded.heading')}
      </h3>
      <Difference before={view.recorded} after={view.words} language={article.language} />
      {mayAct && view.verdict !== null && (
        <div className={css['actions']}>
          {rule.ok ? (
            <>
              <Button {...keyHint('=')} onPress={acts.stillHolds}>
                {t('reworded.stillHolds')}
              </Button>
              <Button {...keyHint('r')} onPress={acts.why}>
                {t('reworded.judgeAgain')}
              </Button>
            </>
          ) : (
            <p className={css['whyNot']}>{whyNot(rule.refusal)}</p>
          )}
        </div>
      )}
    </section>
  )
}
