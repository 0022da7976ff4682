/**
 * The sentences of the article as a list beside the text: those untouched, with something to check first; those ticked; those claimed.
 * A row leads to its words; several are ticked for one reason, or their ticks taken back. Open while the address says so. Rule NC34.
 */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useDesk } from '#web/claims/desk.ts'
import { keyOf } from '#web/claims/keys.ts'
import { useStore } from '#web/live/sync-store.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { toast } from '#web/ui/messages.tsx'
import { TextField } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import type { CoverageHere, CoverageHub } from './coverage-hub.ts'
import { rangeOf } from './places.ts'
import { ReasonFields, useReason } from './reason-fields.tsx'
import { placeOf } from './sentence-index.ts'
import css from './sentence-list.module.css'
import { cueChoices, type CueChoice, type Listed, listed, type Show, shows } from './sentence-rows.ts'
import { SentenceRows } from './sentence-rows-view.tsx'
import '#web/words/coverage.ts'
import '#web/words/ticks.ts'

interface SentenceListProps {
  readonly hub: CoverageHub
  /** Opens the menu of kinds on the words selected in the text. */
  readonly onMark: () => void
}

export function SentenceList({ hub, onMark }: SentenceListProps) {
  const here = useStore(hub.here)
  const { sentences: show } = useSearch({ from: '/$newsroom/articles/$article' })
  return here === null || show === undefined ? null : <OpenList here={here} show={show} onMark={onMark} />
}

function OpenList({ here, show, onMark }: { here: CoverageHere; show: Show; onMark: () => void }) {
  const { t } = useWords()
  const { view, claims, select } = useDesk()
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  const [find, setFind] = useState('')
  const [cue, setCue] = useState<CueChoice>('all')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const focused = useRef<string | null>(null)
  const list = useRef<HTMLElement>(null)
  const reason = useReason(here.last())
  const rows = useMemo(() => listed(here.now.sentences, { show, find, cue }), [here.now, show, find, cue])
  const byKey = new Map(rows.map((row) => [row.key, row]))
  /** Without those that have gone from the list since. */
  const chosen = rows.filter(({ key }) => selected.has(key))

  useEffect(() => () => void ('highlights' in CSS && CSS.highlights.delete('sentence')), [])
  useEffect(() => {
    const within = (selector: string) => list.current?.querySelector<HTMLElement>(selector)
    ;(within('[role="grid"]') ?? within('input'))?.focus()
  }, [])

  const change = (next: Show | undefined) => {
    setSelected(new Set())
    void navigate({
      search: ({ sentences: _before, ...rest }) => (next === undefined ? rest : { ...rest, sentences: next }),
      replace: true,
      resetScroll: false,
    })
  }
  const close = () => {
    change(undefined)
    view?.focus()
  }

  const go = ({ sentence }: Listed) => {
    // On a phone the list lies over the words.
    if (matchMedia('(width < 760px)').matches) change(undefined)
    const claim = claims.find(({ id, standing }) => sentence.claims.includes(id) && standing !== 'withdrawn')
    if (here.goTo(sentence) && sentence.standing === 'claimed' && claim !== undefined) select(claim.id, 'list')
  }
  /** The row that has the focus: its words are shown in the text. */
  const onFocus = (event: FocusEvent) => {
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null
    if (key !== null) focused.current = key
    const row = key === null ? undefined : byKey.get(key)
    if (view === null || row === undefined || !('highlights' in CSS)) return
    const place = placeOf(view.state.doc, row.sentence)
    if (place !== null) CSS.highlights.set('sentence', new Highlight(rangeOf(view, place)))
  }

  /** What an act is about: the rows selected, else the one that has the focus. */
  const meant = (): Listed[] => {
    const one = byKey.get(focused.current ?? '')
    return chosen.length > 0 ? chosen : one === undefined ? [] : [one]
  }
  const act = (take: (rows: readonly Listed[]) => void) => {
    const about = meant()
    if (about.length === 0) return toast({ text: t('coverage.hint') })
    take(about)
  }
  const tick = () =>
    act((about) => {
      const given = reason.take()
      if (given === null) return
      here.give(
        about.map(({ sentence }) => sentence),
        given,
      )
      setSelected(new Set())
    })
  const untick = () =>
    act((about) => {
      here.takeBack(about.map(({ sentence }) => sentence))
      setSelected(new Set())
    })
  const mark = () =>
    act(([first]) => {
      if (first !== undefined && here.goTo(first.sentence)) onMark()
    })

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (!list.current?.contains(target)) return
    const stop = (take: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      take()
    }
    if (event.key === 'Escape') return stop(close)
    if (target.closest('[role="grid"]') === null || !here.mayTick || event.repeat) return
    const key = keyOf(event)
    if (key === 't') stop(show === 'ticked' ? untick : tick)
    else if (key === 'm' && show === 'untouched') stop(mark)
  }

  const count = chosen.length
  return (
    <aside
      ref={list}
      className={css['list']}
      aria-label={t('coverage.list')}
      data-region="sentences"
      tabIndex={-1}
      onKeyDownCapture={onKeyDown}
      onFocusCapture={onFocus}
    >
      <div className={css['head']}>
        <h2>{t('coverage.list')}</h2>
        <IconButton glyph="cross" size="small" label={t('coverage.close')} onPress={close} />
      </div>
      <div className={css['filters']}>
        <ToggleButtonGroup
          label={t('coverage.show')}
          options={shows.map((id) => ({ id, text: t(`coverage.show.${id}`, { count: here.now.counts[id] }) }))}
          value={show}
          onChange={change}
        />
        <TextField label={t('coverage.find')} value={find} onChange={setFind} dir="auto" type="search" />
        <Select
          label={t('coverage.cue')}
          value={cue}
          onChange={setCue}
          options={cueChoices.map((id) => ({ id, text: t(`coverage.cue.${id}`) }))}
        />
      </div>
      {rows.length > 0 ? (
        <SentenceRows rows={rows} show={show} selected={selected} onSelect={setSelected} onGo={go} />
      ) : (
        <div className={css['empty']}>
          {here.now.counts[show] === 0 ? (
            <p>{t(`coverage.none.${show}`)}</p>
          ) : (
            <>
              <p>{t('coverage.noneFound')}</p>
              <Button
                onPress={() => {
                  setFind('')
                  setCue('all')
                }}
              >
                {t('coverage.clear')}
              </Button>
            </>
          )}
        </div>
      )}
      {here.mayTick && show !== 'claimed' && rows.length > 0 && (
        <div className={css['acts']}>
          {show === 'untouched' && <ReasonFields reason={reason} />}
          {show === 'untouched' && (
            <Button look="primary" onPress={tick}>
              {t('coverage.tick', { count })}
            </Button>
          )}
          {show === 'untouched' && <Button onPress={mark}>{t('coverage.mark')}</Button>}
          {show === 'ticked' && <Button onPress={untick}>{t('coverage.untick', { count })}</Button>}
          <Button onPress={() => setSelected(new Set(count === rows.length ? [] : rows.map(({ key }) => key)))}>
            {t(count === rows.length ? 'coverage.selectNone' : 'coverage.selectAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </aside>
  )
}
