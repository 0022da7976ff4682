/** A claim of the draft by number and kind, and what it costs: a verdict on other words has to be given again. */
import type { CarriedClaimView } from '#protocol/draft-view.ts'
import { useWords } from '#web/words/words.tsx'
import css from './draft.module.css'

const isJudged: ReadonlySet<CarriedClaimView['standing']> = new Set(['judged', 'conflict', 'signed'])

export function ClaimName({ claim, lapses }: { claim: CarriedClaimView; lapses: boolean }) {
  const { t } = useWords()
  const { number, kind, standing } = claim
  return (
    <p className={css['name']}>
      <strong>{t('claim.number', { number })}</strong> <span>{t(`kind.${kind}`)}</span>{' '}
      <span className={css['quiet']}>{t(`standing.${standing}`)}</span>
      {lapses && isJudged.has(standing) && (
        <span className={css['lapses']}>{t(standing === 'signed' ? 'draft.signOffAgain' : 'draft.verdictAgain')}</span>
      )}
    </p>
  )
}
