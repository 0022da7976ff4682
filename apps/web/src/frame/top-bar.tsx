/** The bar over the newsroom's own pages: where I am, whether the wire stands, who I am. The article desk has a bar of its own. */
import { Link } from '@tanstack/react-router'
import { mayRead } from '#domain/actor.ts'
import { useLiveState } from '#web/live/live-socket.ts'
import { useNewsroom, useStart, useWaiting } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { AccountMenu } from './account-menu.tsx'
import { actorOf } from './actor.ts'
import css from './frame.module.css'
import { Wordmark } from './wordmark.tsx'

export function TopBar({ newsroom, page }: { newsroom: string; page?: string }) {
  const { t } = useWords()
  const room = useNewsroom(newsroom).data
  const name = room?.name ?? newsroom
  const isAtDesk = room !== undefined && mayRead(actorOf(room))
  return (
    <>
      <DemoBanner />
      <header className={css['bar']}>
        <Link
          to="/$newsroom"
          params={{ newsroom }}
          className={css['home']}
          aria-label={t('frame.deskOf', { newsroom: name })}
        >
          <Wordmark />
        </Link>
        <nav className={css['trail']} aria-label={t('frame.where')}>
          <Icon glyph="chevron-end" size={12} />
          {page === undefined ? (
            <span className={css['here']} aria-current="page" dir="auto">
              {name}
            </span>
          ) : (
            <>
              <Link to="/$newsroom" params={{ newsroom }} className={css['step']} dir="auto">
                {name}
              </Link>
              <Icon glyph="chevron-end" size={12} />
              <span className={css['here']} aria-current="page">
                {page}
              </span>
            </>
          )}
        </nav>
        <WaitingLink newsroom={newsroom} />
        {isAtDesk && (
          <Link
            to="/$newsroom/sources"
            params={{ newsroom }}
            className={css['pageLink']}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t('frame.sources')}
          </Link>
        )}
        <Wire newsroom={newsroom} />
        <AccountMenu newsroom={newsroom} />
      </header>
    </>
  )
}

/** How much waits for me, wherever in the newsroom I am; it follows by itself. */
function WaitingLink({ newsroom }: { newsroom: string }) {
  const { t } = useWords()
  const room = useNewsroom(newsroom).data
  const isAtDesk = room !== undefined && mayRead(actorOf(room))
  const count = useWaiting(newsroom, isAtDesk).data?.waiting.length ?? 0
  if (!isAtDesk) return null
  return (
    <Link
      to="/$newsroom/waiting"
      params={{ newsroom }}
      className={css['pageLink']}
      activeProps={{ 'aria-current': 'page' }}
      aria-label={t('waiting.linkCount', { count })}
    >
      <span className={css['wideWord']}>{t('waiting.link')}</span>
      <span className={css['narrowGlyph']}>
        <Icon glyph="clock" />
      </span>
      {count > 0 && <b className={css['waitingCount']}>{count}</b>}
    </Link>
  )
}

/** Says nothing while all is well. */
function Wire({ newsroom }: { newsroom: string }) {
  const { t } = useWords()
  const { kind } = useLiveState(newsroom)
  return <span className={css['wire']}>{kind === 'waiting' ? t('live.waiting') : ''}</span>
}

/** Only when the server runs with a throw-away folder. */
export function DemoBanner() {
  const { t } = useWords()
  const start = useStart()
  if (!start.data?.demo) return null
  return (
    <aside className={css['demo']} aria-label={t('demo.label')}>
      {t('demo.banner')}
    </aside>
  )
}
