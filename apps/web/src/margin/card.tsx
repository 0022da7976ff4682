/**
 * One claim in the margin: all that its state asks for, or one line in a crowd. It is drawn anew only when its own claim changes; where it
 * lies is written by the layout.
 */
import { memo } from 'react'
import { flushSync } from 'react-dom'
import { isLeft } from '#domain/claim.ts'
import type { NewsroomView, PersonView } from '#protocol/view.ts'
import type { Acts } from '#web/claims/acts.ts'
import type { DeskClaim } from '#web/claims/desk-claim.ts'
import { stateWord } from '#web/claims/state-word.tsx'
import { OnThis } from '#web/together/on-this.tsx'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook, standingGlyph } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { CardBody } from './card-body.tsx'
import { nameOf, stateOf } from './card-state.ts'
import type { Density } from './density.ts'
import css from './margin.module.css'
import { cardKey, sizeKey } from './margin-layout.ts'

export interface MarginCardProps {
  readonly claim: DeskClaim
  readonly density: Density | 'full'
  readonly assignee: Pick<PersonView, 'name' | 'initials' | 'hue'> | null
  readonly language: string
  readonly newsroom: NewsroomView
  readonly mayAct: boolean
  readonly acts: Acts
  readonly select: (id: string) => void
  readonly hold: (key: string, element: HTMLElement | null) => void
}

export const MarginCard = memo(function MarginCard(props: MarginCardProps) {
  const { claim, density, assignee, language, newsroom, mayAct, acts, select, hold } = props
  const { t } = useWords()
  const { id, standing, rating, queries } = claim
  const isSelected = density === 'full'
  const number = nameOf(claim, t)
  const look = rating === null || (standing !== 'judged' && standing !== 'signed') ? null : ratingLook(rating)
  const isPending = claim.state === 'arriving' || claim.pending !== null
  /** Acts are about the selected claim: so it is that first. */
  const act = (what: () => void) => {
    if (!isSelected) flushSync(() => select(id))
    what()
  }
  return (
    <div
      className={css['card']}
      data-card={id}
      data-size={sizeKey({ id, state: stateOf(claim) }, density)}
      data-density={density}
      data-standing={standing}
      data-left={isLeft(standing)}
      ref={(element) => {
        hold(cardKey(id), element)
        return () => hold(cardKey(id), null)
      }}
      // The whole card is a target; the button in it is the one for keys and ears.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => select(id)}
    >
      <div className={css['head']}>
        <button
          type="button"
          className={css['name']}
          tabIndex={isSelected ? 0 : -1}
          aria-pressed={isSelected}
          aria-label={t('margin.card', { number, kind: t(`kind.${claim.kind}`), state: stateWord(claim, t) })}
        >
          {isPending ? <span className={css['pending']} /> : <Icon glyph={standingGlyph[standing]} />}
          <span className={css['number']}>{number}</span>
        </button>
        {look !== null && (
          <span className={css['tone']} style={{ color: `var(--${look.tone})` }} aria-hidden="true">
            <Icon glyph={look.glyph} />
          </span>
        )}
        <span className={css['what']} aria-hidden="true">
          {look === null ? t(`kind.${claim.kind}`) : stateWord(claim, t)}
          {look === null && standing !== 'open' && <> · {t(`standing.${standing}`)}</>}
        </span>
        {claim.risk === 'high' && isLeft(standing) && density === 'line' && <Icon glyph="risk" size={12} />}
        {queries.length > 0 && density === 'line' && <Icon glyph="more" size={12} />}
        {assignee !== null && <Face person={assignee} size={20} />}
      </div>
      {density !== 'line' && (
        <CardBody
          claim={claim}
          isFull={isSelected}
          language={language}
          newsroom={newsroom}
          mayAct={mayAct}
          onStillHolds={() => act(acts.stillHolds)}
          onCheck={() => act(acts.why)}
        />
      )}
      <OnThis claim={id} />
    </div>
  )
}, isSame)

/** The desk makes its claims anew each time; what stands behind them is the same until the server says otherwise. */
function isSame(before: MarginCardProps, now: MarginCardProps): boolean {
  const { claim, assignee, ...rest } = now
  const others = Object.keys(rest) as (keyof typeof rest)[]
  if (others.some((name) => rest[name] !== before[name])) return false
  if (assignee?.name !== before.assignee?.name || assignee?.hue !== before.assignee?.hue) return false
  if (claim.state === 'known' && before.claim.state === 'known') {
    return claim.stored === before.claim.stored && claim.pending === before.claim.pending
  }
  return claim.state === before.claim.state && claim.words === before.claim.words && claim.kind === before.claim.kind
}
