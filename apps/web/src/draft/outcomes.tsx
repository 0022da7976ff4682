/** What became of the claims nobody has to be asked about: reworded, moved, gone, and carried, which are folded away. */
import type { CarriedClaimView } from '#protocol/draft-view.ts'
import { Difference } from '#web/claims/difference.tsx'
import { useWords } from '#web/words/words.tsx'
import { ClaimName } from './claim-name.tsx'
import css from './draft.module.css'
import { Quotation } from './quotation.tsx'

interface OutcomesProps {
  readonly claims: readonly CarriedClaimView[]
  readonly language: string
}

export function Outcomes({ claims, language }: OutcomesProps) {
  const { t } = useWords()
  const of = (answer: CarriedClaimView['answer']) => claims.filter((claim) => claim.answer === answer)
  const [reworded, moved, gone, carried] = [of('reworded'), of('moved'), of('gone'), of('carried')]
  return (
    <>
      {reworded.length > 0 && (
        <section className={css['section']} aria-labelledby="draft-reworded">
          <h2 id="draft-reworded">{t('draft.reworded')}</h2>
          <p className={css['quiet']}>{t('draft.rewordedHint')}</p>
          <ul className={css['list']}>
            {reworded.map((claim) => (
              <li key={claim.id}>
                <ClaimName claim={claim} lapses />
                <Difference before={claim.old.words} after={claim.new?.words ?? ''} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {moved.length > 0 && (
        <section className={css['section']} aria-labelledby="draft-moved">
          <h2 id="draft-moved">{t('draft.moved')}</h2>
          <p className={css['quiet']}>{t('draft.movedHint')}</p>
          <ul className={css['list']}>
            {moved.map((claim) => (
              <li key={claim.id}>
                <ClaimName claim={claim} lapses={claim.changed} />
                <div className={css['sides']}>
                  <div>
                    <h3>{t('draft.movedFrom')}</h3>
                    <Quotation quoted={claim.old} language={language} against={against(claim.new, 'newer')} />
                  </div>
                  {claim.new !== null && (
                    <div>
                      <h3>{t('draft.movedTo')}</h3>
                      <Quotation quoted={claim.new} language={language} against={against(claim.old, 'older')} />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gone.length > 0 && (
        <section className={css['section']} aria-labelledby="draft-gone">
          <h2 id="draft-gone">{t('draft.gone')}</h2>
          <p className={css['quiet']}>{t('draft.goneHint')}</p>
          <ul className={css['list']}>
            {gone.map((claim) => (
              <li key={claim.id}>
                <ClaimName claim={claim} lapses={false} />
                <Quotation quoted={claim.old} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {carried.length > 0 && (
        <details className={css['carried']}>
          <summary>{t('draft.carried', { count: carried.length })}</summary>
          <ul className={css['list']}>
            {carried.map((claim) => (
              <li key={claim.id}>
                <ClaimName claim={claim} lapses={false} />
                <p className={css['words']} dir="auto" lang={language}>
                  {claim.old.words}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const against = (other: CarriedClaimView['new'], is: 'newer' | 'older') =>
  other === null ? undefined : { words: other.words, is }
