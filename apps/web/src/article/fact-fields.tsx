/** The fields for what is known about an article besides its text. Times are newsroom time; desks already in use are offered. */
import { useId, useMemo } from 'react'
import { useDesk } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { wallTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import type { Facts } from './facts.ts'
import css from './fact-fields.module.css'
import { languagesToChoose } from './language-choice.ts'

export interface FactFieldsProps {
  readonly newsroom: string
  readonly zone: string
  readonly facts: Facts
  readonly onChange: (change: Partial<Facts>) => void
  /** What is wrong with the deadline, in words. */
  readonly wrongDeadline?: string | undefined
}

const quickHours = [1, 2, 4] as const

export function FactFields({ newsroom, zone, facts, onChange, wrongDeadline }: FactFieldsProps) {
  const { t, locale } = useWords()
  const languages = useMemo(() => languagesToChoose(facts.language, locale), [facts.language, locale])
  const rows = useDesk(newsroom).data?.articles
  const desks = useMemo(() => desksIn(rows ?? []), [rows])
  const deskList = useId()
  const dueIn = (hours: number) => {
    const moment = Math.ceil((Date.now() + hours * 3_600_000) / 300_000) * 300_000
    onChange({ deadline: wallTime(moment, zone) })
  }
  return (
    <div className={css['fields']}>
      <div className={css['due']}>
        <TextField
          label={t('import.deadline')}
          type="datetime-local"
          value={facts.deadline}
          onChange={(deadline) => onChange({ deadline })}
          description={t('import.deadlineHint', { zone })}
          error={wrongDeadline}
        />
        <div className={css['quick']}>
          {quickHours.map((hours) => (
            <Button key={hours} size="small" look="quiet" onPress={() => dueIn(hours)}>
              {t('import.inHours', { hours })}
            </Button>
          ))}
        </div>
      </div>
      <div className={css['pair']}>
        <TextField
          label={t('import.byline')}
          value={facts.byline}
          maxLength={300}
          onChange={(byline) => onChange({ byline })}
          dir="auto"
        />
        <TextField
          label={t('import.desk')}
          value={facts.desk}
          maxLength={100}
          onChange={(desk) => onChange({ desk })}
          list={deskList}
          dir="auto"
        />
        <datalist id={deskList}>
          {desks.map((desk) => (
            <option key={desk} value={desk}>
              {desk}
            </option>
          ))}
        </datalist>
        <TextField
          label={t('import.publicationDate')}
          type="date"
          value={facts.publicationDate}
          onChange={(publicationDate) => onChange({ publicationDate })}
        />
        <Select
          label={t('import.language')}
          options={languages}
          value={facts.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <div className={css['direction']}>
        <span aria-hidden="true">{t('import.direction')}</span>
        <ToggleButtonGroup
          label={t('import.direction')}
          value={facts.direction}
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

const desksIn = (rows: readonly { desk: string }[]): string[] =>
  [...new Set(rows.map(({ desk }) => desk))].filter((desk) => desk !== '').toSorted((a, b) => a.localeCompare(b))
