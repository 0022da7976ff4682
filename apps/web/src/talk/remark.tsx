/** One remark: who said what when, whom it calls on, and whether that is resolved. */
import { mayEdit } from '#domain/actor.ts'
import { resolveTalk } from '#domain/talk.ts'
import type { RemarkView } from '#protocol/talk-view.ts'
import { api } from '#web/api/api.ts'
import { personOf, useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { Said } from './said.tsx'
import { useSending } from './sending.ts'
import css from './talk.module.css'

export function Remark({ claim, remark }: { claim: KnownClaim; remark: RemarkView }) {
  const { t, locale } = useWords()
  const { newsroom, article, actor, mode } = useDesk()
  const { whyNot, send } = useSending()
  const { id, by, at, text, mentions, resolvedBy } = remark
  const nameOf = (person: string) => personOf(newsroom, person).name
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(mentions.map(nameOf))
  const resolve = async () => {
    const rule = resolveTalk(actor, { resolved: resolvedBy !== null })
    if (await send(rule, () => api.resolve(newsroom.slug, article.id, claim.id, id))) announce(t('talk.resolved'))
  }
  return (
    <li className={css['entry']} data-waits={mentions.length > 0 && resolvedBy === null}>
      <Said by={by} at={at} text={text} erased={text === null} mentions={mentions} />
      {mentions.length > 0 && (
        <p className={css['state']}>
          {resolvedBy === null ? t('talk.calls', { names }) : t('talk.resolvedBy', { name: nameOf(resolvedBy) })}
          {resolvedBy === null && mode !== 'read' && mayEdit(actor) && (
            <Button
              look="quiet"
              size="small"
              glyph="tick"
              aria-label={t('talk.resolveOf', { name: nameOf(by) })}
              onPress={() => void resolve()}
            >
              {t('talk.resolve')}
            </Button>
          )}
        </p>
      )}
      {whyNot !== null && (
        <p role="status" className={css['whyNot']}>
          {whyNot}
        </p>
      )}
    </li>
  )
}
