/** The group of sources that repeat one another. A name known already means the same group. Rule SR5. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { groupSource } from '#domain/source.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { originsQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { Section } from './section.tsx'
import type { Library } from './use-library.ts'

export function OriginSection({ source, library }: { source: SourceRecord; library: Library }) {
  const { t } = useWords()
  const { slug, actor, change } = library
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: origins = [] } = useQuery(originsQuery(slug))
  const list = useId()
  const { origin } = source
  const set = async (wanted: { name: string } | null) => {
    const why = await change(api.setOrigin(slug, source.id, wanted))
    setRefusal(why)
    if (why !== null) return
    setName('')
    announce(t('origin.done'))
    if (wanted === null) focusRecordTitle()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void set({ name: name.trim() })
  }
  return (
    <Section title={t('origin.heading')}>
      <p>
        {origin === null
          ? t('origin.none')
          : t('origin.in', { name: origin.name || t('origin.erased'), count: origin.sources })}
      </p>
      {groupSource(actor).ok && (
        <form className={css['inline']} onSubmit={submit}>
          <TextField
            label={t('origin.label')}
            description={t('origin.hint')}
            value={name}
            onChange={setName}
            list={list}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            error={refusal}
          />
          <datalist id={list}>
            {origins.map(({ id, name: known }) => (
              <option key={id}>{known}</option>
            ))}
          </datalist>
          <div className={css['actions']}>
            <Button type="submit">{t('origin.set')}</Button>
            {origin !== null && (
              <Button look="quiet" onPress={() => void set(null)}>
                {t('origin.leave')}
              </Button>
            )}
          </div>
        </form>
      )}
    </Section>
  )
}
