/** What has to be so, line by line: passes, fails, excepted or about nothing here; each failing line names its claims. */
import { Link } from '@tanstack/react-router'
import type { GateClaimView } from '#protocol/review-view.ts'
import { stateWord } from '#web/claims/state-word.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { gateListId, type Line, outcomeGlyph } from './lines.ts'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function GateLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useWords()
  return (
    <section className={css['gate']} aria-labelledby="review-gate-heading">
      <h2 id="review-gate-heading" className={css['h2']}>
        {t('review.gate')}
      </h2>
      <ul id={gateListId} className={css['lines']}>
        {lines.map((line) => (
          <GateLine key={line.rule} line={line} />
        ))}
      </ul>
    </section>
  )
}

function GateLine({ line }: { line: Line }) {
  const { t } = useWords()
  const rule = t(`review.rule.${line.rule}`)
  return (
    <li className={css['line']} data-outcome={line.outcome} data-rule={line.rule}>
      <span className={css['mark']}>
        <Icon glyph={outcomeGlyph[line.outcome]} />
      </span>
      <div className={css['lineBody']}>
        <p className={css['rule']}>
          <VisuallyHidden>{t(`review.outcome.${line.outcome}`)}: </VisuallyHidden>
          {rule}
        </p>
        {line.failing.length > 0 && <Claims claims={line.failing} label={t('review.failing', { rule })} />}
        {line.excepted.length > 0 && (
          <>
            <p className={css['hint']}>{t('review.isExcepted')}</p>
            <Claims claims={line.excepted} label={t('review.excepted', { rule })} />
          </>
        )}
        {line.rule === 'approved' && line.outcome === 'fails' && <Touched />}
      </div>
    </li>
  )
}

function Claims({ claims, label }: { claims: readonly GateClaimView[]; label: string }) {
  const { t } = useWords()
  const { article } = useReviewed()
  return (
    <ul className={css['claims']} aria-label={label}>
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimLink number={claim.number}>
            <span className={css['number']}>{t('claim.number', { number: claim.number })}</span>
            <bdi className={css['words']} lang={article.language}>
              {claim.words}
            </bdi>
            <span className={css['state']}>
              {claim.openQueries > 0 && `${t('review.queries', { count: claim.openQueries })} · `}
              {stateWord(claim, t)}
            </span>
          </ClaimLink>
        </li>
      ))}
    </ul>
  )
}

/** Of an approval that does not count any more: what was touched since, and nothing else, is to be looked at again. */
function Touched() {
  const { t } = useWords()
  const { article, review } = useReviewed()
  const { approval } = review
  if (approval === null) return null
  return (
    <>
      {approval.textChanged && <p className={css['hint']}>{t('review.textTouched')}</p>}
      {approval.touched.length > 0 && (
        <ul className={css['claims']} aria-label={t('review.touched')}>
          {approval.touched.map(({ id, number, words }) => (
            <li key={id}>
              <ClaimLink number={number}>
                <span className={css['number']}>{t('claim.number', { number })}</span>
                <bdi className={css['words']} lang={article.language}>
                  {words}
                </bdi>
                <span className={css['state']}>{t('review.touched')}</span>
              </ClaimLink>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Shows the claim at the side; the address names it. */
function ClaimLink({ number, children }: { number: number; children: React.ReactNode }) {
  const { newsroom, article } = useReviewed()
  const claim = `C${number}`
  return (
    <Link
      to="/$newsroom/articles/$article/review"
      params={{ newsroom: newsroom.slug, article: article.id }}
      search={{ claim }}
      replace
      resetScroll={false}
      className={css['claimLink']}
    >
      {children}
    </Link>
  )
}
