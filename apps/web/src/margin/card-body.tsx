/** Below a card's first line: its words, or what was found; how the wording changed; both verdicts of a conflict; risk and who is asked. */
import type { SyntheticEvent } from 'react'
import { isLeft } from '#domain/claim.ts'
import type { NewsroomView, VerdictView } from '#protocol/view.ts'
import { personOf } from '#web/claims/desk.ts'
import type { DeskClaim } from '#web/claims/desk-claim.ts'
import { Difference } from '#web/claims/difference.tsx'
import { Button } from '#web/ui/button.tsx'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { shortTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import css from './margin.module.css'
import '#web/words/claim.ts'

interface CardBodyProps {
  readonly claim: DeskClaim
  readonly isFull: boolean
  readonly language: string
  readonly newsroom: NewsroomView
  readonly mayAct: boolean
  readonly onStillHolds: () => void
  readonly onCheck: () => void
}

export function CardBody({ claim, isFull, language, newsroom, mayAct, onStillHolds, onCheck }: CardBodyProps) {
  const { t } = useWords()
  const { standing, words } = claim
  const view = claim.state === 'known' ? claim.view : null
  const why = standing === 'judged' || standing === 'signed' ? (view?.verdict?.why ?? null) : null
  if (standing === 'signed' && !isFull) return null
  const notes = <Notes claim={claim} newsroom={newsroom} />
  if (view !== null && standing === 'reworded') {
    return (
      <>
        <div className={css['difference']}>
          <Difference before={view.recorded} after={view.words} language={language} />
        </div>
        {notes}
        {mayAct && view.verdict !== null && (
          // A press is the button's own, not the card's.
          <div className={css['acts']} onClick={(event: SyntheticEvent) => event.stopPropagation()}>
            <Button size="small" excludeFromTabOrder={!isFull} preventFocusOnPress onPress={onStillHolds}>
              {t('reworded.stillHolds')}
            </Button>
            <Button size="small" excludeFromTabOrder={!isFull} preventFocusOnPress onPress={onCheck}>
              {t('margin.check')}
            </Button>
          </div>
        )}
      </>
    )
  }
  if (view?.verdict && standing === 'conflict') {
    return (
      <>
        {[view.verdict, ...view.rivals].map((verdict) => (
          <Finding key={verdict.seq} verdict={verdict} newsroom={newsroom} />
        ))}
        {notes}
      </>
    )
  }
  return (
    <>
      {(why === null || isFull) && (
        <p className={css['words']} dir="auto" lang={language}>
          {words}
        </p>
      )}
      {why !== null && (
        <p className={css['why']} dir="auto">
          {why}
        </p>
      )}
      {notes}
    </>
  )
}

function Finding({ verdict, newsroom }: { verdict: VerdictView; newsroom: NewsroomView }) {
  const { t } = useWords()
  const look = ratingLook(verdict.rating)
  return (
    <p className={css['finding']}>
      <Face person={personOf(newsroom, verdict.by)} size={20} />
      <span className={css['tone']} style={{ color: `var(--${look.tone})` }}>
        <Icon glyph={look.glyph} />
      </span>
      {t(`rating.${verdict.rating}`)}
    </p>
  )
}

function Notes({ claim, newsroom }: { claim: DeskClaim; newsroom: NewsroomView }) {
  const { t, locale } = useWords()
  const { risk, queries, standing } = claim
  const isRisky = risk === 'high' && isLeft(standing)
  const isReopened = claim.state === 'known' && claim.view.reopened !== null
  const query = queries[0]
  if (!isRisky && !isReopened && query === undefined) return null
  const at = query === undefined ? '' : shortTime(query.at, Date.now(), newsroom.zone, locale)
  const name = query === undefined ? '' : personOf(newsroom, query.to).name
  return (
    <ul className={css['notes']}>
      {isReopened && (
        <li>
          <Icon glyph="again" size={12} /> {t('margin.reopened')}
        </li>
      )}
      {isRisky && (
        <li>
          <Icon glyph="risk" size={12} /> {t('risk.high')}
        </li>
      )}
      {query !== undefined && (
        <li>
          <Icon glyph="more" size={12} />{' '}
          {t(query.state === 'asked' ? 'margin.asked' : 'margin.answered', { name, at })}
          {queries.length > 1 && <> {t('margin.moreQueries', { count: queries.length - 1 })}</>}
        </li>
      )}
    </ul>
  )
}
