/** When a claim is due, in newsroom time: a moment of its own, or with its article. Loaded when it is first asked for. */
import { useId, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { momentOf, wallTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import css from './claim-head.module.css'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import inspector from './inspector.module.css'
import '#web/words/article.ts'
import '#web/words/claim.ts'

const quickHours = [1, 2, 4] as const
/** Quick times are whole five minutes: nobody is due at 21:37. */
const stepMs = 300_000

export function DueDialog({ claim, onClose }: { claim: KnownClaim; onClose: () => void }) {
  const { t } = useWords()
  const { newsroom, article, acts } = useDesk()
  const { zone } = newsroom
  const form = useId()
  const now = claim.view.dueAt ?? article.dueAt
  const [wall, setWall] = useState(() => (now === null ? '' : wallTime(Date.parse(now), zone)))
  const [isWrong, setWrong] = useState(false)
  const set = (dueAt: string | null) => {
    acts.setDue(dueAt)
    onClose()
  }
  const submit = () => {
    const moment = momentOf(wall, zone)
    if (moment === null) setWrong(true)
    else set(new Date(moment).toISOString())
  }
  const change = (next: string) => {
    setWall(next)
    setWrong(false)
  }
  const number = t('claim.number', { number: claim.number })
  return (
    <Dialog
      title={t('due.title', { number })}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          {claim.view.dueAt !== null && (
            <Button look="quiet" onPress={() => set(null)}>
              {t('due.clear')}
            </Button>
          )}
          <Button look="primary" type="submit" form={form}>
            {t('due.set')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css['dueForm']}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={t('due.field')}
          type="datetime-local"
          autoFocus
          value={wall}
          onChange={change}
          description={t('due.hint', { zone })}
          error={isWrong ? t('due.wrong') : null}
        />
        <div className={inspector['actions']}>
          {quickHours.map((hours) => (
            <Button
              key={hours}
              size="small"
              onPress={() => change(wallTime(Math.ceil((Date.now() + hours * 3_600_000) / stepMs) * stepMs, zone))}
            >
              {t('due.inHours', { hours })}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  )
}
