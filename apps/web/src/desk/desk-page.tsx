/**
 * The newsroom desk: every article that is open to the person, the one that can hurt somebody soonest on top. It shows current state
 * and computes no rule; every number opens the list it counts; filters live in the address.
 */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, useRef } from 'react'
import { mayEdit } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import type { DeskSearch } from '#web/frame/search.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { PasteBox } from '#web/import/paste-box.tsx'
import { handOver } from '#web/import/handover.ts'
import { useDesk, useNewsroom } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useNow } from '#web/ui/now.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { DeskFilters } from './desk-filters.tsx'
import { DeskTable } from './desk-table.tsx'
import { desksOf, shownArticles } from './shown-articles.ts'
import { Summary } from './summary.tsx'
import css from './desk.module.css'
import '#web/words/desk.ts'
import '#web/words/import.ts'

const FirstNightCard = onDemand(() =>
  import('#web/first-night/first-night-card.tsx').then((part) => part.FirstNightCard),
)

export function DeskPage() {
  const { t } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const search = useSearch({ from: '/$newsroom/' })
  const navigate = useNavigate()
  const room = useNewsroom(newsroom).data
  const desk = useDesk(newsroom)
  usePageTitle(room?.name ?? t('desk.page'))

  const behind = clockBehind(desk.data?.now, desk.dataUpdatedAt)
  const now = useNow() + behind
  const zone = room?.zone ?? 'UTC'
  const all = desk.data?.articles
  const shown = useMemo(() => shownArticles(all ?? [], search, { now, zone }), [all, search, now, zone])
  useSpokenCount(shown.length, search)

  if (!room || !desk.data || !all) return null
  const actor = actorOf(room)
  const mayImport = mayEdit(actor)
  const filtered = Object.keys(search).length > 0
  const setSearch = (change: DeskSearch) =>
    void navigate({ to: '/$newsroom', params: { newsroom }, search: change, replace: true })

  return (
    <>
      <TopBar newsroom={newsroom} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <Summary newsroom={newsroom} tally={all.length === 0 ? null : desk.data.tally} search={search} />
        {all.length === 0 ? (
          <EmptyDesk newsroom={newsroom} mayImport={mayImport} />
        ) : (
          <>
            <div className={css['tools']}>
              <DeskFilters desks={desksOf(all)} search={search} onChange={setSearch} />
              {mayImport && (
                <Link to="/$newsroom/import" params={{ newsroom }} className={css['import']}>
                  <Icon glyph="plus" />
                  {t('desk.import')}
                </Link>
              )}
            </div>
            {search.show && (
              <p className={css['showing']}>
                {t(`desk.showing.${search.show}`)} ·{' '}
                <Link to="/$newsroom" params={{ newsroom }} search={{ ...without(search, 'show') }} replace>
                  {t('desk.clear')}
                </Link>
              </p>
            )}
            {shown.length > 0 ? (
              <DeskTable newsroom={newsroom} articles={shown} people={room.people} zone={zone} behind={behind} />
            ) : (
              <p className={css['nothing']}>
                {t('desk.nothingFits')}{' '}
                <Link to="/$newsroom" params={{ newsroom }} search={{}} replace>
                  {t('desk.clearAll')}
                </Link>
              </p>
            )}
            <p className={css['foot']}>
              {filtered
                ? t('desk.countOf', { count: shown.length, all: all.length })
                : t('desk.count', { count: all.length })}
            </p>
          </>
        )}
        <Suspense fallback={null}>
          <FirstNightCard newsroom={newsroom} actor={actor} />
        </Suspense>
      </main>
    </>
  )
}

function EmptyDesk({ newsroom, mayImport }: { newsroom: string; mayImport: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  if (!mayImport) return <p className={css['nothing']}>{t('desk.empty')}</p>
  return (
    <section className={css['empty']} aria-labelledby="empty-desk">
      <h2 id="empty-desk" className={css['emptyHeading']}>
        {t('desk.emptyImport')}
      </h2>
      <PasteBox
        onPasted={(clip) => {
          handOver(newsroom, clip)
          void navigate({ to: '/$newsroom/import', params: { newsroom } })
        }}
      />
    </section>
  )
}

/** A laptop whose clock is off shows the server's time; a few seconds on the way are nothing. */
function clockBehind(serverNow: string | undefined, receivedAt: number): number {
  const behind = serverNow === undefined ? 0 : Date.parse(serverNow) - receivedAt
  return Math.abs(behind) < 10_000 ? 0 : behind
}

function without<K extends keyof DeskSearch>(search: DeskSearch, key: K): Omit<DeskSearch, K> {
  const { [key]: _, ...rest } = search
  return rest
}

/** After a filter changed, how many are left is spoken; not after every change from elsewhere. */
function useSpokenCount(count: number, search: DeskSearch): void {
  const { t } = useWords()
  const address = JSON.stringify(search)
  const before = useRef(address)
  useEffect(() => {
    if (before.current === address) return
    before.current = address
    announce(t('desk.count', { count }))
  }, [address, count, t])
}
