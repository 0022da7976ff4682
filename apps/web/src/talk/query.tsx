/** One query: asked, then answered, then decided. Each step has its control where the person may take it. */
import { type RefObject, useEffect, useRef } from 'react'
import { mayDecide, mayEdit } from '#domain/actor.ts'
import { answer, decide } from '#domain/talk.ts'
import type { QueryView } from '#protocol/talk-view.ts'
import { api } from '#web/api/api.ts'
import { personOf, useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { type ReplyDraft, useDraft } from '#web/claims/drafts.ts'
import { giveKeys, keyHint } from '#web/claims/platform.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { Said } from './said.tsx'
import { type Sending, useSending } from './sending.ts'
import css from './talk.module.css'

export function Query({ claim, query }: { claim: KnownClaim; query: QueryView }) {
  const { t } = useWords()
  const { newsroom, mode } = useDesk()
  const nameOf = (person: string) => personOf(newsroom, person).name
  const { askedBy, to, at, text, state, answer: answered, decision } = query
  return (
    <li className={css['entry']} data-waits={state !== 'decided'} data-query="">
      <Said
        by={askedBy}
        at={at}
        text={text}
        erased={text === null}
        does={t('query.asked', { name: nameOf(askedBy), to: nameOf(to) })}
      />
      {answered && (
        <div className={css['reply']}>
          <Said {...answered} does={t('query.answers', { name: nameOf(answered.by) })} />
        </div>
      )}
      {decision && (
        <div className={css['reply']}>
          <Said {...decision} does={t('query.decides', { name: nameOf(decision.by) })} />
          {decision.text === null && !decision.erased && <p className={css['erased']}>{t('query.noWords')}</p>}
        </div>
      )}
      {state !== 'decided' && (
        <p className={css['state']}>
          <Icon glyph="more" />
          {t(`query.state.${state}`)}
        </p>
      )}
      {state !== 'decided' && mode !== 'read' && <Steps claim={claim} query={query} />}
    </li>
  )
}

/** What can be done about it now: answer it, decide it, or say that no answer is needed. */
function Steps({ claim, query }: { claim: KnownClaim; query: QueryView }) {
  const { t } = useWords()
  const { newsroom, article, actor, drafts } = useDesk()
  const { replies } = useDraft(drafts, claim.id)
  const sending = useSending()
  const { id, state } = query
  const reply = replies[id]
  // Coming back to a claim with an answer half written leaves the keys where they are.
  const isNew = useRef(false)
  const begin = () => {
    isNew.current = true
    setReply({ as: state === 'asked' ? 'answer' : 'decision', text: '' })
  }
  const setReply = (next: ReplyDraft | undefined) => {
    const { [id]: _, ...others } = drafts.of(claim.id).replies
    drafts.change(claim.id, { replies: next === undefined ? others : { ...others, [id]: next } })
  }
  const take = async ({ as, text }: ReplyDraft) => {
    const rule = as === 'answer' ? answer(actor, { state }, text) : decide(actor, { state })
    const run = as === 'answer' ? api.answerQuery : api.decideQuery
    if (!(await sending.send(rule, () => run(newsroom.slug, article.id, claim.id, id, text)))) return
    if (drafts.of(claim.id).replies[id] === reply) setReply(undefined)
    announce(t(as === 'answer' ? 'query.said.answered' : 'query.said.decided'))
  }
  if (reply !== undefined)
    return <Reply query={query} reply={reply} setReply={setReply} take={take} sending={sending} isNew={isNew} />
  if (state === 'answered' ? !mayDecide(actor) : !mayEdit(actor)) return null
  return (
    <div className={css['actions']}>
      <Button size="small" onPress={begin}>
        {t(state === 'asked' ? 'query.answer' : 'query.decide')}
      </Button>
      {state === 'asked' && mayDecide(actor) && (
        <Button look="quiet" size="small" onPress={() => void take({ as: 'decision', text: '' })}>
          {t('query.noNeed')}
        </Button>
      )}
      <WhyNot sending={sending} />
    </div>
  )
}

interface ReplyProps {
  readonly query: QueryView
  readonly reply: ReplyDraft
  readonly setReply: (reply: ReplyDraft | undefined) => void
  readonly take: (reply: ReplyDraft) => Promise<void>
  readonly sending: Sending
  readonly isNew: RefObject<boolean>
}

function Reply({ query, reply, setReply, take, sending, isNew }: ReplyProps) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isNew.current) area.current?.focus()
    isNew.current = false
  }, [isNew])
  const isAnswer = reply.as === 'answer'
  const { name } = personOf(newsroom, query.askedBy)
  return (
    <div className={css['form']}>
      <TextArea
        label={isAnswer ? t('query.answerOf', { name }) : t('query.decideLabel')}
        rows={2}
        grows
        dir="auto"
        areaRef={area}
        value={reply.text}
        onChange={(text) => setReply({ ...reply, text })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            void take(reply)
          } else event.continuePropagation()
        }}
      />
      <WhyNot sending={sending} />
      <div className={css['actions']}>
        <Button look="primary" size="small" {...keyHint(giveKeys)} onPress={() => void take(reply)}>
          {t(isAnswer ? 'query.answer' : 'query.decideNow')}
        </Button>
        <Button look="quiet" size="small" onPress={() => setReply(undefined)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  )
}

export function WhyNot({ sending: { whyNot } }: { sending: Sending }) {
  return (
    <div role="status" className={css['whyNot']}>
      {whyNot}
    </div>
  )
}
