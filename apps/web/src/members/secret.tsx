/** A link or token that is shown this once: to be copied, and gone when the person says they have it. */
import { useEffect, useRef } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './members.module.css'

export interface SecretProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onDone: () => void
}

export function Secret({ label, hint, value, onDone }: SecretProps) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [value])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      toast({ text: t('members.copied') })
    } catch {
      field.current?.select()
      toast({ text: t('members.copyFailed') })
    }
  }
  return (
    <div className={css['secret']} role="group" aria-label={label}>
      <TextField label={label} description={hint} value={value} isReadOnly inputRef={field} dir="ltr" />
      <div className={css['actions']}>
        <Button look="primary" onPress={() => void copy()}>
          {t('members.copy')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('members.done')}
        </Button>
      </div>
    </div>
  )
}
