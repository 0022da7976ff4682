/** Finding claims by their words, number or reason. What is looked for is in the address; marks it leaves out fade, as by any filter. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback } from 'react'
import type { ArticleSearch } from '#web/frame/search.ts'
import { useFind } from '#web/frame/use-find.ts'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './claims.module.css'
import { useDesk } from './desk.ts'
import '#web/words/article.ts'

export function ClaimFind() {
  const { t } = useWords()
  const { acts } = useDesk()
  const search = useSearch({ from: '/$newsroom/articles/$article' })
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  const change = useCallback(
    ({ find }: ArticleSearch) =>
      void navigate({
        search: ({ find: _before, ...rest }) => (find === undefined ? rest : { ...rest, find }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const [typed, setTyped] = useFind(search, change)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    acts.step('next')
  }
  return (
    <div className={css['find']} data-find="" onKeyDown={onKeyDown}>
      <TextField
        label={t('claims.find')}
        labelHidden
        type="search"
        placeholder={t('claims.find')}
        value={typed}
        onChange={setTyped}
        dir="auto"
        autoComplete="off"
      />
    </div>
  )
}
