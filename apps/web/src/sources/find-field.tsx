/** Finding sources by title, person or link. */
import type { SourcesSearch } from '#web/frame/search.ts'
import { useFind } from '#web/frame/use-find.ts'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './sources.module.css'

interface FindFieldProps {
  readonly search: SourcesSearch
  readonly onChange: (search: SourcesSearch) => void
}

export function FindField({ search, onChange }: FindFieldProps) {
  const { t } = useWords()
  const [typed, setTyped] = useFind(search, onChange)
  return (
    <div role="search" aria-label={t('library.search')} className={css['find']}>
      <TextField
        label={t('library.find')}
        labelHidden
        type="search"
        placeholder={t('library.find.placeholder')}
        value={typed}
        onChange={setTyped}
        dir="auto"
        autoComplete="off"
      />
    </div>
  )
}
