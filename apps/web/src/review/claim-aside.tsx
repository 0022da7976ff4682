/** The claim chosen from the list: its words, verdict and sources, the way to it on the desk, and exceptions an editor may accept for it. */
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { maySignOff } from '#domain/actor.ts'
import { acceptException, type GateRule } from '#domain/gate.ts'
import { signOff } from '#domain/sign-off.ts'
import type { ClaimView, VerdictView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { claimOf } from '#web/claims/desk-claim.ts'
import { personOf } from '#web/claims/desk.ts'
import { useClaims } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { Voice } from '#web/quotes/voice.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { gateListId, type Line } from './lines.ts'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'
import { useStep } from './use-step.ts'
import '#web/words/article.ts'
import '#web/words/quotes.ts'
import '#web/words/review.ts'
import '#web/words/claim.ts'

export function ClaimAside({ lines }: { lines: readonly Line[] }) {
  const { t } = useWords()
  const { newsroom, article, selected } = useReviewed()
  const claims = useClaims(newsroom.slug, article.id).data?.claims ?? []
  const claim = claims.find(({ id, number }) => `C${number}` === selected || id === selected) ?? null
  return (
    <section className={css['aside']} aria-label={t('review.claim')}>
      {selected === null ? (
        <p className={css['hint']}>{t('review.claimNone')}</p>
      ) : claim === null ? (
        <p className={css['hint']}>{t('review.claimGone', { claim: selected })}</p>
      ) : (
        <OneClaim key={claim.id} claim={claim} lines={lines} />
      )}
    </section>
  )
}

function OneClaim({ claim, lines }: { claim: ClaimView; lines: readonly Line[] }) {
  const { t } = useWords()
  const { newsroom, article, actor } = useReviewed()
  const heading = useFocusWhenChosen()
  const failing = lines.flatMap(({ rule, failing }) =>
    rule !== 'asked' && rule !== 'approved' && failing.some(({ id }) => id === claim.id) ? [rule] : [],
  )
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={css['h2']}>
        {t('claim.number', { number: claim.number })} · {t(`kind.${claim.kind}`)}
        {claim.risk === 'high' && ` · ${t('review.highRisk')}`}
      </h2>
      <blockquote className={css['quote']} dir="auto" lang={article.language}>
        {claim.words}
      </blockquote>
      {claim.asserter !== null && (
        <p className={css['hint']}>
          {t(claim.kind === 'quote' ? 'quote.speaker' : 'quote.asserter')}: <Voice asserter={claim.asserter} />
        </p>
      )}
      {claim.kind === 'quote' && <h3 className={css['h3']}>{t('verdict.quoteSaid')}</h3>}
      {claim.verdict === null ? <p>{t('review.noVerdict')}</p> : <Verdict verdict={claim.verdict} />}
      {claim.rivals.map((rival) => (
        <Verdict key={rival.seq} verdict={rival} />
      ))}
      {claim.kind === 'quote' && <Truth claim={claim} />}
      {claim.reopened !== null && <p>{t('review.reopened')}</p>}
      {claim.signOff !== null && (
        <p>
          {t(claim.signOff.counts ? 'review.signedBy' : 'review.signedLapsed', {
            name: personOf(newsroom, claim.signOff.by).name,
          })}
        </p>
      )}
      {maySignOff(actor) && <SignOff claim={claim} />}
      {claim.queries.length > 0 && <p>{t('review.queries', { count: claim.queries.length })}</p>}
      <Sources claim={claim} />
      <p className={css['asideActs']}>
        <Link
          to="/$newsroom/articles/$article"
          params={{ newsroom: newsroom.slug, article: article.id }}
          search={{ claim: `C${claim.number}` }}
        >
          {t('review.openOnDesk')}
        </Link>
        <span className={css['backToList']}>
          <Button size="small" look="quiet" glyph="chevron-up" onPress={toChosen}>
            {t('review.backToList')}
          </Button>
        </span>
      </p>
      {maySignOff(actor) && <Exceptable claim={claim} rules={failing} />}
    </>
  )
}

/** SO1. What an editor cannot sign is said when the claim asks for it; one signed already has its line above. */
function SignOff({ claim }: { claim: ClaimView }) {
  const { t, whyNot } = useWords()
  const { newsroom, article, actor } = useReviewed()
  const { take, refused } = useStep()
  const seen = { words: claim.words, verdict: claim.verdict?.seq ?? null, truth: claim.truth?.seq ?? null }
  const rule = signOff(claimOf(claim), actor, seen)
  if (!rule.ok) {
    const isAsked = claim.risk === 'high' && claim.verdict !== null && rule.refusal !== 'already-signed-off'
    return isAsked && <p className={css['hint']}>{whyNot(rule.refusal)}</p>
  }
  const sign = () =>
    api.signOff(newsroom.slug, article.id, claim.id, {
      wordsSeen: seen.words,
      verdictSeen: seen.verdict,
      truthSeen: seen.truth,
    })
  return (
    <p className={css['asideActs']}>
      <Button
        glyph="box-full"
        onPress={() => void take(sign, t('signOff.said', { number: t('claim.number', { number: claim.number }) }))}
      >
        {t('signOff.button')}
      </Button>
      {refused !== null && (
        <span role="alert" className={css['whyNot']}>
          {refused}
        </span>
      )}
    </p>
  )
}

