/**
 * What every page of a newsroom has: its live socket, one sentence when the wire is lost and when it is back, and the sending of decisions
 * that wait on this device, whichever article they are about; what is refused of them is told here. Rules KP3, KP5.
 */
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLiveSocket, useLiveState } from '#web/live/live-socket.ts'
import { articlesWithKept, onRefused } from '#web/live/kept-keys.ts'
import { useNewsroom } from '#web/queries.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'

export function NewsroomFrame() {
  const { newsroom } = useParams({ from: '/$newsroom' })
  useLiveSocket(newsroom)
  const words = useWords()
  const { t } = words
  const { kind } = useLiveState(newsroom)
  const queries = useQueryClient()
  const me = useNewsroom(newsroom).data?.me.id
  useEffect(() => {
    if (kind !== 'open' || me === undefined || articlesWithKept(me, newsroom).length === 0) return
    void import('#web/claims/kept-decisions.ts').then(
      ({ sendKept }) => sendKept(me, newsroom, queries),
      // No way to the server after all: tried again when there is.
      () => undefined,
    )
  }, [kind, me, newsroom, queries])
  const around = { queries, words, router: useRouter() }
  const latest = useRef(around)
  latest.current = around
  useEffect(
    () =>
      onRefused((place, refused) => {
        void import('#web/claims/told-elsewhere.ts').then(
          ({ tellElsewhere }) => tellElsewhere(place, refused, latest.current),
          // Listed still: told on the article's own desk, and by the next page that is opened.
          () => undefined,
        )
      }),
    [],
  )
  const wasLost = useRef(false)
  useEffect(() => {
    if (kind === 'waiting' && !wasLost.current) {
      wasLost.current = true
      announce(t('live.waiting'))
    }
    if (kind === 'open' && wasLost.current) {
      wasLost.current = false
      announce(t('live.back'))
    }
  }, [kind, t])
  return <Outlet />
}
