/** A claim's state as glyph and word: the rating's once there is one that counts, else the standing's. */
import { type Glyph, Icon } from '#web/ui/icon.tsx'
import { ratingLook, standingGlyph } from '#web/ui/look.ts'
import type { Words } from '#web/words/words.tsx'
import css from './claims.module.css'
import type { DeskClaim } from './desk-claim.ts'

type Stated = Pick<DeskClaim, 'standing' | 'rating'>

const countsAsRated = ({ standing, rating }: Stated): boolean =>
  rating !== null && (standing === 'judged' || standing === 'signed')

export const stateWord = (claim: Stated, t: Words['t']): string =>
  claim.rating !== null && countsAsRated(claim)
    ? claim.standing === 'signed'
      ? `${t(`rating.${claim.rating}`)}, ${t('standing.signed')}`
      : t(`rating.${claim.rating}`)
    : t(`standing.${claim.standing}`)

/** How far it is (the box) and, when judged, what was found (the rating's glyph in its tone). */
export function StateGlyphs({ claim, pending }: { claim: Stated; pending: boolean }) {
  const look = claim.rating === null || claim.standing === 'withdrawn' ? null : ratingLook(claim.rating)
  const box: Glyph = standingGlyph[claim.standing]
  return (
    <span className={css['glyphs']} aria-hidden="true">
      {pending ? <span className={css['dot']} /> : <Icon glyph={box} />}
      {look ? (
        <span className={css['tone']} style={{ color: `var(--${look.tone})` }}>
          <Icon glyph={look.glyph} />
        </span>
      ) : (
        <span className={css['tone']} />
      )}
    </span>
  )
}
