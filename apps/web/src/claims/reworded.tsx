/** The words changed since they were judged, or marked: what went, what came, and the two ways on. */
import { useEffect } from 'react'
import { affirmVerdict } from '#domain/verdict.ts'
import { Button } from '#web/ui/button.tsx'
import { note } from '#web/first-night/memory.ts'
import { isOnlyTypographic } from '#web/fixes/typographic-claims.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import { claimOf, type KnownClaim, seenOf } from './desk-claim.ts'
import { Difference } from './difference.tsx'
import inspector from './inspector.module.css'
import { keyHint } from './platform.ts'
import css from './reworded.module.css'
import '#web/words/article.ts'
import '#web/words/typographic.ts'

export function Reworded({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t, whyNot } = useWords()
  const { actor, acts, article } = useDesk()
  const { view } = claim
  const isShown = view.standing !== 'withdrawn'
  useEffect(() => {
    if (isShown) note(actor.id, 'saw-reworded')
  }, [isShown, actor.id])
  if (!isShown) return null
  const rule = affirmVerdict(claimOf(view), actor, seenOf(view))
  return (
    <section className={css['reworded']} aria-label={t('reworded.heading')}>
      <h3 className={css['rewordedHead']}>
        <Icon glyph="again" />
        {t(view.verdict === null ? 'reworded.headingMarked' : 'reworded.heading')}
      </h3>
      {isOnlyTypographic(claim) && <p className={inspector['hint']}>{t('typo.label')}</p>}
      <Difference before={view.recorded} after={view.words} language={article.language} />
      {mayAct && view.verdict !== null && (
        <div className={inspector['actions']}>
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
            <p className={inspector['whyNot']}>{whyNot(rule.refusal)}</p>
          )}
        </div>
      )}
    </section>
  )
}