/** One button a rule that the claim stands in the way of. */
function Exceptable({ claim, rules }: { claim: ClaimView; rules: readonly GateRule[] }) {
  const { t } = useWords()
  if (rules.length === 0) return null
  return (
    <ul className={css['exceptable']}>
      {rules.map((rule) => (
        <li key={rule}>
          <span>{t(`review.rule.${rule}`)}</span>
          <Exception claim={claim} rule={rule} />
        </li>
      ))}
    </ul>
  )
}

/** GT6. The rule is asked before the click; what it refuses whatever the reason is said instead of offered. */
function Exception({ claim, rule }: { claim: ClaimView; rule: GateRule }) {
  const { whyNot } = useWords()
  const { actor } = useReviewed()
  const one = {
    claim: claimOf(claim),
    risk: claim.risk,
    openQueries: claim.queries.length,
    stirredAt: 0,
    exceptions: [],
  }
  const seen = { words: claim.words, verdict: claim.verdict?.seq ?? null }
  const accepted = acceptException(one, actor, rule, seen, 'any reason')
  if (accepted.ok) return <ExceptionDialog claim={claim} rule={rule} />
  return <span className={css['hint']}>{whyNot(accepted.refusal)}</span>
}

/** QT1. Whether the quote is true, below whether it was said. */
function Truth({ claim }: { claim: ClaimView }) {
  const { t } = useWords()
  const { truth, words } = claim
  return (
    <>
      <h3 className={css['h3']}>{t('quote.true')}</h3>
      {truth === null ? (
        <p className={css['hint']}>{t('quote.none')}</p>
      ) : (
        <Verdict verdict={{ ...truth, proposed: null, heldBy: null, heldAt: null }} />
      )}
      {truth !== null && truth.words !== words && <p className={css['hint']}>{t('quote.stale')}</p>}
    </>
  )
}

function Verdict({ verdict }: { verdict: VerdictView }) {
  const { t } = useWords()
  const { newsroom } = useReviewed()
  const { glyph, tone } = ratingLook(verdict.rating)
  return (
    <div className={css['verdict']}>
      <p>
        <span style={{ color: `var(--${tone})` }}>
          <Icon glyph={glyph} />
        </span>{' '}
        <strong>{t(`rating.${verdict.rating}`)}</strong> · {personOf(newsroom, verdict.by).name},{' '}
        <Moment at={verdict.at} zone={newsroom.zone} />
      </p>
      {verdict.why !== null && (
        <p className={css['why']} dir="auto">
          {verdict.why}
        </p>
      )}
      {verdict.proposed !== null && verdict.proposed !== verdict.words && (
        <p className={css['why']} dir="auto">
          {t('review.proposed')} {verdict.proposed}
        </p>
      )}
      {verdict.heldBy !== null && (
        <p className={css['hint']}>{t('verdict.heldBy', { name: personOf(newsroom, verdict.heldBy).name })}</p>
      )}
    </div>
  )
}

function Sources({ claim }: { claim: ClaimView }) {
  const { t } = useWords()
  if (claim.evidence.length === 0) return <p className={css['hint']}>{t('review.noSources')}</p>
  return (
    <>
      <h3 className={css['h3']}>{t('review.moreSources')}</h3>
      <ul className={css['sources']}>
        {claim.evidence.map(({ id, source, stance, locator }) => (
          <li key={id}>
            <span className={css['hint']}>{t(`stance.${stance}`)}</span> <bdi>{source.title}</bdi>
            {[source.publisher, locator]
              .filter((part) => part !== '')
              .map((part) => (
                <span key={part} className={css['hint']}>
                  {' · '}
                  <bdi>{part}</bdi>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** On a phone the list lies far above. */
const toChosen = (): void => {
  const chosen = document.querySelector<HTMLElement>(`#${gateListId} [aria-current]`)
  chosen?.focus()
  chosen?.scrollIntoView({ block: 'center' })
}

/** What was chosen on this page gets the focus; what an address named leaves it where it is. */
function useFocusWhenChosen() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement?.closest('[data-rule]') === null) return
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return heading
}
