/** Stage, due, desk and title. What is typed is in the address after a short pause, so that each letter is not a page of its own. */
import { stages } from '#domain/desk.ts'
import { type DeskSearch, dueFilters } from '#web/frame/search.ts'
import { useFind } from '#web/frame/use-find.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './desk.module.css'

export interface DeskFiltersProps {
  /** Those to choose from; with none there is nothing to choose. */
  readonly desks: readonly string[]
  readonly search: DeskSearch
  readonly onChange: (search: DeskSearch) => void
}

export function DeskFilters({ desks, search, onChange }: DeskFiltersProps) {
  const { t } = useWords()
  const [find, setFind] = useFind(search, onChange)
  const set = (change: { [K in keyof DeskSearch]: DeskSearch[K] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined)))
  return (
    <div role="search" aria-label={t('desk.filters')} className={css['filters']}>
      <Select
        label={t('desk.stage')}
        labelHidden
        value={search.stage ?? 'all'}
        onChange={(stage) => set({ stage: stage === 'all' ? undefined : stage })}
        options={[
          { id: 'all' as const, text: t('desk.stage.all') },
          ...stages.map((stage) => ({ id: stage, text: t(`stage.${stage}`) })),
        ]}
      />
      <Select
        label={t('desk.due')}
        labelHidden
        value={search.due ?? 'all'}
        onChange={(due) => set({ due: due === 'all' ? undefined : due })}
        options={[
          { id: 'all' as const, text: t('desk.due.all') },
          ...dueFilters.map((due) => ({ id: due, text: t(`desk.due.${due}`) })),
        ]}
      />
      {desks.length > 0 && (
        <Select
          label={t('desk.desk')}
          labelHidden
          value={search.desk ?? ''}
          onChange={(desk) => set({ desk: desk === '' ? undefined : desk })}
          options={[{ id: '', text: t('desk.desk.all') }, ...desks.map((desk) => ({ id: desk, text: desk }))]}
        />
      )}
      <TextField
        label={t('desk.find')}
        labelHidden
        type="search"
        placeholder={t('desk.find.placeholder')}
        value={find}
        onChange={setFind}
        dir="auto"
        autoComplete="off"
      />
    </div>
  )
}
