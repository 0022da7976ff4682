/** What every page of a newsroom has: its live socket, and one sentence when the wire is lost and when it is back. */
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLiveSocket, useLiveState } from '#web/live/live-socket.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'

export function NewsroomFrame() {
  const { newsroom } = useParams({ from: '/$newsroom' })
  useLiveSocket(newsroom)
  const { t } = useWords()
  const { kind } = useLiveState(newsroom)
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
