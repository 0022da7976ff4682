/**
 * Where a claim that is two is split: its words, of which one is chosen as the first of the second part, by arrows or by pointing.
 * Both parts are shown before anything is done.
 */
import { useId, useState } from 'react'
import { partings, partsOf, split } from '#domain/repair.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type KnownClaim } from '#web/claims/desk-claim.ts'
import { useSending } from '#web/talk/sending.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './repair.module.css'
import '#web/words/article.ts'
import '#web/words/repair.ts'

export function SplitDialog({ claim, onClose }: { claim: KnownClaim; onClose: () => void }) {
  const { t } = useWords()
  const { newsroom, article, actor } = useDesk()
  const { whyNot, refuse, send } = useSending()
  const [form, name] = [useId(), useId()]
  // The words that the dialog opened with: new ones would move the places under the pointer. The server is told which they were.
  const [words] = useState(claim.stored.words)
  const places = partings(words, article.language)
  const [chosen, setChosen] = useState<number | null>(null)
  const parts = chosen === null ? null : partsOf(words, chosen)
  const number = t('claim.number', { number: claim.number })
  const submit = async () => {
    if (parts === null) return refuse(t('repair.splitChoose'))
    const second = words.slice(parts.second.from)
    const rule = split(claimOf(claim.stored), actor, second)
    if (!(await send(rule, () => api.splitClaim(newsroom.slug, article.id, claim.id, second)))) return
    announce(t('repair.splitDone', { number }))
    onClose()
  }
  const language = { dir: 'auto', lang: article.language } as const
  return (
    <Dialog
      title={t('repair.splitTitle', { number })}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={form}>
            {t('repair.splitDo')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('repair.splitHint')}</p>
        <fieldset className={css['places']}>
          <legend>{t('repair.splitPlaces')}</legend>
          <p className={css['placesText']} {...language}>
            {words.slice(0, places[0] ?? words.length)}
            {places.map((at, index) => (
              <label key={at} className={css['place']} data-second={chosen !== null && at >= chosen}>
                <input
                  type="radio"
                  name={name}
                  value={at}
                  checked={chosen === at}
                  autoFocus={index === 0}
                  onChange={() => setChosen(at)}
                />
                <span>{words.slice(at, places[index + 1] ?? words.length)}</span>
              </label>
            ))}
          </p>
        </fieldset>
        <dl className={css['parts']}>
          <div>
            <dt>{t('repair.splitFirst', { number })}</dt>
            <dd {...language}>{parts === null ? words : words.slice(parts.first.from, parts.first.to)}</dd>
          </div>
          <div>
            <dt>{t('repair.splitSecond')}</dt>
            <dd {...language}>{parts === null ? '–' : words.slice(parts.second.from)}</dd>
          </div>
        </dl>
        <p role="alert" className={css['whyNot']}>
          {whyNot}
        </p>
      </form>
    </Dialog>
  )
}
