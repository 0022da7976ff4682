/**
 * Tells when claims may have moved on the screen: the text became higher or lower, blocks came near the window, words changed without a
 * change of height, fonts came. Never for scrolling itself, and never for a key while it is being typed. Rules MG8, QK3.
 */
import { blockOf } from './places.ts'

/** How far beyond the window is near, in parts of its height. */
const reach = '60% 0px'
/** After a key that moved words within their paragraph only. */
const pause = 120

export interface TextWatch {
  readonly near: ReadonlySet<Element>
  readonly stop: () => void
}

/** `onWords` is told of blocks near the window whose words changed while every mark in the text stayed. */
export function watchText(
  text: HTMLElement,
  onMove: () => void,
  onWords: (blocks: ReadonlySet<Element>) => void,
): TextWatch {
  const near = new Set<Element>()
  let due: ReturnType<typeof setTimeout> | undefined

  const nearness = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting && target.isConnected) near.add(target)
        else near.delete(target)
      }
      onMove()
    },
    { root: scrollerOf(text), rootMargin: reach },
  )
  for (const block of text.children) nearness.observe(block)

  const watchBlocks = (added: NodeList, removed: NodeList) => {
    for (const block of added) if (block instanceof Element) nearness.observe(block)
    for (const block of removed) {
      if (!(block instanceof Element) || block.isConnected) continue
      nearness.unobserve(block)
      near.delete(block)
    }
  }

  // Told after layout and before paint: what lies beside words that moved moves in the same frame, and reading costs nothing then.
  const height = new ResizeObserver(onMove)
  height.observe(text)

  let changed = new Set<Element>()
  let isMarkMoved = false
  const words = new MutationObserver((changes) => {
    for (const { target, addedNodes, removedNodes } of changes) {
      const nodes = [...addedNodes, ...removedNodes]
      isMarkMoved ||= nodes.some(holdsMark)
      if (target === text) watchBlocks(addedNodes, removedNodes)
      else changed.add(blockOf(target, text))
    }
    if (!isMarkMoved && ![...changed].some((block) => near.has(block))) return changed.clear()
    due ??= setTimeout(() => {
      due = undefined
      const blocks = new Set([...changed].filter((block) => near.has(block)))
      changed = new Set()
      if (isMarkMoved) onMove()
      else onWords(blocks)
      isMarkMoved = false
    }, pause)
  })
  words.observe(text, { childList: true, characterData: true, subtree: true })

  document.fonts.addEventListener('loadingdone', onMove)
  return {
    near,
    stop: () => {
      clearTimeout(due)
      nearness.disconnect()
      height.disconnect()
      words.disconnect()
      document.fonts.removeEventListener('loadingdone', onMove)
    },
  }
}

/** Carets of other people come and go with every key: they move no claim to another place in the order. */
const holdsMark = (node: Node): boolean =>
  node instanceof Element && (node.matches('mark[data-claim]') || node.querySelector('mark[data-claim]') !== null)

/** What the text scrolls in; null for the window. */
function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}
