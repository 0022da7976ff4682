/**
 * Coverage on the article desk: follows the text, the claims and the ticks, tells the rest of the desk what stands, takes the keys, and
 * draws the strip. Loaded after the text; nothing here is done while a key is on its way to the screen.
 */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import type { TickView } from '#protocol/tick-view.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import type { ArticleEditor } from '#web/editor/article-editor.ts'
import { selectedStretch } from '#web/editor/marking.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { useStore } from '#web/live/sync-store.ts'
import { keys, must } from '#web/queries.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import { isSameTable, useSame } from '#web/ui/use-same.ts'
import { useWords } from '#web/words/words.tsx'
import type { CoverageAct, CoverageHere, CoverageHub } from './coverage-hub.ts'
import { type CoverageNow, coverageNow, type CoveredSentence, nextUntouched } from './coverage-now.ts'
import { ReasonMenu } from './reason-menu.tsx'
import { goTo } from './places.ts'
import { placeOf, SentenceIndex } from './sentence-index.ts'
import { Strip } from './strip.tsx'
import { type Reason, Ticks } from './ticks.ts'
import { useRefusedTicks } from './use-refused-ticks.ts'
import '#web/words/coverage.ts'
import '#web/words/ticks.ts'

const ticksQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: [...keys.article(newsroom, article), 'ticks'] as const,
    queryFn: async () => (await must(api.ticks(newsroom, article))).ticks,
  })

const none: readonly TickView[] = []

export interface CoverageProps {
  readonly hub: CoverageHub
  readonly editor: ArticleEditor
  readonly scroller: RefObject<HTMLElement | null>
  readonly sync: ArticleSync | null
}

export function Coverage({ hub, editor, scroller, sync }: CoverageProps) {
  const { newsroom, article, actor, claims, decisions, mayMark } = useDesk()
  const { view } = editor
  useRefusedTicks(decisions)
  const index = useMemo(() => new SentenceIndex(article.language), [article.language])
  useEffect(() => {
    const doc = () => view.state.doc
    index.readSoon(doc)
    const forget = editor.onText(() => index.readSoon(doc))
    return () => {
      forget()
      index.destroy()
    }
  }, [index, editor, view])

  const ticks = useMemo(() => new Ticks(decisions), [decisions])
  const given = useQuery(ticksQuery(newsroom.slug, article.id)).data
  const pending = useStore(decisions.ticks)
  const read = useStore(index.now)
  const standingNow = useMemo(
    () =>
      new Map(
        claims
          .filter((claim) => claim.standing !== 'withdrawn')
          .map((claim) => [claim.id, { standing: claim.standing, rating: claim.rating }]),
      ),
    [claims],
  )
  const standing = useSame(standingNow, isSameTable)
  const now = useMemo(
    () => (given === undefined || read.size === 0 ? null : coverageNow(read, standing, given, pending)),
    [read, standing, given, pending],
  )

  const latest = useRef({ standing, given })
  latest.current = { standing, given }
  /** What stands at this moment, whatever has been drawn yet. */
  const fresh = useCallback(
    () =>
      coverageNow(
        index.read(view.state.doc),
        latest.current.standing,
        latest.current.given ?? none,
        decisions.ticks.get(),
      ),
    [index, view, decisions],
  )

  const [choosing, setChoosing] = useState<readonly CoveredSentence[] | null>(null)
  const acts = useTicking({ view, scroller, ticks, fresh, choose: setChoosing })
  useEffect(() => {
    const { give, takeBack, goTo } = acts
    const here: CoverageHere | null = now && { now, mayTick: mayMark, last: () => ticks.last, give, takeBack, goTo }
    hub.here.set(here)
  }, [hub, now, mayMark, ticks, acts])
  useEffect(() => () => hub.here.set(null), [hub])

  const after = useRef<(() => void) | null>(null)
  const close = (act?: () => void) => {
    after.current = () => {
      view.focus()
      act?.()
    }
    setChoosing(null)
  }
  useEffect(() => {
    if (choosing !== null || after.current === null) return
    // A frame after it has gone: a dialog that is open keeps the focus to itself.
    requestAnimationFrame(after.current)
    after.current = null
  }, [choosing])

  const isKnown = given !== undefined
  // A key pressed before the ticks are known waits for them: it would take a ticked sentence for an untouched one.
  useEffect(() => (isKnown ? hub.listen(acts.take) : undefined), [hub, acts, isKnown])

  return (
    <>
      {now !== null && <Strip now={now} view={view} scroller={scroller} sync={sync} me={actor.id} />}
      {choosing !== null && (
        <ReasonMenu
          sentences={choosing}
          view={view}
          onTick={(reason) => close(() => acts.tickAndGoOn(choosing, reason))}
          onUntick={() => close(() => acts.takeBack(choosing))}
          onClose={() => close()}
        />
      )}
    </>
  )
}

