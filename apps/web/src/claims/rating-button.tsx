/** One rating to choose: its key, its glyph in its tone, its word. */
import type { Rating } from '#domain/rating.ts'
import { Icon } from '#web/ui/icon.tsx'
import { ratingLook } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { chosenKey } from './key-choice.ts'
import { nameOfKey } from './platform.ts'
import css from './verdict.module.css'

interface RatingButtonProps {
  readonly rating: Rating
  /** As the table of commands has it. */
  readonly shortcut: string
  readonly isChosen: boolean
  readonly onPress: () => void
}

export function RatingButton({ rating, shortcut, isChosen, onPress }: RatingButtonProps) {
  const { t } = useWords()
  const look = ratingLook(rating)
  const key = chosenKey(shortcut)
  return (
    <button
      type="button"
      className={css['rating']}
      aria-pressed={isChosen}
      aria-keyshortcuts={key?.replace('shift', 'Shift') ?? undefined}
      onClick={onPress}
    >
      <kbd className={css['ratingKey']} aria-hidden="true">
        {key === null ? null : nameOfKey(key)}
      </kbd>
      <span className={css['ratingGlyph']} style={{ color: `var(--${look.tone})` }}>
        <Icon glyph={look.glyph} />
      </span>
      {t(`rating.${rating}`)}
    </button>
  )
}
