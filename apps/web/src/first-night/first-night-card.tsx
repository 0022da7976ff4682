/**
 * The first night of somebody new, at the foot of their desk: what there is to try once, ticked by what really happened. It covers and moves
 * nothing, goes when all is done, and closed it stays closed. Rules FN1–FN3.
 */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Actor } from '#domain/actor.ts'
import { type FirstNightStep, stepsOf } from '#domain/first-night.ts'
import { api } from '#web/api/api.ts'
import { keys, must } from '#web/queries.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/first-night.ts'
import css from './first-night.module.css'
import { isNoted, note, remembers } from './memory.ts'

export function FirstNightCard({ newsroom, actor }: { newsroom: string; actor: Actor }) {
  const { t } = useWords()
  const [isClosed, setClosed] = useState(() => !remembers() || isNoted(actor.id, 'closed'))
  const steps = stepsOf(actor)
  // What is tried is tried on other pages and in other windows: it is asked when somebody comes back to the desk.
  const asked = useQuery({
    queryKey: keys.firstNight(newsroom),
    queryFn: () => must(api.firstNight(newsroom)),
    enabled: !isClosed && steps.length > 0,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  })
  if (isClosed || asked.data === undefined) return null
  const done = new Set<FirstNightStep>(asked.data.done)
  if (isNoted(actor.id, 'saw-reworded')) done.add('reworded')
  const left = steps.filter((step) => !done.has(step)).length
  if (left === 0) return null
  const close = () => {
    note(actor.id, 'closed')
    setClosed(true)
    document.getElementById('content')?.focus()
  }
  return (
    <section className={css['card']} aria-labelledby="first-night">
      <header className={css['head']}>
        <h2 id="first-night">{t('firstNight.heading')}</h2>
        <span className={css['left']}>{t('firstNight.left', { count: left })}</span>
        <IconButton glyph="cross" size="small" label={t('firstNight.close')} onPress={close} />
      </header>
      <ol className={css['steps']}>
        {steps.map((step) => (
          <li key={step} data-done={done.has(step)}>
            <Icon glyph={done.has(step) ? 'tick' : 'box'} />
            <span>
              {t(`firstNight.${step}`)}
              {done.has(step) && ` · ${t('firstNight.done')}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