interface Need {
  readonly view: EditorView
  readonly scroller: RefObject<HTMLElement | null>
  readonly ticks: Ticks
  readonly fresh: () => CoverageNow
  /** Asks for a reason for these. */
  readonly choose: (sentences: readonly CoveredSentence[]) => void
}

function useTicking({ view, scroller, ticks, fresh, choose }: Need) {
  const { t } = useWords()
  const words = useRef({ t })
  words.current = { t }

  return useMemo(() => {
    const say = (key: Parameters<typeof t>[0], values?: Parameters<typeof t>[1]) =>
      announce(words.current.t(key, values))

    const go = (sentence: CoveredSentence): boolean => {
      const place = placeOf(view.state.doc, sentence)
      if (place === null) {
        toast({ text: words.current.t('coverage.said.gone') })
        return false
      }
      goTo(view, scroller.current, place)
      return true
    }

    const goOn = (after: number) => {
      const { sentences } = fresh()
      const next = sentences[nextUntouched(sentences, after)]
      if (next !== undefined) go(next)
      return next !== undefined
    }

    const give = (sentences: readonly CoveredSentence[], reason: Reason) => {
      const { t } = words.current
      const count = sentences.length
      if (count === 0) return
      const asked = [...new Set(sentences.map((one) => one.words))]
      void ticks.give(asked, reason).then((reply) => {
        // What is refused is told where everything refused is.
        const missed = reply.ok ? reply.value.missed : 0
        if (missed > 0) toast({ text: t('coverage.said.missed', { count: missed }) })
      })
      const left = fresh().counts.untouched
      say('coverage.said.ticked', { count, left, reason: t(`tick.reason.${reason.reason}`) })
    }

    const takeBack = (sentences: readonly CoveredSentence[]) => {
      if (sentences.length === 0) return
      const asked = [...new Set(sentences.map((one) => one.words))]
      void ticks.takeBack(asked)
      say('coverage.said.unticked', { count: sentences.length })
    }

    /** The sentences that the selection touches, or the one at the caret; the how-manieth the last of them is. */
    const here = () => {
      const { sentences, read } = fresh()
      const { head } = view.state.selection
      const stretch = selectedStretch(view)
      const touched = sentences.flatMap((one, index) => {
        const from = read.at[index] ?? 0
        const to = from + one.to - one.from
        const isTouched = stretch === null ? from <= head && head <= to : from < stretch.to && to > stretch.from
        return isTouched ? [index] : []
      })
      // Between two sentences the caret is at the later one.
      const at = stretch === null ? touched.slice(-1) : touched
      return { last: at.at(-1) ?? -1, sentences: at.flatMap((index) => sentences[index] ?? []) }
    }

    const tickAndGoOn = (sentences: readonly CoveredSentence[], reason: Reason) => {
      const { last } = here()
      give(sentences, reason)
      view.focus()
      goOn(last)
    }

    /** ⇧S: as far as the end of the sentence after the selection; without one, the sentence at the caret. */
    const extend = () => {
      const { doc } = view.state
      const { sentences } = fresh()
      const stretch = selectedStretch(view)
      const places = sentences.flatMap((one) => placeOf(doc, one) ?? [])
      const next = stretch === null ? undefined : places.find(({ to }) => to > stretch.to)
      if (stretch !== null && next !== undefined)
        return goTo(view, scroller.current, { from: stretch.from, to: next.to })
      const [first] = stretch === null ? here().sentences : []
      if (first !== undefined) go(first)
    }

    const take = (act: CoverageAct) => {
      if (act === 'extend') return extend()
      const { last, sentences } = here()
      if (act === 'next-untouched') return void (goOn(last) || say('coverage.said.done'))
      if (sentences.length === 0) return toast({ text: words.current.t('coverage.said.noSentence') })
      if (act === 'choose-reason') return choose(sentences.filter(({ standing }) => standing !== 'claimed'))
      const untouched = sentences.filter(({ standing }) => standing === 'untouched')
      if (untouched.length > 0) return tickAndGoOn(untouched, ticks.last)
      const isLeft = goOn(last)
      if (!isLeft) return say('coverage.said.done')
      const isClaimed = sentences.some(({ standing }) => standing === 'claimed')
      say(isClaimed ? 'coverage.said.claimed' : 'coverage.said.tickedBefore')
    }

    return { give, takeBack, tickAndGoOn, take, goTo: go }
  }, [view, scroller, ticks, fresh, choose])
}
