/** Title, person or link. What is typed is in the address after a short pause; the address wins when it changes by itself. */
import { useEffect, useState } from 'react'
import type { SourcesSearch } from '#web/frame/search.ts'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './sources.module.css'

const pauseMs = 150

interface FindFieldProps {
  readonly search: SourcesSearch
  readonly onChange: (search: SourcesSearch) => void
}

export function FindField({ search, onChange }: FindFieldProps) {
  const { t } = useWords()
  const inAddress = search.find ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [told, setTold] = useState(inAddress)
  if (told !== inAddress) {
    setTold(inAddress)
    if (typed.trim() !== inAddress) setTyped(inAddress)
  }
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const timer = setTimeout(() => {
      const { find: _, ...others } = search
      onChange(typed.trim() === '' ? others : { ...others, find: typed.trim() })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, inAddress, search, onChange])
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
