/** What import recognised, to be put right, and what only a person knows: whose it is, for which desk, and when it is due. */
import { Suspense } from 'react'
import { FactFields } from '#web/article/fact-fields.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Details } from './handover.ts'
import css from './import.module.css'

const SuggestsChoice = onDemand(() => import('./suggests-choice.tsx').then((part) => part.SuggestsChoice))

export interface DetailsFormProps {
  readonly newsroom: string
  readonly details: Details
  readonly onChange: (change: Partial<Details>) => void
  readonly zone: string
  readonly wrong: { readonly title?: string; readonly deadline?: string }
}

export function DetailsForm({ newsroom, details, onChange, zone, wrong }: DetailsFormProps) {
  const { t } = useWords()
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
      <FactFields newsroom={newsroom} zone={zone} facts={details} onChange={onChange} wrongDeadline={wrong.deadline} />
      <Suspense fallback={null}>
        <SuggestsChoice value={details.suggests} onChange={(suggests) => onChange({ suggests })} />
      </Suspense>
    </div>
  )
}
