/** Asking somebody about a claim. What is typed is kept per claim until the server has it. */
import { useEffect, useRef } from 'react'
import { ask } from '#domain/talk.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type KnownClaim } from '#web/claims/desk-claim.ts'
import { type QueryDraft, useDraft } from '#web/claims/drafts.ts'
import { giveKeys, keyHint } from '#web/claims/platform.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { announce } from '#web/ui/messages.tsx'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import { answerersOf } from './people.ts'
import { WhyNot } from './query.tsx'
import { useSending } from './sending.ts'
import css from './talk.module.css'

export function QueryForm({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { newsroom, article, actor, drafts, wish } = useDesk()
  const { asking } = useDraft(drafts, claim.id)
  const sending = useSending()
  const form = useRef<HTMLDivElement>(null)
  const people = answerersOf(newsroom, article)
  // Most often it is the writer who knows.
  const writer = article.importedBy !== actor.id && people.some(({ id }) => id === article.importedBy)
  const first = writer ? article.importedBy : null

  // Only when it was asked for: coming back to a claim with a question half written leaves the keys where they are.
  const wanted = useRef(false)
  useEffect(() => {
    if (!wish?.granted('query')) return
    wanted.current = true
    if (drafts.of(claim.id).asking === null) drafts.change(claim.id, { asking: { to: first, text: '' } })
  }, [wish, drafts, claim.id, first])
  useEffect(() => {
    if (!wanted.current || asking === null) return
    wanted.current = false
    // To whom comes first, unless that is known.
    form.current?.querySelector<HTMLElement>(asking.to === null ? 'button' : 'textarea')?.focus()
  }, [wish, asking])

  if (asking === null) return null
  const change = (more: Partial<QueryDraft>) => drafts.change(claim.id, { asking: { ...asking, ...more } })
  const send = async () => {
    const { to, text } = asking
    if (to === null) return sending.refuse(t('query.chooseFirst'))
    const person = people.find(({ id }) => id === to) ?? null
    const rule = ask(claimOf(claim.stored), actor, person, text)
    const query = { to, text }
    if (!(await sending.send(rule, () => api.askQuery(newsroom.slug, article.id, claim.id, query)))) return
    if (drafts.of(claim.id).asking === asking) drafts.change(claim.id, { asking: null })
    announce(t('query.said.asked', { name: person?.name ?? '' }))
  }
  return (
    <div className={css['form']} ref={form}>
      <Select
        label={t('query.to')}
        placeholder={t('query.choose')}
        options={people.map(({ id, name }) => ({ id, text: id === actor.id ? t('article.you', { name }) : name }))}
        value={asking.to}
        onChange={(to) => change({ to })}
      />
      <TextArea
        label={t('query.text')}
        rows={2}
        grows
        dir="auto"
        value={asking.text}
        onChange={(text) => change({ text })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            void send()
          } else event.continuePropagation()
        }}
      />
      <WhyNot sending={sending} />
      <div className={css['actions']}>
        <Button look="primary" size="small" {...keyHint(giveKeys)} onPress={() => void send()}>
          {t('query.send')}
        </Button>
        <Button look="quiet" size="small" onPress={() => drafts.change(claim.id, { asking: null })}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  )
}
