/**
 * The second finding on a quote: whether what it says is so, beside the verdict, which says whether it was said. Its digits are those of the
 * verdict, with Shift. Rules QT1–QT3.
 */
import { useEffect, useRef } from 'react'
import { findTruth, truthNeedsWhy, truthNow, truthRatings } from '#domain/truth.ts'
import { personOf, useDesk } from '#web/claims/desk.ts'
import { claimOf, type KnownClaim, seenOf } from '#web/claims/desk-claim.ts'
import { useDraft } from '#web/claims/drafts.ts'
import inspector from '#web/claims/inspector.module.css'
import { giveKeys, keyHint } from '#web/claims/platform.ts'
import { RatingButton } from '#web/claims/rating-button.tsx'
import verdict from '#web/claims/verdict.module.css'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './quotes.module.css'
import '#web/words/quotes.ts'

export function Truth({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { acts, actor, drafts } = useDesk()
  const { truth: draft } = useDraft(drafts, claim.id)
  const { view, stored } = claim
  const found = view.truth
  const rule = findTruth(claimOf(stored), actor, seenOf(stored), { rating: 'confirmed', why: '' })
  const mayFind = mayAct && (rule.ok || rule.refusal === 'verdict-changed')
  const chosen = draft?.rating ?? truthNow(view)?.rating ?? null
  return (
    <div className={css['truth']}>
      <div className={css['head']}>
        <h4>{t('quote.true')}</h4>
        {mayFind && found !== null && (
          <Button look="quiet" size="small" {...keyHint('shift+0')} onPress={() => acts.judgeTruth(null)}>
            {t('quote.clear')}
          </Button>
        )}
      </div>
      {found === null ? !mayFind && <p className={inspector['hint']}>{t('quote.none')}</p> : <Found claim={claim} />}
      {mayFind && (
        <div className={verdict['ratings']} role="group" aria-label={t('quote.choose')}>
          {truthRatings.map((rating) => (
            <RatingButton
              key={rating}
              rating={rating}
              shortcut={`shift+${ratingLook(rating).key}`}
              isChosen={chosen === rating}
              onPress={() => acts.judgeTruth(rating)}
            />
          ))}
        </div>
      )}
      {mayFind && draft !== null && <Why claim={claim} draft={draft} />}
    </div>
  )
}

function Found({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const { truth, words } = claim.view
  if (truth === null) return null
  const look = ratingLook(truth.rating)
  return (
    <div className={verdict['finding']} style={{ borderInlineStartColor: `var(--${look.tone})` }}>
      <p className={verdict['findingHead']}>
        <span style={{ color: `var(--${look.tone})` }} className={verdict['ratingGlyph']}>
          <Icon glyph={look.glyph} />
        </span>
        <strong>{t(`rating.${truth.rating}`)}</strong>
        <span className={inspector['by']}>
          {personOf(newsroom, truth.by).name}, <Moment at={truth.at} zone={newsroom.zone} />
        </span>
      </p>
      {truth.why !== null && truth.why !== '' && (
        <p className={verdict['findingWhy']} dir="auto">
          {truth.why}
        </p>
      )}
      {truth.words !== words && <p className={inspector['by']}>{t('quote.stale')}</p>}
    </div>
  )
}

type WhyProps = { readonly claim: KnownClaim; readonly draft: NonNullable<ReturnType<typeof useDraft>['truth']> }

function Why({ claim, draft: { rating, why } }: WhyProps) {
  const { t } = useWords()
  const { acts, drafts, wish } = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (area.current !== null && wish?.granted('truth')) area.current.focus()
  }, [wish])
  const isMissing = truthNeedsWhy(rating) && why.trim() === ''
  return (
    <>
      <TextArea
        label={t('quote.why')}
        rows={2}
        grows
        dir="auto"
        areaRef={area}
        placeholder={t('quote.whyPlaceholder')}
        value={why}
        onChange={(text) => drafts.change(claim.id, { truth: { rating, why: text } })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            acts.giveTruthDraft()
          } else event.continuePropagation()
        }}
        description={isMissing ? t('why.needed', { rating: t(`rating.${rating}`) }) : undefined}
      />
      <div className={inspector['actions']}>
        <Button look="primary" shortcut={giveKeys} onPress={acts.giveTruthDraft}>
          {t('quote.give', { rating: t(`rating.${rating}`) })}
        </Button>
        <Button look="quiet" onPress={() => drafts.change(claim.id, { truth: null })}>
          {t('app.cancel')}
        </Button>
      </div>
    </>
  )
}
