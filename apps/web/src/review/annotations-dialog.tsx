/** Bringing in annotations of another program: from a file or pasted, and what became of each. What was pasted stays until it is in. */
import { useState } from 'react'
import type { AnnotationReply, AnnotationResult } from '#protocol/annotation.ts'
import { api } from '#web/api/api.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'
import '#web/words/annotations.ts'

export function AnnotationsDialog({ onClose }: { onClose: () => void }) {
  const { t, whyNot } = useWords()
  const { newsroom, article, readAgain } = useReviewed()
  const [pasted, setPasted] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isUnderWay, setUnderWay] = useState(false)
  const [brought, setBrought] = useState<AnnotationReply | null>(null)

  const bring = async () => {
    const text = file === null ? pasted : await file.text().catch(() => '')
    if (text.trim() === '') return setWrong(t('annotations.nothing'))
    const sent = jsonIn(text)
    if (sent === null) return setWrong(t('annotations.notJson'))
    setUnderWay(true)
    const reply = await api.bringAnnotationsIn(newsroom.slug, article.id, sent)
    setUnderWay(false)
    if (!reply.ok) return setWrong(whyNot(reply))
    setWrong(null)
    setBrought(reply.value)
    announce(t('annotations.marked', { count: count(reply.value, 'marked') }))
    await readAgain()
  }
  const beginAnew = () => {
    setBrought(null)
    setPasted('')
    setFile(null)
  }
  return (
    <Dialog
      title={t('annotations.title')}
      isOpen
      onOpenChange={onClose}
      footer={
        brought === null ? (
          <>
            <Button onPress={onClose}>{t('app.cancel')}</Button>
            <Button look="primary" isPending={isUnderWay} onPress={() => void bring()}>
              {t('annotations.do')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={beginAnew}>{t('annotations.again')}</Button>
            <Button look="primary" autoFocus onPress={onClose}>
              {t('app.close')}
            </Button>
          </>
        )
      }
    >
      {brought === null ? (
        <>
          <p className={css['hint']}>{t('annotations.hint')}</p>
          <div>
            <FileButton
              accepts={['.jsonld', '.json']}
              onFile={(chosen) => {
                setFile(chosen)
                setWrong(null)
              }}
            >
              {t('annotations.choose')}
            </FileButton>
            {file && <p>{t('annotations.chosen', { name: file.name })}</p>}
          </div>
          <TextArea
            label={t('annotations.paste')}
            value={pasted}
            onChange={(value) => {
              setPasted(value)
              setFile(null)
              setWrong(null)
            }}
            error={wrong}
            dir="ltr"
            rows={6}
          />
        </>
      ) : (
        <Brought reply={brought} />
      )}
    </Dialog>
  )
}

function Brought({ reply }: { reply: AnnotationReply }) {
  const { t } = useWords()
  const open = reply.results.filter(({ outcome }) => outcome !== 'marked' && outcome !== 'known')
  const known = count(reply, 'known')
  if (reply.results.length === 0) return <p>{t('annotations.empty')}</p>
  return (
    <>
      <p>
        <strong>{t('annotations.marked', { count: count(reply, 'marked') })}</strong>
      </p>
      {known > 0 && <p>{t('annotations.known', { count: known })}</p>}
      {open.length > 0 && (
        <>
          <h3 className={css['h2']}>{t('annotations.open', { count: open.length })}</h3>
          <ul className={css['edits']}>
            {open.map((result) => (
              <NotMarked key={result.index} result={result} />
            ))}
          </ul>
        </>
      )}
      {reply.next !== null && <p className={css['hint']}>{t('annotations.next', { address: reply.next })}</p>}
    </>
  )
}

function NotMarked({ result: { index, words, guess, why } }: { result: AnnotationResult }) {
  const { t } = useWords()
  return (
    <li>
      {words === null ? <p>{t('annotations.unnamed', { number: index + 1 })}</p> : <q dir="auto">{shortened(words)}</q>}
      {why !== null && <p className={css['hint']}>{t(`annotations.why.${why}`)}</p>}
      {guess !== null && (
        <p>
          {t('annotations.guess')} <q dir="auto">{shortened(guess.words)}</q>
        </p>
      )}
    </li>
  )
}

const count = (reply: AnnotationReply, wanted: AnnotationResult['outcome']): number =>
  reply.results.filter(({ outcome }) => outcome === wanted).length

const shortened = (words: string): string => (words.length > 300 ? `${words.slice(0, 300).toWellFormed()} …` : words)

/** Null for what is no JSON, or no list and no thing. */
function jsonIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
