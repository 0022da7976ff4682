/**
 * Keeping and skipping. A key acts on the suggestion that is selected in the text; where none is, it leads to the next one and decides
 * nothing, so that nobody keeps what they have not seen. Rules SU31–SU33.
 */
import { type RefObject, useMemo, useRef } from 'react'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Decisions } from '#web/claims/decisions.ts'
import { goTo } from '#web/coverage/places.ts'
import { marking, selectedStretch } from '#web/editor/marking.ts'
import type { Stretch } from '#web/editor/claim-runs.ts'
import { asMarking } from '#web/editor/transactions.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/suggest.ts'
import { setSkipped } from './skips.ts'
import type { SuggestionAct } from './suggestion-hub.ts'
import { isSame, nextAt, type Placed, placed, type SuggestionHere } from './suggestion-index.ts'

interface Need {
  readonly view: EditorView | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly decisions: Decisions
  /** What is suggested at this moment, whatever has been drawn yet. */
  readonly fresh: RefObject<() => SuggestionHere[]>
  readonly current: SuggestionHere | null
  readonly setCurrent: (current: SuggestionHere | null) => void
  readonly marked: () => void
}

export interface Deciding {
  readonly take: (act: SuggestionAct) => void
  /** From the tray: on the one it names, wherever the caret is. */
  readonly press: (act: SuggestionAct) => void
  readonly keepAll: (suggestions: readonly SuggestionHere[]) => void
  readonly skipAll: (suggestions: readonly SuggestionHere[]) => void
  readonly bringBack: (words: readonly string[]) => void
}

export function useDeciding(need: Need): Deciding {
  const { t, whyNot } = useWords()
  const latest = useRef({ ...need, t, whyNot })
  latest.current = { ...need, t, whyNot }

  return useMemo(() => {
    const here = (): { view: EditorView; all: Placed[] } | null => {
      const { view, fresh } = latest.current
      return view === null ? null : { view, all: placed(view.state.doc, fresh.current()) }
    }

    const left = (count: number) => latest.current.t('suggest.said.left', { count })

    const show = ({ suggestion, at }: Placed, before = '') => {
      const { view, scroller, setCurrent, t } = latest.current
      if (view === null) return
      setCurrent(suggestion)
      goTo(view, scroller.current, at)
      const words = suggestion.words
      announce(`${before} ${t('suggest.said.at', { kind: t(`kind.${suggestion.kind}`), words })}`.trim())
    }

    /** On to the one after a position, with what is to be said of the decision before it. */
    const goOn = (from: number, said = '') => {
      const all = here()?.all ?? []
      const next = all[nextAt(all, from)]
      if (next !== undefined) return show(next, said === '' ? '' : `${said} ${left(all.length)}`)
      latest.current.setCurrent(null)
      announce(`${said} ${left(0)}`.trim())
    }

    const send = (words: readonly string[], skipped: boolean) => {
      void setSkipped(latest.current.decisions, words, skipped).then((refused) => {
        if (refused !== null) toast({ text: latest.current.whyNot(refused) })
      })
    }

    const mark = (view: EditorView, some: readonly Placed[]) => {
      const tr = view.state.tr
      for (const { suggestion, at } of some) {
        for (const step of marking(view.state, at, suggestion.kind).tr.steps) tr.step(step)
      }
      const caret = some.at(-1)?.at.to
      if (caret !== undefined) tr.setSelection(TextSelection.create(tr.doc, caret))
      view.dispatch(asMarking(tr))
      latest.current.marked()
    }

    const decide = (act: 'keep' | 'skip', view: EditorView, one: Placed) => {
      const { t } = latest.current
      if (act === 'keep') {
        mark(view, [one])
        goOn(one.at.to, t('suggest.said.kept', { kind: t(`kind.${one.suggestion.kind}`) }))
      } else {
        send([one.suggestion.words], true)
        goOn(one.at.to, t('suggest.said.skipped', { count: 1 }))
      }
    }

    const step = (act: 'next' | 'previous', from: Stretch) => {
      if (act === 'next') return goOn(from.to)
      const all = here()?.all ?? []
      const before = all.findLast(({ at }) => at.to <= from.from) ?? all.at(-1)
      if (before !== undefined) show(before)
    }

    const act = (what: SuggestionAct, isSeen: (one: Placed, view: EditorView) => boolean) => {
      const now = here()
      if (now === null) return
      const { view, all } = now
      const one = all.find(({ suggestion }) => isSame(suggestion, latest.current.current))
      const selection = selectedNow(view)
      if (what === 'next' || what === 'previous') return step(what, one?.at ?? selection)
      if (one === undefined || !isSeen(one, view)) return goOn(selection.from)
      decide(what, view, one)
    }

    return {
      take: (what) =>
        act(what, ({ at }, view) => {
          const { from, to } = selectedNow(view)
          return from < to && from < at.to && to > at.from
        }),
      press: (what) => act(what, () => true),
      keepAll: (suggestions) => {
        const now = here()
        if (now === null) return
        const some = now.all.filter(({ suggestion }) => suggestions.some((one) => isSame(one, suggestion)))
        if (some.length === 0) return toast({ text: latest.current.t('suggest.said.changed') })
        mark(now.view, some)
        goOn(0, latest.current.t('suggest.said.keptAll', { count: some.length }))
      },
      skipAll: (suggestions) => {
        send([...new Set(suggestions.map(({ words }) => words))], true)
        goOn(0, latest.current.t('suggest.said.skipped', { count: suggestions.length }))
      },
      bringBack: (words) => {
        send(words, false)
        announce(latest.current.t('suggest.said.back', { count: words.length }))
      },
    } satisfies Deciding
  }, [])
}

/** What the browser shows as selected at this moment, or its caret: the editor's copy can lag behind fast keys. */
function selectedNow(view: EditorView): Stretch {
  const stretch = selectedStretch(view)
  if (stretch !== null) return stretch
  const { focusNode = null, focusOffset = 0 } = view.dom.ownerDocument.getSelection() ?? {}
  const isHere = focusNode !== null && view.dom.contains(focusNode)
  const at = isHere ? view.posAtDOM(focusNode, focusOffset, -1) : view.state.selection.head
  return { from: at, to: at }
}
