/** Publishing is seen by everybody and asks once: which version it is, and who approved it. */
import { useState } from 'react'
import { api } from '#web/api/api.ts'
import { personOf } from '#web/claims/desk.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWords } from '#web/words/words.tsx'
import { gateListId } from './lines.ts'
import { RefusableButton } from './refusable-button.tsx'
import { useReviewed } from './review-context.ts'
import { useStep } from './use-step.ts'

export function PublishDialog({ look, refused: blocked }: { look: 'plain' | 'primary'; refused: string | null }) {
  const { t } = useWords()
  const { newsroom, article, review } = useReviewed()
  const { take, refused } = useStep()
  const [isOpen, setOpen] = useState(false)
  const { approval } = review
  const publish = async () => {
    const done = await take(() => api.publish(newsroom.slug, article.id), t('review.published.said'))
    if (done) setOpen(false)
  }
  return (
    <>
      <RefusableButton look={look} refused={blocked} describedBy={gateListId} onPress={() => setOpen(true)}>
        {t('review.publish')}
      </RefusableButton>
      <Dialog
        title={t('review.publishTitle')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void publish()}>
              {t('review.publish')}
            </Button>
          </>
        }
      >
        <p dir="auto" lang={article.language}>
          {article.title}
        </p>
        {approval !== null && (
          <p>{t('review.approved', { number: approval.version, name: personOf(newsroom, approval.by).name })}</p>
        )}
        {refused !== null && <p role="alert">{refused}</p>}
      </Dialog>
    </>
  )
}
