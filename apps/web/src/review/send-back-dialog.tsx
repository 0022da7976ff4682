/** Sending an article back to checking, with notes that say what is missing. */
import { useState } from 'react'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import { useStep } from './use-step.ts'

export function SendBackDialog() {
  const { t } = useWords()
  const { newsroom, article } = useReviewed()
  const { take, refused } = useStep()
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const send = async () => {
    const done = await take(() => api.sendBack(newsroom.slug, article.id, note), t('review.sentBack.said'))
    if (done) {
      setOpen(false)
      setNote('')
    }
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('review.sendBack')}</Button>
      <Dialog
        title={t('review.sendBackTitle')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void send()}>
              {t('review.sendBackDo')}
            </Button>
          </>
        }
      >
        <TextArea
          label={t('review.sendBackNote')}
          value={note}
          onChange={setNote}
          error={refused}
          dir="auto"
          rows={5}
          autoFocus
        />
      </Dialog>
    </>
  )
}
