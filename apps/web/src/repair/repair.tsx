/**
 * What may be wrong with where a claim stands, and what its dates mean: its lost words and where to put it, the claim it was merged
 * into, the days it tells by the publication date. Loaded when a claim needs it.
 */
import { Button } from '#web/ui/button.tsx'
import { Section } from '#web/claims/section.tsx'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { useWords } from '#web/words/words.tsx'
import { Dates } from './dates.tsx'
import { Relink } from './relink.tsx'
import css from './repair.module.css'
import '#web/words/repair.ts'
import '#web/words/article.ts'

export function Repair({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { claims, select } = useDesk()
  const { mergedInto, place, standing, dates } = claim.view
  const into = claims.find(({ id }) => id === mergedInto)
  const number = into?.number ?? null
  return (
    <>
      {into !== undefined && number !== null && (
        <div className={css['merged']}>
          <p>{t('repair.mergedInto', { into: t('claim.number', { number }) })}</p>
          <Button size="small" onPress={() => select(into.id, 'step')}>
            {t('repair.goTo', { into: t('claim.number', { number }) })}
          </Button>
        </div>
      )}
      {place === 'detached' && standing !== 'withdrawn' && <Relink key={claim.id} claim={claim} mayAct={mayAct} />}
      {dates.length > 0 && (
        <Section title={t('dates.heading')}>
          <Dates dates={dates} />
        </Section>
      )}
    </>
  )
}
