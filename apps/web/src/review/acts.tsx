/** The steps that are this person's to take: ask for review; approve, send back, publish. What is refused says why and stays where it is. */
import { useState } from 'react'
import { maySignOff } from '#domain/actor.ts'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { gateListId, offered } from './lines.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { RefusableButton } from './refusable-button.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'
import { SendBackDialog } from './send-back-dialog.tsx'
import { useStep } from './use-step.ts'

export function Acts() {
  const { t } = useWords()
  const { newsroom, article, actor, review } = useReviewed()
  const { take, refused } = useStep()
  const may = offered(actor, review)
  const blocked = t('review.standsInTheWay')
  if (review.stage === 'published') return null
  if (!may.ask && !may.sendBack) {
    const waits = !maySignOff(actor) && (review.stage === 'review' || review.stage === 'ready')
    return waits ? <p className={css['acts']}>{t('review.waitsForEditor')}</p> : null
  }
  const approve = async () => {
    const reply = await api.approve(newsroom.slug, article.id, review.seen)
    // Who approves has looked at everything that is approved.
    if (reply.ok) await api.noteLook(newsroom.slug, article.id, reply.value.seq)
    return reply
  }
  return (
    <section className={css['acts']} aria-label={t('review.acts')}>
      {may.ask && <AskForReview />}
      <div className={css['buttons']}>
        {may.approve && (
          <RefusableButton
            look="primary"
            refused={review.opens ? null : blocked}
            describedBy={gateListId}
            onPress={() => void take(approve, t('review.approved.said', { number: review.text.names }))}
          >
            {t('review.approve', { number: review.text.names })}
          </RefusableButton>
        )}
        {may.publish && (
          <PublishDialog look={may.approve ? 'plain' : 'primary'} refused={may.mayPublish ? null : blocked} />
        )}
        {may.sendBack && <SendBackDialog />}
      </div>
      {refused !== null && (
        <p role="alert" className={css['whyNot']}>
          {refused}
        </p>
      )}
    </section>
  )
}

function AskForReview() {
  const { t } = useWords()
  const { newsroom, article } = useReviewed()
  const { take, refused } = useStep()
  const [note, setNote] = useState('')
  const ask = async () => {
    const done = await take(() => api.askForReview(newsroom.slug, article.id, note), t('review.requested.said'))
    if (done) setNote('')
  }
  return (
    <>
      <TextArea label={t('review.note')} value={note} onChange={setNote} error={refused} dir="auto" />
      <Button look="primary" onPress={() => void ask()}>
        {t('review.ask')}
      </Button>
    </>
  )
}
