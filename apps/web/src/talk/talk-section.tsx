/** What is said and asked on a claim, in the order it was, and the ways to say and ask more. Loaded with the first claim selected. */
import { useEffect, useRef } from 'react'
import { mayDecide, mayEdit } from '#domain/actor.ts'
import { say } from '#domain/talk.ts'
import type { TalkView } from '#protocol/talk-view.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { useDraft } from '#web/claims/drafts.ts'
import { giveKeys, keyHint } from '#web/claims/platform.ts'
import { Section } from '#web/claims/section.tsx'
import { refusalOf, useTalk } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { MentionField } from './mention-field.tsx'
import { calledOnIn } from './mentions.ts'
import { readersOf } from './people.ts'
import { Query, WhyNot } from './query.tsx'
import { QueryForm } from './query-form.tsx'
import { Remark } from './remark.tsx'
import { useSending } from './sending.ts'
import css from './talk.module.css'
import '#web/words/article.ts'
import '#web/words/talk.ts'
import '#web/words/claim.ts'

export function TalkSection({ claim }: { claim: KnownClaim }) {
  const { t, whyNot } = useWords()
  const { newsroom, article, actor, mode, acts } = useDesk()
  const talk = useTalk(newsroom.slug, article.id, claim.id)
  const maySay = mode !== 'read' && mayEdit(actor)
  const mayAsk = maySay && mayDecide(actor) && claim.standing !== 'withdrawn'
  const ask = mayAsk && (
    <Button look="quiet" size="small" glyph="question" {...keyHint('q')} onPress={acts.query}>
      {t('query.ask')}
    </Button>
  )
  return (
    <Section title={t('talk.heading')} extra={ask}>
      {talk.isPending && claim.view.talk.remarks > 0 && <p className={css['erased']}>{t('talk.loading')}</p>}
      {talk.isError && <p className={css['whyNot']}>{whyNot(refusalOf(talk.error) ?? 'server-trouble')}</p>}
      {talk.data && <Thread claim={claim} talk={talk.data} isToRead={!maySay} />}
      {maySay && <RemarkForm claim={claim} />}
      {mayAsk && <QueryForm claim={claim} />}
    </Section>
  )
}

function Thread({ claim, talk, isToRead }: { claim: KnownClaim; talk: TalkView; isToRead: boolean }) {
  const { t } = useWords()
  const entries = [
    ...talk.remarks.map((remark) => ({
      at: remark.at,
      shown: <Remark key={remark.id} claim={claim} remark={remark} />,
    })),
    ...talk.queries.map((query) => ({ at: query.at, shown: <Query key={query.id} claim={claim} query={query} /> })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (entries.length === 0) return isToRead ? <p className={css['erased']}>{t('talk.none')}</p> : null
  return (
    <ol className={css['thread']} aria-label={t('talk.thread')}>
      {entries.map(({ shown }) => shown)}
    </ol>
  )
}

function RemarkForm({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { newsroom, article, actor, drafts, wish } = useDesk()
  const { remark } = useDraft(drafts, claim.id)
  const sending = useSending()
  const area = useRef<HTMLTextAreaElement>(null)
  const people = readersOf(newsroom, article).filter(({ id }) => id !== actor.id)
  useEffect(() => {
    if (area.current === null || !wish?.granted('talk')) return
    area.current.focus()
    // Half a thought goes on where it stopped.
    area.current.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [wish])
  const send = async () => {
    const said = { text: remark, mentions: calledOnIn(remark, people) }
    const rule = say(actor, remark)
    if (!(await sending.send(rule, () => api.say(newsroom.slug, article.id, claim.id, said)))) return
    if (drafts.of(claim.id).remark === remark) drafts.change(claim.id, { remark: '' })
    announce(t('talk.said', { number: t('claim.number', { number: claim.number }) }))
  }
  return (
    <div className={css['form']}>
      <MentionField
        label={t('talk.remark')}
        placeholder={t('talk.placeholder')}
        value={remark}
        people={people}
        areaRef={area}
        onChange={(text) => drafts.change(claim.id, { remark: text })}
        onSubmit={() => void send()}
      >
        {remark !== '' && (
          <Button look="primary" size="small" {...keyHint(giveKeys)} onPress={() => void send()}>
            {t('talk.say')}
          </Button>
        )}
      </MentionField>
      <WhyNot sending={sending} />
    </div>
  )
}
