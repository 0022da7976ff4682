/**
 * What was found, by whom and on which words; and the eight findings to choose from. Two that differ stand side by side. Of a quote these
 * say whether it was said; whether it is true stands below.
 */
import { ratings } from '#domain/rating.ts'
import { giveVerdict } from '#domain/verdict.ts'
import { Truth } from '#web/quotes/truth.tsx'
import { Button } from '#web/ui/button.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { Conflict } from './conflict.tsx'
import { useDesk } from './desk.ts'
import { claimOf, type KnownClaim, seenOf } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import { Finding } from './finding.tsx'
import quotes from '#web/quotes/quotes.module.css'
import inspector from './inspector.module.css'
import { keyHint } from './platform.ts'
import { RatingButton } from './rating-button.tsx'
import { Section } from './section.tsx'
import css from './verdict.module.css'

export function VerdictSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t, whyNot } = useWords()
  const { drafts, actor, acts, mode } = useDesk()
  const { rating: chosen } = useDraft(drafts, claim.id)
  const { view, stored } = claim
  const rule = giveVerdict(claimOf(stored), actor, seenOf(stored), { rating: 'confirmed', why: '' })
  const given = view.verdict
  return (
    <Section
      title={t('verdict.heading')}
      extra={
        mayAct && rule.ok && given !== null ? (
          <Button look="quiet" size="small" {...keyHint('0')} onPress={acts.clear}>
            {t('verdict.clear')}
          </Button>
        ) : undefined
      }
    >
      {claim.kind === 'quote' && <h4 className={quotes['said']}>{t('verdict.quoteSaid')}</h4>}
      {given === null ? (
        !mayAct && <p className={inspector['hint']}>{t('verdict.none')}</p>
      ) : view.rivals.length > 0 ? (
        <Conflict claim={claim} maySettle={mayAct && rule.ok} />
      ) : (
        <Finding claim={claim} verdict={given} />
      )}
      {mode !== 'read' && view.standing !== 'withdrawn' && !rule.ok && rule.refusal !== 'detached' && (
        <p className={inspector['whyNot']}>{whyNot(rule.refusal)}</p>
      )}
      {mayAct && rule.ok && (
        <div className={css['ratings']} role="group" aria-label={t('verdict.choose')}>
          {ratings.map((rating) => (
            <RatingButton
              key={rating}
              rating={rating}
              shortcut={ratingLook(rating).key}
              isChosen={chosen === null ? given?.rating === rating : chosen === rating}
              onPress={() => acts.judge(rating)}
            />
          ))}
        </div>
      )}
      {claim.kind === 'quote' && <Truth claim={claim} mayAct={mayAct} />}
    </Section>
  )
}
