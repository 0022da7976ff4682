/** What was found, by whom and on which words; and the eight findings to choose from. Two that differ stand side by side. */
import { type Rating, ratings } from '#domain/rating.ts'
import { giveVerdict } from '#domain/verdict.ts'
import type { VerdictView } from '#protocol/view.ts'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { seenOf } from './acts.ts'
import { personOf, useDesk } from './desk.ts'
import { claimOf, type KnownClaim } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import css from './inspector.module.css'
import { Section } from './section.tsx'

export function VerdictSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t, whyNot } = useWords()
  const { drafts, actor, acts, mode } = useDesk()
  const { rating: chosen } = useDraft(drafts, claim.id)
  const { view, stored } = claim
  const rule = giveVerdict(claimOf(stored), actor, seenOf(stored), { rating: 'confirmed', why: '' })
  const given = view.verdict
  return (
    <Section title={t('verdict.heading')}>
      {view.rivals.length > 0 && (
        <p className={css['conflict']}>
          <Icon glyph="differ" />
          {t('verdict.conflict')}
        </p>
      )}
      {given === null ? (
        !mayAct && <p className={css['hint']}>{t('verdict.none')}</p>
      ) : (
        <div className={view.rivals.length > 0 ? css['rivals'] : undefined}>
          {[given, ...view.rivals].map((verdict) => (
            <Finding key={verdict.seq} verdict={verdict} words={view.words} />
          ))}
        </div>
      )}
      {mode !== 'read' && view.standing !== 'withdrawn' && !rule.ok && rule.refusal !== 'detached' && (
        <p className={css['whyNot']}>{whyNot(rule.refusal)}</p>
      )}
      {mayAct && rule.ok && (
        <div className={css['ratings']} role="group" aria-label={t('verdict.choose')}>
          {ratings.map((rating) => (
            <RatingButton
              key={rating}
              rating={rating}
              isChosen={chosen === null ? given?.rating === rating : chosen === rating}
              onPress={() => acts.judge(rating)}
            />
          ))}
        </div>
      )}
    </Section>
  )
}

function RatingButton({ rating, isChosen, onPress }: { rating: Rating; isChosen: boolean; onPress: () => void }) {
  const { t } = useWords()
  const look = ratingLook(rating)
  return (
    <button
      type="button"
      className={css['rating']}
      aria-pressed={isChosen}
      aria-keyshortcuts={look.key}
      onClick={onPress}
    >
      <kbd className={css['ratingKey']} aria-hidden="true">
        {look.key}
      </kbd>
      <span className={css['ratingGlyph']} style={{ color: `var(--${look.tone})` }}>
        <Icon glyph={look.glyph} />
      </span>
      {t(`rating.${rating}`)}
    </button>
  )
}

function Finding({ verdict, words }: { verdict: VerdictView; words: string }) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const look = ratingLook(verdict.rating)
  return (
    <div className={css['finding']} style={{ borderInlineStartColor: `var(--${look.tone})` }}>
      <p className={css['findingHead']}>
        <span style={{ color: `var(--${look.tone})` }} className={css['ratingGlyph']}>
          <Icon glyph={look.glyph} />
        </span>
        <strong>{t(`rating.${verdict.rating}`)}</strong>
        <span className={css['by']}>
          {personOf(newsroom, verdict.by).name}, <Moment at={verdict.at} zone={newsroom.zone} />
        </span>
      </p>
      {verdict.why !== null && verdict.why !== '' && (
        <p className={css['findingWhy']} dir="auto">
          {verdict.why}
        </p>
      )}
      {verdict.heldBy !== null && verdict.heldAt !== null && (
        <p className={css['by']}>
          {t('verdict.heldBy', { name: personOf(newsroom, verdict.heldBy).name })},{' '}
          <Moment at={verdict.heldAt} zone={newsroom.zone} />
        </p>
      )}
      {verdict.words !== words && <p className={css['by']}>{t('verdict.lapsed')}</p>}
    </div>
  )
}
