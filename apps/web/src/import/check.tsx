/**
 * The second half of importing: the galley as it will be, the notes, the details, and Start. A refusal is said beside the button and
 * changes nothing of what stands here.
 */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '#web/api.ts'
import { dueAtOf } from '#web/article/facts.ts'
import { trackedChoices } from '#document/draft.ts'
import { keys } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import { DetailsForm } from './details-form.tsx'
import { GalleyPreview } from './galley-preview.tsx'
import { type Checking, type Import, nothingPasted, type Source } from './handover.ts'
import css from './import.module.css'
import { Notes } from './notes.tsx'
import { withTitle } from './title-block.ts'
import { countWords } from './word-count.ts'

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
  const { source, details, notes, original, importedBefore } = state
  const draft = useMemo(() => withTitle(state.draft, details.title), [state.draft, details.title])
  const shown = { document: draft.document, language: details.language, direction: details.direction }
  const words = useMemo(() => countWords(draft.document), [draft.document])
  const [wrong, setWrong] = useState<{ title?: string; deadline?: string; form?: string }>({})
  const [starting, setStarting] = useState(false)
  // Asked at the very moment of a key press: what is on screen is a render behind.
  const begun = useRef(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])

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
      <section className={css['sheet']} aria-labelledby="preview-heading">
        <header className={css['sheetHead']}>
          <h1 id="preview-heading" ref={head} tabIndex={-1}>
            {t('import.preview')}
          </h1>
          <span className={css['quiet']}>
            {t('import.words', { count: words })}
            {source.kind === 'clip' &&
              source.clip.html !== null &&
              ` · ${t(source.as === 'html' ? 'import.asPasted' : 'import.asText')}`}
          </span>
          {source.kind === 'file' && (
            <span className={`${css['quiet']} ${css['name']}`}>
              {t('import.fromFile', { name: original?.name ?? source.file.name })}
            </span>
          )}
          <span className={css['spring']} />
          {source.kind === 'clip' && source.clip.html !== null && (
            <Button
              size="small"
              look="quiet"
              onPress={() => onTake({ ...source, as: source.as === 'html' ? 'text' : 'html' })}
            >
              {t(source.as === 'html' ? 'import.takeText' : 'import.takePasted')}
            </Button>
          )}
          <Button size="small" look="quiet" onPress={() => onChange(nothingPasted)}>
            {t('import.again')}
          </Button>
        </header>
        <div className={css['paper']}>
          <GalleyPreview draft={shown} />
        </div>
      </section>
      <aside className={css['side']}>
        <section aria-labelledby="notes-heading">
          <h2 id="notes-heading">{t('import.notes')}</h2>
          {importedBefore.length > 0 && (
            <div className={css['before']}>
              <p>{t('import.before')}</p>
              <ul>
                {importedBefore.map(({ id, title }) => (
                  <li key={id}>
                    <Link to="/$newsroom/articles/$article" params={{ newsroom, article: id }} search={{}} dir="auto">
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {source.kind === 'file' && notes.some(({ code }) => code === 'tracked-changes') && (
            <div className={css['tracked']}>
              <span aria-hidden="true">{t('import.tracked')}</span>
              <ToggleButtonGroup
                label={t('import.tracked')}
                options={trackedChoices.map((id) => ({ id, text: t(`import.tracked.${id}`) }))}
                value={source.tracked}
                onChange={(tracked) => tracked !== source.tracked && onTake({ ...source, tracked })}
              />
            </div>
          )}
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

const startKey = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵'

/** Control or Command with Enter, wherever the focus is on this page. */
function useStartKey(start: () => void): void {
  const latest = useRef(start)
  latest.current = start
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}
