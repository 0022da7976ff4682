/** How a file's tracked changes are taken. Nothing where there are none. */
import { trackedChoices } from '#document/draft.ts'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Checking, Source } from './handover.ts'
import css from './import.module.css'

export function Tracked({ state, onTake }: { state: Checking; onTake: (source: Source) => void }) {
  const { t } = useWords()
  const { source, notes } = state
  if (source.kind !== 'file' || !notes.some(({ code }) => code === 'tracked-changes')) return null
  return (
    <div className={css['tracked']}>
      <span aria-hidden="true">{t('import.tracked')}</span>
      <ToggleButtonGroup
        label={t('import.tracked')}
        options={trackedChoices.map((id) => ({ id, text: t(`import.tracked.${id}`) }))}
        value={source.tracked}
        onChange={(tracked) => tracked !== source.tracked && onTake({ ...source, tracked })}
      />
    </div>
  )
}
