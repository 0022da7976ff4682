/**
 * The keys of the desk. One-key verbs act in Check mode while the text or the list has the focus, never in a field, menu or dialog;
 * F6 goes round the parts of the page; Escape leads back to the text and loses nothing typed.
 */
import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import { readSelection } from '#web/editor/browser-selection.ts'
import type { Command, CommandDesk } from './commands.ts'
import { commandAt, isBeginning } from './key-choice.ts'
import { isMarkInEdit, keyOf } from './keys.ts'

export interface DeskKeysNeed extends Omit<CommandDesk, 'nextRegion' | 'find'> {
  readonly root: RefObject<HTMLElement | null>
  readonly view: EditorView | null
  /** Enter in the text: the claim at the caret. */
  readonly selectAtCaret: () => void
}

export interface DeskKeys {
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  readonly onFocusCapture: (event: FocusEvent) => void
  /** Gives the focus back to the text or the list, whichever had it last. */
  readonly refocus: () => void
  readonly run: (command: Command) => void
}

/** How long the first key of two waits for the second. */
const waitMs = 3_000

const regionOrder = ['top', 'filter', 'text', 'sentences', 'list', 'inspector', 'tray'] as const

export function useDeskKeys(need: DeskKeysNeed): DeskKeys {
  const latest = useRef(need)
  latest.current = need
  const last = useRef<'text' | 'list' | null>(null)
  const begun = useRef<{ readonly key: string; readonly at: number } | null>(null)

  const focusRegion = useCallback((name: (typeof regionOrder)[number]): boolean => {
    const { root, view } = latest.current
    const region = root.current?.querySelector<HTMLElement>(`[data-region="${name}"]`)
    if (!region || region.offsetParent === null) return false
    if (name === 'text') view?.focus()
    else if (name === 'top' || name === 'filter' || name === 'tray')
      region.querySelector<HTMLElement>('a, button')?.focus()
    else region.focus()
    return true
  }, [])

  const refocus = useCallback(() => {
    // Only where the focus was on the desk before: a page just opened keeps it where it is.
    if (last.current === null) return
    if (last.current === 'list' && focusRegion('list')) return
    focusRegion('text')
  }, [focusRegion])

  const { view } = need
  useEffect(() => {
    const at = document.activeElement
    const isNowhere = at === null || at === document.body || at.id === 'content'
    // Keys work from the first moment. Not where a finger points: there a text with the focus may open the keyboard over the article.
    if (view !== null && isNowhere && matchMedia('(pointer: fine)').matches) view.focus()
  }, [view])

  const nextRegion = useCallback(
    (isBack: boolean) => {
      const { root } = latest.current
      const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region']
      const order = isBack ? regionOrder.toReversed() : regionOrder
      const at = order.findIndex((name) => name === here)
      const round = [...order.slice(at + 1), ...order.slice(0, at + 1)]
      if (root.current) round.some(focusRegion)
    },
    [focusRegion],
  )

  const run = useCallback(
    (command: Command) => {
      if (latest.current.mode === 'read' && !command.reads) return
      const find = () => latest.current.root.current?.querySelector<HTMLElement>('[data-find] input')?.focus()
      command.run({ ...latest.current, nextRegion, find })
    },
    [nextRegion],
  )

  const onKeyDownCapture = useCallback(
    (event: KeyboardEvent) => {
      const { root, view, mode, setMode, mark, selectAtCaret } = latest.current
      const target = event.target as HTMLElement
      // Menus and dialogs are children of this page for React only.
      if (!root.current?.contains(target) || event.nativeEvent.isComposing) return
      const stop = (act: () => void) => {
        event.preventDefault()
        event.stopPropagation()
        act()
      }
      const key = keyOf(event)
      const first = begun.current
      if (!isModifier(event.key)) begun.current = null
      const both = key === null || first === null || event.timeStamp - first.at > waitMs ? null : `${first.key} ${key}`
      const command = key === null ? null : ((both === null ? null : commandAt(both)) ?? commandAt(key))
      if (command?.everywhere) return stop(() => run(command))
      const inText = view?.dom.contains(target) === true
      const inList = target.closest('[data-region="list"]') !== null
      if (inText && mode !== 'read' && isMarkInEdit(event)) return stop(mark)
      if (inText && mode === 'edit') {
        if (event.key === 'Escape') stop(() => setMode('check'))
        return
      }
      if (!inText && !inList) {
        const isField = target.matches('input, textarea')
        // A list of people that is open over the field is closed first, by the field itself.
        if (target.hasAttribute('aria-activedescendant')) return
        if (event.key === 'Escape' && (isField || target.closest('[data-region="inspector"]') !== null))
          stop(() => focusRegion('text'))
        return
      }
      // The editor hears of a moved caret later than the next key may come.
      if (inText && (command !== null || event.key === 'Enter')) readSelection()
      if (inText && event.key === 'Enter') return stop(selectAtCaret)
      if (key !== null && command === null && isBeginning(key) && !event.repeat)
        return stop(() => {
          begun.current = { key, at: event.timeStamp }
        })
      if (command === null) return
      // A key held down steps on, but decides once.
      if (event.repeat && !command.repeats) return stop(() => undefined)
      if (inList && command.id === 'close') return stop(() => focusRegion('text'))
      stop(() => run(command))
    },
    [focusRegion, run],
  )

  const onFocusCapture = useCallback((event: FocusEvent) => {
    const { view, root } = latest.current
    const target = event.target as HTMLElement
    if (!root.current?.contains(target)) return
    if (view?.dom.contains(target)) last.current = 'text'
    else if (target.closest('[data-region="list"]')) last.current = 'list'
    else last.current ??= 'text'
  }, [])

  return { onKeyDownCapture, onFocusCapture, refocus, run }
}

const isModifier = (key: string): boolean => /^(?:Shift|Control|Alt|Meta|AltGraph)$/.test(key)
