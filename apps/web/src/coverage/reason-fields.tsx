/** The reason given to several sentences at once: from the list, or in one's own words. */
import { useState } from 'react'
import { tickReasons } from '#domain/tick.ts'
import { TextField } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './sentence-list.module.css'
import type { Reason } from './ticks.ts'
import '#web/words/coverage.ts'
import '#web/words/ticks.ts'

export interface ReasonGiven {
  readonly reason: Reason
  readonly isMissing: boolean
  readonly change: (reason: Reason) => void
  /** The reason, or null when its words are missing, which is then said at the field. */
  readonly take: () => Reason | null
}

export function useReason(first: Reason): ReasonGiven {
  const [reason, setReason] = useState(first)
  const [isMissing, setMissing] = useState(false)
  return {
    reason,
    isMissing,
    change: (next) => {
      setReason(next)
      setMissing(false)
    },
    take: () => {
      if (reason.reason !== 'other') return { reason: reason.reason, why: '' }
      setMissing(reason.why.trim() === '')
      return reason.why.trim() === '' ? null : { reason: 'other', why: reason.why.trim() }
    },
  }
}

export function ReasonFields({ reason: { reason, isMissing, change } }: { reason: ReasonGiven }) {
  const { t, whyNot } = useWords()
  return (
    <>
      <Select
        label={t('coverage.reason')}
        value={reason.reason}
        onChange={(next) => change({ ...reason, reason: next })}
        options={tickReasons.map((id) => ({ id, text: t(`tick.reason.${id}`) }))}
      />
      {reason.reason === 'other' && (
        <div className={css['whole']}>
          <TextField
            label={t('coverage.why')}
            value={reason.why}
            onChange={(why) => change({ ...reason, why })}
            maxLength={2_000}
            dir="auto"
            error={isMissing ? whyNot('why-needed') : null}
          />
        </div>
      )}
    </>
  )
}
