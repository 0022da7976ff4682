/** Where one is signed in: this browser first. Whatever is ended is out within seconds, open articles included. */
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import type { OwnSession } from '#web/api/session.ts'
import { keys, useSessions } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/messages.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { browserFrom } from './browser.ts'
import css from './profile.module.css'

/** No newsroom is open on this page: times are those of the clock on this wall. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function SessionList() {
  const { t, whyNot } = useWords()
  const queries = useQueryClient()
  const sessions = useSessions()
  const refresh = () => queries.invalidateQueries({ queryKey: keys.sessions })
  const end = async (session: OwnSession) => {
    const reply = await api.endSession(session.token)
    toast({ text: reply.ok ? t('profile.ended') : whyNot(reply) })
    await refresh()
  }
  const endOthers = async () => {
    const reply = await api.endOtherSessions()
    toast({ text: reply.ok ? t('profile.othersEnded') : whyNot(reply) })
    await refresh()
  }
  const named = ({ userAgent }: OwnSession): string => {
    const known = browserFrom(userAgent)
    return known === null ? t('profile.unknownBrowser') : t('profile.browserOn', { ...known })
  }
  const all = sessions.data ?? []
  return (
    <section aria-labelledby="sessions-heading" aria-busy={sessions.isPending}>
      <h2 id="sessions-heading" className={css['subheading']}>
        {t('profile.sessions')}
      </h2>
      {sessions.isError && <p role="alert">{whyNot('server-trouble')}</p>}
      <ul>
        {all.map((session) => (
          <li key={session.token} className={css['row']}>
            <span className={css['what']}>
              {named(session)}
              {session.isThis && <strong> · {t('profile.this')}</strong>}
              <span className={css['quiet']}>
                {t('profile.since')} <Moment at={session.createdAt} zone={zone} />
              </span>
            </span>
            {!session.isThis && (
              <Button
                size="small"
                aria-label={t('profile.endOf', { browser: named(session) })}
                onPress={() => void end(session)}
              >
                {t('profile.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {all.length > 1 && <Button onPress={() => void endOthers()}>{t('profile.endOthers')}</Button>}
    </section>
  )
}
