/**
 * The strip beside the text: the whole article from top to bottom, what is claimed, ticked and left, and the part in sight. Clicking and
 * dragging scrolls; so do Alt with the arrows in the text, and the arrows on the strip itself. Rules NC31–NC33.
 */
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { useWords } from '#web/words/words.tsx'
import type { CoverageNow } from './coverage-now.ts'
import { bringPart, partInSight } from './places.ts'
import { StripPeople } from './strip-people.tsx'
import { stripSegments } from './strip-segments.ts'
import css from './strip.module.css'
import '#web/words/coverage.ts'
import '#web/words/ticks.ts'

/** About three pixels each on a screen of usual height. */
const rows = 240
/** Of what is in sight. */
const step = 0.85

interface StripProps {
  readonly now: CoverageNow
  readonly view: EditorView
  readonly scroller: RefObject<HTMLElement | null>
  readonly sync: ArticleSync | null
  readonly me: string
}

export function Strip({ now, view, scroller, sync, me }: StripProps) {
  const { t } = useWords()
  const strip = useRef<HTMLDivElement>(null)
  const bracket = useRef<HTMLSpanElement>(null)
  const segments = useMemo(() => stripSegments(now, rows), [now])
  const label = t('tick.coverage', { sentences: now.sentences.length, ...now.counts })

  useEffect(() => {
    const text = scroller.current
    if (text === null) return
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (strip.current === null || bracket.current === null) return
        const { from, to } = partInSight(view, text)
        bracket.current.style.insetBlockStart = `${from * 100}%`
        bracket.current.style.blockSize = `${Math.max(0, to - from) * 100}%`
        const percent = Math.round(from * 100)
        strip.current.ariaValueNow = String(percent)
        strip.current.ariaValueText = t('coverage.part', { percent })
      })
    }
    look()
    const size = new ResizeObserver(look)
    size.observe(text)
    size.observe(view.dom)
    text.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      size.disconnect()
      text.removeEventListener('scroll', look)
    }
  }, [view, scroller, t])

  useEffect(() => {
    const text = scroller.current
    if (text === null) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event
      if (!altKey || ctrlKey || metaKey || shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return
      event.preventDefault()
      event.stopPropagation()
      text.scrollBy({ top: (key === 'ArrowUp' ? -step : step) * text.clientHeight })
    }
    text.addEventListener('keydown', onKey, { capture: true })
    return () => text.removeEventListener('keydown', onKey, { capture: true })
  }, [scroller])

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      // The text keeps the focus, and its keys.
      event.preventDefault()
    } else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    if (scroller.current !== null) bringPart(view, scroller.current, (event.clientY - top) / Math.max(1, height))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const text = scroller.current
    if (text === null || event.ctrlKey || event.metaKey) return
    const by: Record<string, number> = { ArrowUp: -0.1, ArrowDown: 0.1, PageUp: -step, PageDown: step }
    const distance = by[event.key]
    if (distance !== undefined) text.scrollBy({ top: distance * text.clientHeight })
    else if (event.key === 'Home') bringPart(view, text, 0)
    else if (event.key === 'End') bringPart(view, text, 1)
    else return
    event.preventDefault()
  }

  return (
    <nav className={css['beside']} aria-label={t('coverage.strip')}>
      <div
        ref={strip}
        className={css['strip']}
        role="scrollbar"
        tabIndex={0}
        aria-controls="content"
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        aria-label={label}
        title={label}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onKeyDown={onKeyDown}
      >
        <div className={css['track']}>
          {segments.map(({ from, to, look, tone }) => (
            <span
              key={from}
              className={css['segment']}
              data-look={look}
              data-tone={tone}
              style={{ insetBlockStart: `${(from / rows) * 100}%`, blockSize: `${((to - from) / rows) * 100}%` }}
            />
          ))}
          <span ref={bracket} className={css['bracket']} />
          {sync !== null && <StripPeople sync={sync} me={me} view={view} now={now} />}
        </div>
      </div>
    </nav>
  )
}
