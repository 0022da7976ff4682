/** What import recognised, to be put right, and what only a person knows: when it is due. Times are newsroom time. */
import { useMemo } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { wallTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import type { Details } from './handover.ts'
import css from './import.module.css'
import { languagesToChoose } from './language-choice.ts'

export interface DetailsFormProps {
  readonly details: Details
  readonly onChange: (change: Partial<Details>) => void
  readonly zone: string
  readonly wrong: { readonly title?: string; readonly deadline?: string }
}

const quickHours = [1, 2, 4] as const

export function DetailsForm({ details, onChange, zone, wrong }: DetailsFormProps) {
  const { t, locale } = useWords()
  const languages = useMemo(() => languagesToChoose(details.language, locale), [details.language, locale])
  const dueIn = (hours: number) => {
    const moment = Math.ceil((Date.now() + hours * 3_600_000) / 300_000) * 300_000
    onChange({ deadline: wallTime(moment, zone) })
  }
  return (
    <div className={css['details']}>
      <TextArea
        label={t('import.title')}
        value={details.title}
        onChange={(title) => onChange({ title: title.replaceAll('\n', ' ') })}
        error={wrong.title}
        rows={2}
        grows
        dir="auto"
      />
      <div className={css['due']}>
        <TextField
          label={t('import.deadline')}
          type="datetime-local"
          value={details.deadline}
          onChange={(deadline) => onChange({ deadline })}
          description={t('import.deadlineHint', { zone })}
          error={wrong.deadline}
        />
        <div className={css['quick']}>
          {quickHours.map((hours) => (
            <Button key={hours} size="small" look="quiet" onPress={() => dueIn(hours)}>
              {t('import.inHours', { hours })}
            </Button>
          ))}
        </div>
      </div>
      <TextField
        label={t('import.publicationDate')}
        type="date"
        value={details.publicationDate}
        onChange={(publicationDate) => onChange({ publicationDate })}
      />
      <Select
        label={t('import.language')}
        options={languages}
        value={details.language}
        onChange={(language) => onChange({ language })}
      />
      <div className={css['direction']}>
        <span aria-hidden="true">{t('import.direction')}</span>
        <ToggleButtonGroup
          label={t('import.direction')}
          value={details.direction}
          onChange={(direction) => onChange({ direction })}
          options={[
            { id: 'ltr', text: t('import.direction.ltr') },
            { id: 'rtl', text: t('import.direction.rtl') },
          ]}
        />
      </div>
    </div>
  )
}
