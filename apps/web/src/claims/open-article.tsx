/**
 * The desk of one open article: holds its text, puts the claims together, and lays out bar, text and panel. Keys in the text reach no
 * React state; what is held here changes when claims, the selection, the mode or the filter do.
 */
import { CoverageHub } from '#web/coverage/coverage-hub.ts'
import { Coverage, SentenceList } from '#web/coverage/parts.ts'
import { Suggestions } from '#web/suggestions/parts.ts'
import { SuggestionHub } from '#web/suggestions/suggestion-hub.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { mayDecide, mayEdit } from '#domain/actor.ts'
import type { ClaimFilter } from '#domain/desk.ts'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import type { ArticleEditor } from '#web/editor/article-editor.ts'
import { selectedSheetOf, sheetOf } from '#web/editor/mark-style.ts'
import { useSheet } from '#web/editor/mark-sheet.ts'
import { type Mode, setMode as setEditorMode } from '#web/editor/mode.ts'
import { bringIntoView, claimBeforeCaret, claimsUnder, markOf, nextOutward } from '#web/editor/pointing.ts'
import { actorOf } from '#web/frame/actor.ts'
import { DemoBanner } from '#web/frame/top-bar.tsx'
import { usePrinting } from '#web/print/use-printing.tsx'
import { FollowBar } from '#web/together/follow-bar.tsx'
import { useFollow } from '#web/together/use-follow.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { isSameTable, useSame } from '#web/ui/use-same.ts'
import { useWidth } from '#web/ui/use-width.ts'
import { announce } from '#web/ui/messages.tsx'
import { shortTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import { ArticleBar } from './article-bar.tsx'
import css from './article.module.css'
import { ClaimPanel, type PanelOpen } from './claim-panel.tsx'
import { type Desk, DeskContext, type SelectedFrom } from './desk.ts'
import { Drafts } from './drafts.ts'
import { FilterBar } from './filter-bar.tsx'
import { Foot } from './foot.tsx'
import { droppingOn } from './dropped-file.ts'
import { decisionsOf } from './kept-decisions.ts'
import { TextPane } from './text-pane.tsx'
import { useActs } from './use-acts.ts'
import { useDeskDialogs } from './use-desk-dialogs.ts'
import { useArticleSync, useWire } from './use-article-sync.ts'
import { useDeskClaims, useShown } from './use-desk-claims.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useFound } from './use-found.ts'
import { useGoTo } from './use-go-to.ts'
import { useMarking } from './use-marking.ts'
import { useNeedsYou } from './use-needs-you.ts'
import { usePastedLink } from './use-pasted-link.ts'
import { useSelected } from './use-selected.ts'

export interface OpenArticleProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  readonly show: ClaimFilter
  readonly claim: string | undefined
}

/** Nothing ends in the first moment. */
const WireEnded = onDemand(() => import('./wire.tsx').then((part) => part.WireEnded))

const narrow = '(width < 1100px)'
const isNarrow = (): boolean => matchMedia(narrow).matches

