/** A quiet line while the view goes where somebody else is; any key, click or scroll of one's own ends it. Rule PR3. */
import { useWords } from '#web/words/words.tsx'
import '#web/words/together.ts'
import type { Following } from './use-follow.ts'
import css from './together.module.css'

export function FollowBar({ following: { person, stop } }: { following: Following }) {
  const { t } = useWords()
  return (
    <div role="status" className={css['followRegion']}>
      {person !== null && (
        <p className={css['follow']} data-hue={person.hue} data-follow="">
          {t('together.following', { name: person.name })}
          <button type="button" className={css['stop']} onClick={stop} aria-label={t('together.stop')}>
            Esc
          </button>
        </p>
      )}
    </div>
  )
}
