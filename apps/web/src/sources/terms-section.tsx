/** On which terms somebody spoke, why they are not named, and which editor agreed to that. Rules SR1, SR2. */
import { useState } from 'react'
import { approveAnonymity } from '#domain/source.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { Section } from './section.tsx'
import type { Library } from './use-library.ts'

export function TermsSection({ source, library }: { source: SourceRecord; library: Library }) {
  const { t } = useWords()
  const { terms, attribution, anonymity, approvedBy } = source
  const [refusal, setRefusal] = useState<string | null>(null)
  const may = approveAnonymity(library.actor, source)
  const approve = async () => {
    const why = await library.change(api.approveSource(library.slug, source.id))
    setRefusal(why)
    if (why !== null) return
    announce(t('record.approvedNow'))
    focusRecordTitle()
  }
  return (
    <Section title={t('record.terms')}>
      <p>
        <strong>{t(`terms.${terms}`)}.</strong> <span className={css['faint']}>{t(`terms.hint.${terms}`)}</span>
      </p>
      {terms === 'background' && attribution !== '' && <p>{t('record.attribution', { attribution })}</p>}
      {terms !== 'on-record' && anonymity !== '' && <p>{t('record.anonymity', { reason: anonymity })}</p>}
      {terms !== 'on-record' && (
        <p className={css['withGlyph']}>
          <Icon glyph={approvedBy === null ? 'warning' : 'tick'} />
          {approvedBy === null ? t('record.unapproved') : t('record.approved', { name: library.nameOf(approvedBy) })}
        </p>
      )}
      {may.ok && source.mergedInto === null && (
        <div className={css['actions']}>
          <Button onPress={() => void approve()}>{t('record.approve')}</Button>
        </div>
      )}
      {refusal !== null && <p role="status">{refusal}</p>}
    </Section>
  )
}
