/** Who, what kind of event, which claim. */
import type { ClaimView, PersonView } from '#protocol/view.ts'
import { historyKinds, type HistorySearch } from '#web/frame/search.ts'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './history.module.css'

export interface HistoryFiltersProps {
  readonly people: readonly PersonView[]
  readonly claims: readonly ClaimView[]
  readonly search: HistorySearch
  readonly onChange: (search: HistorySearch) => void
}

export function HistoryFilters({ people, claims, search, onChange }: HistoryFiltersProps) {
  const { t } = useWords()
  const set = (key: keyof HistorySearch, value: string) => {
    const { [key]: _, ...others } = search
    onChange(value === 'all' ? others : { ...others, [key]: value })
  }
  return (
    <div role="search" aria-label={t('past.filters')} className={css['filters']}>
      <Select
        label={t('past.person')}
        value={search.person ?? 'all'}
        onChange={(person) => set('person', person)}
        options={[{ id: 'all', text: t('past.person.all') }, ...people.map(({ id, name }) => ({ id, text: name }))]}
      />
      <Select
        label={t('past.kind')}
        value={search.kind ?? 'all'}
        onChange={(kind) => set('kind', kind)}
        options={[
          { id: 'all' as const, text: t('past.kind.all') },
          ...historyKinds.map((kind) => ({ id: kind, text: t(`past.kind.${kind}`) })),
        ]}
      />
      <Select
        label={t('past.claim')}
        value={search.claim ?? 'all'}
        onChange={(claim) => set('claim', claim)}
        options={[
          { id: 'all', text: t('past.claim.all') },
          ...claims.map(({ number, words }) => ({ id: `C${number}`, text: `C${number} ${words.slice(0, 60)}` })),
        ]}
      />
    </div>
  )
}
