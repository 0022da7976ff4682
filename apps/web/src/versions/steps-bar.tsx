/** Which two are compared, the way to older and newer ones, and from change to change. */
import { useWords } from '#web/words/words.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Select } from '#web/ui/select.tsx'
import type { VersionsSearch } from '#web/frame/search.ts'
import { type Chosen, type Moment, olderThan, stepFrom } from './pair.ts'
import css from './versions.module.css'

interface StepsBarProps {
  readonly chosen: Exclude<Chosen, { kind: 'missing' }>
  /** Newest first. */
  readonly numbers: readonly number[]
  readonly go: (search: VersionsSearch) => void
  readonly changes: number
  /** The change that was gone to, from 0; null before the first step. */
  readonly at: number | null
  readonly step: (by: 1 | -1) => void
}

export function StepsBar({ chosen, numbers, go, changes, at, step }: StepsBarProps) {
  const { t } = useWords()
  const [older, newer] = [stepFrom(chosen, numbers, 'older'), stepFrom(chosen, numbers, 'newer')]
  const before = olderThan(chosen.to, numbers)
  return (
    <div className={css['bar']} role="group" aria-label={t('versions.steps')}>
      <IconButton
        glyph="chevron-start"
        label={t('versions.older')}
        isDisabled={older === null}
        onPress={() => older && go(older)}
      />
      {chosen.kind === 'compared' ? (
        <Choice chosen={chosen} numbers={numbers} go={go} />
      ) : (
        <>
          <strong className={css['reading']}>{t('versions.reading', { number: chosen.to })}</strong>
          {before !== null && (
            <Button size="small" onPress={() => go({ from: before, to: chosen.to })}>
              {t('versions.compareThis')}
            </Button>
          )}
        </>
      )}
      <IconButton
        glyph="chevron-end"
        label={t('versions.newer')}
        isDisabled={newer === null}
        onPress={() => newer && go(newer)}
      />
      {changes > 0 && (
        <span className={css['changes']}>
          <span>
            {at === null ? t('versions.stops', { count: changes }) : t('versions.at', { at: at + 1, all: changes })}
          </span>
          <IconButton glyph="chevron-up" label={t('versions.previous')} onPress={() => step(-1)} />
          <IconButton glyph="chevron-down" label={t('versions.next')} onPress={() => step(1)} />
        </span>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly chosen: Extract<Chosen, { kind: 'compared' }>
  readonly numbers: readonly number[]
  readonly go: (search: VersionsSearch) => void
}

function Choice({ chosen: { from, to }, numbers, go }: ChoiceProps) {
  const { t } = useWords()
  const named = (moment: Moment) => ({
    id: String(moment),
    text: moment === 'now' ? t('versions.now') : t('versions.number', { number: moment }),
  })
  const moments: readonly Moment[] = ['now', ...numbers]
  return (
    <span className={css['choice']}>
      <Select
        label={t('versions.from')}
        labelHidden
        value={String(from)}
        onChange={(chosen) => go({ from: Number(chosen), to })}
        options={numbers.map(named)}
      />
      <span aria-hidden="true">→</span>
      <Select
        label={t('versions.to')}
        labelHidden
        value={String(to)}
        onChange={(chosen) => go({ from, to: chosen === 'now' ? 'now' : Number(chosen) })}
        options={moments.map(named)}
      />
    </span>
  )
}
