/** A moment on screen: short newsroom time, the whole of it with its zone on hover; and how long until something is due. */
import { useWords } from '#web/words/words.tsx'
import css from './moment.module.css'
import { useNow } from './now.ts'
import { timeLeft } from './time-left.ts'
import { fullTime, shortTime } from './zone.ts'

export function Moment({ at, zone }: { at: string; zone: string }) {
  const { locale } = useWords()
  const now = useNow()
  return (
    <time dateTime={at} dir="auto" title={`${fullTime(at, zone, locale)} (${zone})`}>
      {shortTime(at, now, zone, locale)}
    </time>
  )
}

/** Turns to “late 12 min” by itself; never red, never blinking. `behind` is how far this laptop's clock is behind the server's. */
export function TimeLeft({ dueAt, behind = 0 }: { dueAt: string; behind?: number }) {
  const { t } = useWords()
  const now = useNow()
  const { late, key, values } = timeLeft(dueAt, now + behind)
  return <span className={late ? css['late'] : css['left']}>{t(key, values)}</span>
}
