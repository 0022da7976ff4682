/** An admin makes Tickmark forget what somebody wrote: asked once more, since nothing brings it back. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import { keys } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './history.module.css'
import '#web/words/history.ts'

export function Erasure({ newsroom, article, seq }: { newsroom: string; article: string; seq: number }) {
  const { t, whyNot } = useWords()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const isUnderWay = useRef(false)
  const [why, setWhy] = useState<string | null>(null)
  const erase = async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const reply = await api.eraseText(newsroom, article, seq)
    isUnderWay.current = false
    if (!reply.ok) return setWhy(whyNot(reply))
    setOpen(false)
    announce(t('past.erased.said'))
    await queries.invalidateQueries({ queryKey: keys.article(newsroom, article) })
  }
  return (
    <>
      {' '}
      <Button size="small" look="quiet" onPress={() => setOpen(true)}>
        {t('past.erase')}
      </Button>
      <Dialog
        title={t('past.eraseTitle')}
        role="alertdialog"
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void erase()}>
              {t('past.eraseDo')}
            </Button>
          </>
        }
      >
        <p>{t('past.eraseText')}</p>
        {why !== null && (
          <p role="alert" className={css['whyNot']}>
            {why}
          </p>
        )}
      </Dialog>
    </>
  )
}
