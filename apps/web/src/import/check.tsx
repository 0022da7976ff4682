/**
 * The second half of importing: the galley as it will be, the notes, the details, and Start. A refusal is said beside the button and
 * changes nothing of what stands here.
 */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import { dueAtOf } from '#web/article/facts.ts'
import { keys } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { DetailsForm } from './details-form.tsx'
import { type Checking, handOverDraft, type Import, nothingPasted, type Source } from './handover.ts'
import css from './import.module.css'
import { Notes } from './notes.tsx'
import { Sheet } from './sheet.tsx'
import { startKey, useStartKey } from './start-key.ts'
import { withTitle } from './title-block.ts'
import { Tracked } from './tracked.tsx'

interface CheckProps {
  readonly newsroom: string
  readonly zone: string
  readonly state: Checking
  readonly onChange: (state: Import) => void
  /** Reads it once more, taken in another way. */
  readonly onTake: (source: Source) => void
  /** It is being read once more just now. */
  readonly isReading: boolean
}

export function Check({ newsroom, zone, state, onChange, onTake, isReading }: CheckProps) {
  const { t, whyNot } = useWords()
  const { details, notes, original, importedBefore } = state
  const draft = useMemo(() => withTitle(state.draft, details.title), [state.draft, details.title])
  const [wrong, setWrong] = useState<{ title?: string; deadline?: string; form?: string }>({})
  const [starting, setStarting] = useState(false)
  // Asked at the very moment of a key press: what is on screen is a render behind.
  const begun = useRef(false)
  const navigate = useNavigate()
  const queries = useQueryClient()

  const start = async () => {
    if (begun.current || isReading) return
    const dueAt = dueAtOf(details.deadline, zone)
    if (details.title.trim() === '') return setWrong({ title: t('import.titleNeeded') })
    if (dueAt === undefined) return setWrong({ deadline: t('import.deadlineForm') })
    setWrong({})
    setStarting(true)
    begun.current = true
    const reply = await api.startArticle(newsroom, {
      ...draft,
      publicationDate: details.publicationDate === '' ? null : details.publicationDate,
      language: details.language,
      direction: details.direction,
      byline: details.byline.trim(),
      desk: details.desk.trim(),
      dueAt,
      original,
      suggests: details.suggests,
    })
    if (!reply.ok) {
      begun.current = false
      setStarting(false)
      return setWrong({ form: whyNot(reply) })
    }
    announce(t('import.started', { title: details.title }))
    void queries.invalidateQueries({ queryKey: keys.desk(newsroom) })
    await navigate({ to: '/$newsroom/articles/$article', params: { newsroom, article: reply.value.id }, search: {} })
    onChange(nothingPasted)
  }
  useStartKey(() => void start())

  return (
    <div className={css['check']}>
      <Sheet state={state} document={draft.document} onTake={onTake} onAgain={() => onChange(nothingPasted)} />
      <aside className={css['side']}>
        <section aria-labelledby="notes-heading">
          <h2 id="notes-heading">{t('import.notes')}</h2>
          {importedBefore.length > 0 && (
            <div className={css['before']}>
              <p>{t('import.before')}</p>
              <ul>
                {importedBefore.map(({ id, title }) => (
                  <li key={id}>
                    <Link
                      id={`before-${id}`}
                      to="/$newsroom/articles/$article"
                      params={{ newsroom, article: id }}
                      search={{}}
                      dir="auto"
                    >
                      {title}
                    </Link>
                    <Link
                      to="/$newsroom/articles/$article/new-draft"
                      params={{ newsroom, article: id }}
                      onClick={() => handOverDraft(newsroom, id, state)}
                      aria-describedby={`before-${id}`}
                    >
                      {t('import.asDraft')}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Tracked state={state} onTake={onTake} />
          <Notes notes={notes} />
        </section>
        <section aria-labelledby="details-heading">
          <h2 id="details-heading">{t('import.details')}</h2>
          <DetailsForm
            newsroom={newsroom}
            details={details}
            zone={zone}
            wrong={wrong}
            onChange={(change) => onChange({ ...state, details: { ...details, ...change } })}
          />
        </section>
        <div className={css['start']}>
          <p role="alert" className={css['wrong']}>
            {wrong.form}
          </p>
          <Button
            look="primary"
            size="large"
            isPending={starting || isReading}
            onPress={() => void start()}
            shortcut={startKey}
          >
            {isReading ? t('import.reading') : starting ? t('import.starting') : t('import.start')}
          </Button>
        </div>
      </aside>
    </div>
  )
}
