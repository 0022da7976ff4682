/** An editor's word that the verdict may stand; when it may not be given, the reason stands in place of the button. */
import { maySignOff } from '#domain/actor.ts'
import { signOff } from '#domain/sign-off.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import { claimOf, type KnownClaim, seenOf } from './desk-claim.ts'
import css from './inspector.module.css'
import { keyHint } from './platform.ts'
import { Section } from './section.tsx'

export function SignOffSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t, whyNot } = useWords()
  const { actor, acts, newsroom } = useDesk()
  const { view, stored } = claim
  const given = view.signOff
  const rule = signOff(claimOf(stored), actor, seenOf(stored))
  const mayAsk = mayAct && maySignOff(actor) && !given?.counts
  if (given === null && !mayAsk) return null
  return (
    <Section title={t('signOff.heading')}>
      {given !== null && (
        <p className={given.counts ? css['signed'] : css['by']}>
          {given.counts && <Icon glyph="box-full" />}
          <span>
            {t(given.counts ? 'signOff.signed' : 'signOff.lapsed', { name: personOf(newsroom, given.by).name })}{' '}
            <Moment at={given.at} zone={newsroom.zone} />
          </span>
          {mayAct && given.counts && given.by === actor.id && (
            <Button look="quiet" size="small" {...keyHint('shift+v')} onPress={acts.takeBackSignOff}>
              {t('signOff.takeBack')}
            </Button>
          )}
        </p>
      )}
      {mayAsk &&
        (rule.ok ? (
          <Button {...keyHint('v')} glyph="box-full" onPress={acts.signOff}>
            {t('signOff.button')}
          </Button>
        ) : (
          // The head of the claim has said already that its words are gone.
          rule.refusal !== 'detached' && <p className={css['whyNot']}>{whyNot(rule.refusal)}</p>
        ))}
    </Section>
  )
}
