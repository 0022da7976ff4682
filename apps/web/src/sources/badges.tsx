/** What must not be overlooked about a source, in words: its terms, whether they were approved, whether it still stands. */
import type { SourceView } from '#protocol/view.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './badges.module.css'

interface BadgesProps {
  readonly source: Pick<SourceView, 'terms' | 'attribution' | 'approvedBy' | 'state'>
  /** One more, in words. */
  readonly more?: string | null
}

export function Badges({ source: { terms, attribution, approvedBy, state }, more = null }: BadgesProps) {
  const { t } = useWords()
  if (terms === 'on-record' && state === 'stands' && more === null) return null
  return (
    <ul className={css['badges']}>
      {state !== 'stands' && (
        <li className={css['taken']}>
          <Icon glyph={state === 'withdrawn' ? 'cross' : 'pencil'} size={12} />
          {t(`sourceState.${state}`)}
        </li>
      )}
      {terms !== 'on-record' && (
        <li>
          <Icon glyph="lock" size={12} />
          <span>
            {t(`terms.${terms}`)}
            {terms === 'background' && attribution !== '' && (
              <span className={css['line']}> {t('terms.attributed', { attribution })}</span>
            )}
          </span>
        </li>
      )}
      {terms !== 'on-record' && approvedBy === null && (
        <li>
          <Icon glyph="warning" size={12} />
          {t('terms.unapproved')}
        </li>
      )}
      {more !== null && <li>{more}</li>}
    </ul>
  )
}
