/** The figure in words, as a door: how many sentences are untouched, and the list of them. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useStore } from '#web/live/sync-store.ts'
import { useWords } from '#web/words/words.tsx'
import css from './coverage.module.css'
import type { CoverageHub } from './coverage-hub.ts'
import '#web/words/coverage.ts'

export function CoverageDoor({ hub }: { hub: CoverageHub }) {
  const { t } = useWords()
  const { sentences } = useSearch({ from: '/$newsroom/articles/$article' })
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  const here = useStore(hub.here)
  if (here === null) return null
  const open = () =>
    void navigate({
      search: ({ sentences: before, ...rest }) =>
        before === undefined ? { ...rest, sentences: 'untouched' as const } : rest,
      replace: true,
      resetScroll: false,
    })
  return (
    <button type="button" className={css['door']} aria-pressed={sentences !== undefined} onClick={open}>
      {t('coverage.door', { count: here.now.counts.untouched })}
    </button>
  )
}