export function OpenArticle({ newsroom, article, show, claim: address }: OpenArticleProps) {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  const actor = useMemo(() => actorOf(newsroom), [newsroom])
  const [person, slug] = [newsroom.me.id, newsroom.slug]
  const decisions = useMemo(
    () => decisionsOf({ person, newsroom: slug, article: article.id }, queries),
    [person, slug, article.id, queries],
  )
  const [drafts] = useState(() => new Drafts())
  const [coverage] = useState(() => new CoverageHub())
  const [suggestions] = useState(() => new SuggestionHub(article.id, article.suggests))
  const [editor, setEditor] = useState<ArticleEditor | null>(null)
  const [panel, setPanel] = useState<PanelOpen>('closed')
  const [mine, setMine] = useState(false)
  const isWide = !useWidth(narrow)
  const dialogs = useDeskDialogs()
  const goTo = useGoTo(newsroom.slug, article.id)
  const find = useFound()
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const sync = useArticleSync(newsroom.slug, article, newsroom.me.id)
  const ended = useWire(sync, (wire) => wire.ended)

  const [chosenMode, setChosenMode] = useState<Mode>(mayDecide(actor) ? 'check' : 'edit')
  const mode: Mode = !mayEdit(actor) || ended === 'may-not-write' ? 'read' : chosenMode
  const mayMark = mode !== 'read' && mayDecide(actor)

  const { claims, inText, isAsked } = useDeskClaims(newsroom.slug, article.id, editor, decisions, actor.id)
  const shown = useShown(claims, show, mine ? actor.id : null, find)

  /** Where the last selection was made; the address counts as elsewhere. */
  const from = useRef<SelectedFrom>('address')
  const onArrive = useCallback(() => {
    from.current = 'address'
    setPanel('claim')
  }, [])
  const { id: selectedId, choose } = useSelected(claims, address, onArrive)
  const selected = claims.find(({ id }) => id === selectedId) ?? null
  const select = useCallback(
    (id: string | null, where: SelectedFrom) => {
      from.current = where
      choose(id)
      setPanel(id === null ? 'closed' : 'claim')
    },
    [choose],
  )

  const view = editor?.view ?? null
  const { acts, notes, wish } = useActs({
    now: { actor, claims, shown, selected, beforeCaret: () => (view === null ? null : claimBeforeCaret(view)) },
    decisions,
    drafts,
    select,
    onWish: () => setPanel('claim'),
    when: (at) => shortTime(at, Date.now(), newsroom.zone, locale),
  })

  const needing = useNeedsYou({ decisions, drafts, notes, selected: selectedId })

  // ── the text ──
  useEffect(() => {
    if (editor === null) return
    setEditorMode(editor.view, mode)
    editor.setLabel(
      t(mode === 'check' ? 'article.textCheck' : mode === 'edit' ? 'article.textEdit' : 'article.textRead'),
    )
  }, [editor, mode, t])
  const setMode = useCallback(
    (next: Mode) => {
      setChosenMode(next)
      announce(t(next === 'edit' ? 'mode.nowEdit' : 'mode.nowCheck'))
      view?.focus()
    },
    [view, t],
  )

  const looksNow = useMemo(
    () =>
      new Map(
        claims.map(({ id, standing, rating, risk, queries: open }) => [
          id,
          { standing, rating, faded: !shown.has(id), risky: risk === 'high', asked: open.length > 0 },
        ]),
      ),
    [claims, shown],
  )
  const looks = useSame(looksNow, isSameTable)
  useSheet(useMemo(() => sheetOf(looks, inText, isAsked), [looks, inText, isAsked]))
  useSheet(selectedSheetOf(selectedId, selectedId === null ? undefined : looks.get(selectedId), inText))

  const onClaims = useCallback(
    (ids: string[]) => {
      const lengths = new Map(
        claims.filter(({ standing }) => standing !== 'withdrawn').map(({ id, words }) => [id, words.length]),
      )
      const id = nextOutward(
        ids.filter((one) => lengths.has(one)),
        (one) => lengths.get(one) ?? 0,
        selectedId,
      )
      // In Edit mode on a small screen the panel would take the place of the words being edited.
      if (id !== null) return mode === 'edit' && isNarrow() ? undefined : select(id, 'text')
      if (isNarrow()) setPanel('closed')
    },
    [claims, selectedId, select, mode],
  )
  const selectAtCaret = useCallback(() => {
    if (view === null) return
    const { node } = view.domAtPos(view.state.selection.head)
    onClaims(claimsUnder(node instanceof Element ? node : node.parentElement, view.dom))
  }, [view, onClaims])

  const isThere = selectedId !== null && inText.has(selectedId)
  useEffect(() => {
    if (view === null || selectedId === null || !isThere) return
    // A frame later: a text just opened has no heights before.
    const frame = requestAnimationFrame(() => {
      const mark = markOf(view.dom, selectedId)
      if (mark === null || scroller.current === null) return
      // Words that were clicked are in sight already, unless a sheet has just come up over them.
      const covered = coveredBelow(scroller.current, root.current)
      if (from.current !== 'text' || covered > 0) bringIntoView(scroller.current, mark, covered)
    })
    return () => cancelAnimationFrame(frame)
  }, [view, selectedId, isThere, panel])

  const onMarked = useCallback((id: string) => select(id, 'text'), [select])
  const marking = useMarking(view, article.language, mayMark, onMarked)

  const selectFollowed = useCallback((id: string) => select(id, 'step'), [select])
  const following = useFollow({ sync, root, scroller, selected: selectedId, select: selectFollowed })
  const { print, printed } = usePrinting()

  // ── keys ──
  const close = useCallback(() => {
    if (isNarrow() && panel !== 'closed') setPanel('closed')
    else select(null, 'text')
  }, [panel, select])
  const { refocus, run, ...keyHandlers } = useDeskKeys({
    root,
    view,
    mode,
    acts,
    setMode,
    selectAtCaret,
    close,
    mark: marking.mark,
    sentence: marking.sentence,
    coverage,
    suggestions,
    toMe: () => acts.assign(actor),
    openKeys: () => dialogs.open('keys'),
    openPalette: () => dialogs.open('palette'),
    goTo,
  })
  const pasting = usePastedLink(mode, acts)
  // Before the next key: one pressed while nothing has the focus would reach nothing.
  useLayoutEffect(() => {
    // What had the focus went with its button, or with a panel.
    if (document.activeElement === document.body) refocus()
  }, [claims, panel, needing, following.person, refocus])
  useLayoutEffect(() => {
    // Decided, and on to the next claim: the keys are again those of the text or the list.
    if (document.activeElement?.closest('[data-sections]')) refocus()
  }, [selectedId, refocus])

  const setShow = useCallback(
    (next: ClaimFilter) =>
      void navigate({
        search: ({ show: _before, ...rest }) => (next === 'all' ? rest : { ...rest, show: next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )

  const desk: Desk = {
    newsroom,
    article,
    actor,
    mode,
    mayMark,
    view,
    claims,
    shown,
    show,
    mine,
    selected,
    drafts,
    decisions,
    notes,
    wish,
    acts,
    coverage,
    suggestions,
    select,
    setShow,
    setMine,
  }

  return (
    <DeskContext value={desk}>
      <div
        className={css['desk']}
        ref={root}
        data-mode={mode}
        {...keyHandlers}
        {...pasting}
        {...droppingOn(mode, acts)}
      >
        <DemoBanner />
        {sync !== null && (
          <ArticleBar
            sync={sync}
            following={following}
            mayEdit={mayEdit(actor)}
            onMode={setMode}
            onCommands={() => dialogs.open('palette')}
            onKeys={() => dialogs.open('keys')}
            onPrint={print}
          />
        )}
        {sync !== null && (
          <Suspense fallback={null}>
            <WireEnded sync={sync} />
          </Suspense>
        )}
        {isWide && (
          <section aria-label={t('article.region.filter')}>
            <FilterBar />
          </section>
        )}
        <div className={css['columns']}>
          <Suspense fallback={null}>
            {editor !== null && <Coverage hub={coverage} editor={editor} scroller={scroller} sync={sync} />}
          </Suspense>
          <TextPane
            sync={sync}
            editor={editor}
            onEditor={setEditor}
            scroller={scroller}
            marking={marking}
            onClaims={onClaims}
          />
          <ClaimPanel open={panel} filters={!isWide} onClose={() => setPanel('closed')} />
          <Suspense fallback={null}>
            <SentenceList hub={coverage} onMark={marking.mark} />
          </Suspense>
          <Suspense fallback={null}>
            {mode === 'check' && mayMark && <Suggestions hub={suggestions} scroller={scroller} />}
          </Suspense>
        </div>
        {printed}
        <FollowBar following={following} />
        <Foot onList={() => setPanel(panel === 'list' ? 'closed' : 'list')} />
      </div>
      {dialogs.shown((command) => {
        refocus()
        run(command)
      })}
    </DeskContext>
  )
}

/** How much of the text's lower part lies under the sheet of a small screen. */
function coveredBelow(text: HTMLElement, root: HTMLElement | null): number {
  const sheet = root?.querySelector<HTMLElement>('[data-sheet]')
  if (!sheet || sheet.offsetParent === null || !matchMedia('(width < 760px)').matches) return 0
  return Math.max(0, text.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top)
}
