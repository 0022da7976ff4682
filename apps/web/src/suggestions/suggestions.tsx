/**
 * Suggested claims on the article desk: follows text, claims, ticks and skips, draws what is suggested, takes the keys, and shows the tray
 * below the text. Loaded after the text; made anew with the sentences, once the browser is idle, never for a key. Rules SU30–SU36.
 */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { skipsApi } from '#web/api/skips.ts'
import { useDesk } from '#web/claims/desk.ts'
import { wordsOf } from '#web/editor/marking.ts'
import { drawSuggested } from '#web/editor/suggested.ts'
import { useStore } from '#web/live/sync-store.ts'
import { keys, must } from '#web/queries.ts'
import type { SuggestionHub } from './suggestion-hub.ts'
import { isSame, placed, type Settled, SuggestionIndex, type SuggestionHere } from './suggestion-index.ts'
import { Tray } from './tray.tsx'
import { useDeciding } from './use-deciding.ts'
import { useSelectedWords } from './use-selected-words.ts'
import '#web/words/suggest.ts'

const skipsQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: [...keys.article(newsroom, article), 'skips'] as const,
    queryFn: async () => (await must(skipsApi.skips(newsroom, article))).skips,
  })

export interface SuggestionsProps {
  readonly hub: SuggestionHub
  readonly scroller: RefObject<HTMLElement | null>
}

export function Suggestions({ hub, scroller }: SuggestionsProps) {
  const { newsroom, article, claims, coverage, decisions, view } = useDesk()
  const isShown = useStore(hub.shown)
  const now = useStore(coverage.here)?.now ?? null
  const given = useQuery(skipsQuery(newsroom.slug, article.id)).data
  const pending = useStore(decisions.skips)
  const index = useMemo(() => new SuggestionIndex(article.language), [article.language])
  /** Grows when something was marked here: the text is read again at once. */
  const [turn, setTurn] = useState(0)
  const [current, setCurrent] = useState<SuggestionHere | null>(null)

  const settled = useMemo((): Settled | null => {
    if (now === null || given === undefined) return null
    const skipped = new Set(given.map(({ words }) => words))
    for (const [words, isSkipped] of pending) {
      if (isSkipped) skipped.add(words)
      else skipped.delete(words)
    }
    return {
      withdrawn: new Set(claims.filter(({ standing }) => standing === 'withdrawn').map(({ id }) => id)),
      ticked: new Set(now.sentences.filter(({ standing }) => standing === 'ticked').map(({ words }) => words)),
      skipped,
    }
  }, [now, given, pending, claims])

  const latest = useRef(settled)
  latest.current = settled
  const fresh = useRef((): SuggestionHere[] => [])
  fresh.current = () => {
    if (view === null || latest.current === null) return []
    const underWay = decisions.skips.get()
    return index.read(view.state.doc, latest.current).filter(({ words }) => underWay.get(words) !== true)
  }

  // `now` changes with the sentences, `turn` with what was marked here.
  const suggestions = useMemo(
    () => (settled === null || view === null || turn < 0 ? null : index.read(view.state.doc, settled)),
    [index, view, settled, turn],
  )
  const skipped = useMemo(() => {
    const text =
      suggestions === null || view === null ? '' : wordsOf(view.state.doc, { from: 0, to: view.state.doc.content.size })
    return [...(settled?.skipped ?? [])].filter((words) => text.includes(words))
  }, [view, settled, suggestions])
  const isCurrent = (one: SuggestionHere) => isSame(one, current)
  const at = suggestions?.findIndex(isCurrent) ?? -1

  useEffect(() => {
    if (view === null) return
    const shown = isShown && suggestions !== null ? placed(view.state.doc, suggestions) : []
    const chosen = shown.find(({ suggestion }) => isSame(suggestion, current))
    drawSuggested(
      view,
      shown.map((one) => one.at),
      chosen?.at ?? null,
    )
  }, [view, suggestions, isShown, current])
  useEffect(() => () => void (view !== null && drawSuggested(view, [], null)), [view])

  useSelectedWords(isShown ? (suggestions?.[at]?.words ?? null) : null)

  const acts = useDeciding({
    view,
    scroller,
    decisions,
    fresh,
    current,
    setCurrent,
    marked: () => setTurn((n) => n + 1),
  })
  const isKnown = settled !== null
  // A key pressed before it is known what was skipped waits for that.
  useEffect(() => (isKnown ? hub.listen(acts.take) : undefined), [hub, acts, isKnown])

  if (!isShown || suggestions === null) return null
  if (suggestions.length === 0 && skipped.length === 0) return null
  return (
    <Tray
      suggestions={suggestions}
      at={at}
      skipped={skipped}
      language={article.language}
      acts={acts}
      onHide={() => hub.show(false)}
    />
  )
}
