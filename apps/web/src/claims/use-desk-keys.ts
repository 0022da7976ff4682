/**
 * The keys of the desk. One-key verbs act in Check mode while the text or the list has the focus, never in a field, menu or dialog;
 * F6 goes round the parts of the page; Escape leads back to the text and loses nothing typed.
 */
import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import type { Mode } from '#web/editor/mode.ts'
import type { Acts } from './acts.ts'
import { isMarkInEdit, type Verb, verbOf } from './keys.ts'

export interface DeskKeysNeed {
  readonly root: RefObject<HTMLElement | null>
  readonly view: EditorView | null
  readonly mode: Mode
  readonly acts: Acts
  readonly toMe: () => void
  readonly mark: () => void
  readonly sentence: () => void
  readonly setMode: (mode: Mode) => void
  readonly openKeys: () => void
  /** Enter in the text: the claim at the caret. */
  readonly selectAtCaret: () => void
  /** Closes what lies over the text, or lets go of the selected claim. */
  readonly close: () => void
}

export interface DeskKeys {
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  readonly onFocusCapture: (event: FocusEvent) => void
  /** Gives the focus back to the text or the list, whichever had it last. */
  readonly refocus: () => void
}

const regionOrder = ['top', 'text', 'list', 'inspector'] as const

export function useDeskKeys(need: DeskKeysNeed): DeskKeys {
  const latest = useRef(need)
  latest.current = need
  const last = useRef<'text' | 'list' | null>(null)

  const focusRegion = useCallback((name: (typeof regionOrder)[number]): boolean => {
    const { root, view } = latest.current
    const region = root.current?.querySelector<HTMLElement>(`[data-region="${name}"]`)
    if (!region || region.offsetParent === null) return false
    if (name === 'text') view?.focus()
    else if (name === 'top') region.querySelector<HTMLElement>('a, button')?.focus()
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

  const take = useCallback((verb: Verb) => {
    const { acts, mode, mark, sentence, setMode, openKeys, close, toMe } = latest.current
    switch (verb.type) {
      case 'step':
        return acts.step(verb.step)
      case 'close':
        return close()
      case 'keys':
        return openKeys()
      case 'sentence':
        return sentence()
    }
    if (mode === 'read') return
    switch (verb.type) {
      case 'verdict':
        return acts.judge(verb.rating)
      case 'mark':
        return mark()
      case 'why':
        return acts.why()
      case 'source':
        return acts.source()
      case 'still-holds':
        return acts.stillHolds()
      case 'sign-off':
        return acts.signOff()
      case 'to-me':
        return toMe()
      case 'assign':
        return acts.chooseAssignee()
      case 'talk':
        return acts.talk()
      case 'query':
        return acts.query()
      case 'risk':
        return acts.toggleRisk()
      case 'due':
        return acts.due()
      case 'edit':
        return setMode('edit')
    }
  }, [])

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
      if (event.key === 'F6') return stop(() => nextRegion(event.shiftKey))
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
      if (inText && event.key === 'Enter') return stop(selectAtCaret)
      const verb = verbOf(event)
      if (verb === null) return
      // A key held down steps on, but decides once.
      if (event.repeat && verb.type !== 'step') return stop(() => undefined)
      if (inList && verb.type === 'close') return stop(() => focusRegion('text'))
      stop(() => take(verb))
    },
    [focusRegion, nextRegion, take],
  )

  const onFocusCapture = useCallback((event: FocusEvent) => {
    const { view, root } = latest.current
    const target = event.target as HTMLElement
    if (!root.current?.contains(target)) return
    if (view?.dom.contains(target)) last.current = 'text'
    else if (target.closest('[data-region="list"]')) last.current = 'list'
    else last.current ??= 'text'
  }, [])

  return { onKeyDownCapture, onFocusCapture, refocus }
}
