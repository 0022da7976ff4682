/** Withdrawing a source, or marking it corrected. What follows is stated with its number and listed before it is done. Rule SR3. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { withdrawSource } from '#domain/source.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { sourceRestsQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { toast } from '#web/ui/messages.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import '#web/words/sources.ts'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { RestsList } from './rests-list.tsx'
import type { Library } from './use-library.ts'

interface TakeBackProps {
  readonly source: SourceRecord
  readonly library: Library
  readonly onClose: () => void
}

export function TakeBackDialog({ source, library, onClose }: TakeBackProps) {
  const { t, whyNot } = useWords()
  const { slug, actor, change } = library
  const [as, setAs] = useState<'withdrawn' | 'corrected'>('withdrawn')
  const [why, setWhy] = useState('')
  const [wasTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: rests } = useQuery({ ...sourceRestsQuery(slug, source.id), staleTime: 0 })
  const form = useId()
  const rule = withdrawSource(actor, source.state, why)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!rule.ok || rests === undefined || isSending) return
    setSending(true)
    let reopened = 0
    const refused = await change(
      api.withdrawSource(slug, source.id, as, why).then((reply) => {
        if (reply.ok) reopened = reply.value.reopened
        return reply
      }),
    )
    setSending(false)
    setRefusal(refused)
    if (refused !== null) return
    toast({ text: t('takeBack.done', { count: reopened }) })
    onClose()
    focusRecordTitle()
  }

  return (
    <Dialog
      title={t('takeBack.title', { title: source.title })}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" type="submit" form={form} isDisabled={rests === undefined}>
            {t(`takeBack.confirm.${as}`, { count: rests?.reopens ?? 0 })}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)}>
        <div>
          <ToggleButtonGroup
            label={t('takeBack.as')}
            value={as}
            onChange={setAs}
            options={[
              { id: 'withdrawn', text: t('takeBack.as.withdrawn') },
              { id: 'corrected', text: t('takeBack.as.corrected') },
            ]}
          />
        </div>
        <p className={css['faint']}>{t(`takeBack.hint.${as}`)}</p>
        <TextArea
          label={t('takeBack.why')}
          autoFocus
          dir="auto"
          rows={2}
          grows
          value={why}
          onChange={setWhy}
          error={wasTried && !rule.ok ? whyNot(rule.refusal) : null}
        />
        <p role="status" className={css['states']}>
          {rests === undefined ? t('takeBack.counting') : t('takeBack.states', { count: rests.reopens })}
        </p>
        {rests !== undefined && rests.claims.length > 0 && <RestsList rests={rests.claims} />}
        <p role="status">{refusal}</p>
      </form>
    </Dialog>
  )
}
