/** Accepting an exception: for these words and this verdict, with a reason that stays on record. What was typed survives a refusal. */
import { useRef, useState } from 'react'
import type { GateRule } from '#domain/gate.ts'
import type { ClaimView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

export function ExceptionDialog({ claim, rule }: { claim: ClaimView; rule: GateRule }) {
  const { t, whyNot } = useWords()
  const { newsroom, article, readAgain } = useReviewed()
  const [shown, setShown] = useState<ClaimView | null>(null)
  const [why, setWhy] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const isUnderWay = useRef(false)
  const number = t('claim.number', { number: claim.number })
  const accept = async () => {
    if (shown === null || isUnderWay.current) return
    isUnderWay.current = true
    // The words that the dialog showed, not those that may have come since.
    const seen = { wordsSeen: shown.words, verdictSeen: shown.verdict?.seq ?? null }
    const reply = await api.acceptException(newsroom.slug, article.id, claim.id, { ...seen, rule, why })
    await readAgain()
    isUnderWay.current = false
    if (reply.ok) {
      setShown(null)
      setWhy('')
      announce(t('review.excepted.said', { number }))
    } else setRefused(whyNot(reply))
  }
  const changed = shown !== null && (shown.words !== claim.words || shown.verdict?.seq !== claim.verdict?.seq)
  return (
    <>
      <Button
        size="small"
        aria-label={`${t('review.except')} ${t(`review.rule.${rule}`)}`}
        onPress={() => {
          setRefused(null)
          setShown(claim)
        }}
      >
        {t('review.except')}
      </Button>
      <Dialog
        title={t('review.exceptFor', { number, rule: t(`review.rule.${rule}`) })}
        isOpen={shown !== null}
        onOpenChange={(isOpen) => setShown(isOpen ? claim : null)}
        footer={
          <>
            <Button onPress={() => setShown(null)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void accept()}>
              {t('review.exceptDo')}
            </Button>
          </>
        }
      >
        <blockquote className={css['quote']} dir="auto" lang={article.language}>
          {shown?.words}
        </blockquote>
        <p className={css['hint']}>{t('review.exceptHint')}</p>
        <TextArea
          label={t('review.exceptWhy')}
          value={why}
          onChange={(value) => {
            setWhy(value)
            setRefused(null)
          }}
          error={refused}
          dir="auto"
          autoFocus
        />
        {changed && (
          <p className={css['asideActs']}>
            <Button
              size="small"
              onPress={() => {
                setShown(claim)
                setRefused(null)
              }}
            >
              {t('review.showNew')}
            </Button>
          </p>
        )}
      </Dialog>
    </>
  )
}
