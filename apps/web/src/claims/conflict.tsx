/**
 * Verdicts given unseen of each other, side by side: what was found, why, by whom, when, and the words that were read. One of them is let
 * stand with one press, as the next verdict by whoever settles it; a new one settles it likewise. Rule VD4.
 */
import { Icon } from '#web/ui/icon.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { Finding } from './finding.tsx'
import inspector from './inspector.module.css'
import css from './verdict.module.css'
import '#web/words/conflict.ts'

export function Conflict({ claim, maySettle }: { claim: KnownClaim; maySettle: boolean }) {
  const { t } = useWords()
  const { newsroom, acts, article } = useDesk()
  const { verdict: newest, rivals } = claim.view
  if (newest === null) return null
  return (
    <>
      <p className={inspector['conflict']}>
        <Icon glyph="differ" />
        <span>
          {t('verdict.conflict')} {maySettle && t('conflict.how')}
        </span>
      </p>
      <ul className={css['rivals']}>
        {[newest, ...rivals].map((verdict) => (
          <li key={verdict.seq} className={css['rival']}>
            <Finding claim={claim} verdict={verdict} />
            {verdict === newest && <p className={inspector['by']}>{t('conflict.newest')}</p>}
            <p className={css['rivalWords']} dir="auto" lang={article.language}>
              <span className={inspector['by']}>{t('conflict.read')}</span> {verdict.words}
            </p>
            {maySettle && (
              <Button
                size="small"
                aria-label={t('conflict.standOf', {
                  rating: t(`rating.${verdict.rating}`),
                  name: personOf(newsroom, verdict.by).name,
                })}
                onPress={() => acts.letStand(verdict)}
              >
                {t('conflict.stand')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
