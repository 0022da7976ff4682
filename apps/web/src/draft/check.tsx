/** A draft that was read, before it is compared: as it will be, with what was changed or could not be brought, and its title. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { ImportNote } from '#document/draft.ts'
import type { SteadyArticle } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { type Checking, type Import, nothingPasted, type Source, takenAsDraft } from '#web/import/handover.ts'
import importCss from '#web/import/import.module.css'
import { Notes } from '#web/import/notes.tsx'
import { Sheet } from '#web/import/sheet.tsx'
import { startKey, useStartKey } from '#web/import/start-key.ts'
import { withTitle } from '#web/import/title-block.ts'
import { Tracked } from '#web/import/tracked.tsx'
import { keys } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './draft.module.css'

interface CheckProps {
  readonly newsroom: string
  readonly article: SteadyArticle
  readonly state: Checking
  readonly onChange: (state: Import) => void
  readonly onTake: (source: Source) => void
  readonly isReading: boolean
}

export function Check({ newsroom, article, state, onChange, onTake, isReading }: CheckProps) {
  const { t, whyNot } = useWords()
  const { details, notes, original } = state
  const isUntitled = notes.some(({ code }) => code === 'title-missing')
  // What import makes up for a text without a title is not what the article is called.
  const title = isUntitled && details.title === state.draft.title ? article.title : details.title
  const draft = useMemo(() => withTitle(state.draft, title), [state.draft, title])
  const [wrong, setWrong] = useState<{ title?: string; form?: string }>({})
  const [comparing, setComparing] = useState(false)
  const begun = useRef(false)
  const queries = useQueryClient()
  const navigate = useNavigate()

  const compare = async () => {
    if (begun.current || isReading) return
    if (title.trim() === '') return setWrong({ title: t('import.titleNeeded') })
    setWrong({})
    begun.current = true
    setComparing(true)
    const reply = await api.compareDraft(newsroom, article.id, { document: draft.document, original })
    if (!reply.ok) {
      begun.current = false
      setComparing(false)
      return setWrong({ form: whyNot(reply) })
    }
    queries.setQueryData(keys.draft(newsroom, article.id, reply.value.id), reply.value)
    void queries.invalidateQueries({ queryKey: keys.drafts(newsroom, article.id) })
    takenAsDraft(newsroom, state)
    const params = { newsroom, article: article.id }
    await navigate({ to: '/$newsroom/articles/$article/new-draft', params, search: { draft: reply.value.id } })
    onChange(nothingPasted)
  }
  useStartKey(() => void compare())

  return (
    <div className={importCss['check']}>
      <Sheet
        state={{ ...state, details: { ...details, language: article.language, direction: article.direction } }}
        document={draft.document}
        onTake={onTake}
        onAgain={() => onChange(nothingPasted)}
      />
      <aside className={importCss['side']}>
        <section aria-labelledby="notes-heading">
          <h2 id="notes-heading">{t('draft.notes')}</h2>
          <Tracked state={state} onTake={onTake} />
          <OwnNotes notes={notes} />
        </section>
        <div className={importCss['details']}>
          <TextArea
            label={t('draft.newTitle')}
            value={title}
            onChange={(title) => onChange({ ...state, details: { ...details, title: title.replaceAll('\n', ' ') } })}
            error={wrong.title}
            rows={2}
            grows
            dir="auto"
          />
        </div>
        <div className={importCss['start']}>
          <p role="alert" className={importCss['wrong']}>
            {wrong.form}
          </p>
          <Button
            look="primary"
            size="large"
            isPending={comparing || isReading}
            onPress={() => void compare()}
            shortcut={startKey}
          >
            {t(isReading ? 'import.reading' : comparing ? 'draft.comparing' : 'draft.compare')}
          </Button>
          <p className={css['quiet']}>{t('draft.safe')}</p>
        </div>
      </aside>
    </div>
  )
}

/** Of an article that stands already, a date line and a missing title mean something else. */
function OwnNotes({ notes }: { notes: readonly ImportNote[] }) {
  const { t } = useWords()
  const own = notes.flatMap((note) =>
    note.code === 'date-line'
      ? [t('draft.note.date-line', { line: note.line })]
      : note.code === 'title-missing'
        ? [t('draft.note.title-missing')]
        : [],
  )
  const others = notes.filter(({ code }) => code !== 'date-line' && code !== 'title-missing')
  return (
    <>
      {own.length > 0 && (
        <ul className={importCss['notes']}>
          {own.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {(others.length > 0 || own.length === 0) && <Notes notes={others} />}
    </>
  )
}
